import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, enumerate, QUOTE_MAX, quoting, short } from '../../src/explain/words/text.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
const quoted = quoting('„', '“');
const runs = { numRuns: 1_000 };
/** Text with what hides or reorders other text in it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom('\u202e', '\u2066', '\u0000', '\u001b[31m', '\u200b', '\u2028', '\ud800', '😀', '\ufeff', '\u{e0041}', 'é', '…'),
    ),
    {
      maxLength: 60,
    },
  )
  .map(parts => parts.join(''));

describe('text of the network in a sentence', () => {
  it('is never longer than there is room', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 3, max: 300 }), (text, max) => clip(text, max).length <= max),
      runs,
    );
    fc.assert(
      fc.property(hostile, text => short(text).length <= 42 && quoted(text).length <= QUOTE_MAX + 2),
      runs,
    );
  });

  it('shows what would hide, break or turn other text around', () => {
    fc.assert(
      fc.property(hostile, text => [short(text), quoted(text), clip(text, 9), clip(text, 10)].every(shown => !INVISIBLE.test(shown))),
      runs,
    );
  });

  it.each([
    ['https://app.example', 'https://app.example'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['line\nbreak', 'line\\u{a}break'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(short(text)).toBe(shown);
  });

  it('keeps the beginning and the end, where two differ', () => {
    expect(clip(`https://${'a'.repeat(100)}.example:8080`, 30)).toBe('https://aaaaaaaaaaa…ample:8080');
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('%j is listed as %j', (items, listed) => {
    expect(enumerate(items, 'and', count => `${count} more`)).toBe(listed);
  });
});
