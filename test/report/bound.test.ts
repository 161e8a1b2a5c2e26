import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { additionsOf } from '../../src/report/additions.ts';
import { boundReport, clip, REPORT_LIMITS } from '../../src/report/bound.ts';
import { buildReport } from '../../src/report/build.ts';
import { hostile } from './hostile.ts';
import { LANGUAGES } from './languages.ts';
import { answer, failed, fields, hop, input, preflight } from './sample.ts';

describe('clip', () => {
  test.each([
    ['leaves a short text alone', 'abc', 100, 'abc'],
    ['says how much it left out', 'x'.repeat(100), 50, `${'x'.repeat(23)}… (77 characters left out)`],
    ['leaves a text of just that length alone', 'x'.repeat(50), 50, 'x'.repeat(50)],
  ])('%s', (_, text, max, expected) => {
    expect(clip(text, max)).toBe(expected);
  });

  test('never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 300 }), fc.integer({ min: 40, max: 90 }), (text, max) => {
        expect(clip(text, max)).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  test.each(LANGUAGES)('stays within the bound, keeps a beginning, accounts for the rest, and changes nothing the second time: $language', words => {
    const length = fc.integer({ min: 0, max: 12_000 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 50 }), length, fc.integer({ min: 40, max: 400 }), (unit, size, max) => {
        const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
        const clipped = clip(text, max, words);
        const marker = clipped === text ? -1 : clipped.lastIndexOf('… (');
        const kept = marker < 0 ? clipped : clipped.slice(0, marker);
        expect(clipped.length).toBeLessThanOrEqual(max);
        expect(marker < 0).toBe(text.length <= max);
        expect(text.startsWith(kept)).toBe(true);
        expect(clipped.slice(kept.length)).toBe(marker < 0 ? '' : `… (${words.values.leftOut(text.length - kept.length)})`);
        expect(clip(clipped, max, words)).toBe(clipped);
      }),
    );
  });

  test('counts in the language of the words', () => {
    const text = 'x'.repeat(2_040);
    expect(LANGUAGES.map(words => clip(text, 40, words))).toEqual([
      'xxxxxxxxxxx… (2,029 characters left out)',
      'xxxxxxxxxxx… (2.029 Zeichen weggelassen)',
    ]);
  });
});

/** Every string of a value, with the path that leads to it. */
function strings(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => strings(child, `${path}/${key}`));
}

describe.each(LANGUAGES)('a report in $language', words => {
  const report = buildReport(input([hostile('€'.repeat(100_000))]), { redact: false }, words);

  test('has no unbounded string', () => {
    const longest = Math.max(...Object.values(REPORT_LIMITS));
    expect(strings(report).filter(([, text]) => text.length > longest)).toEqual([]);
  });

  test('marks every one that was cut, except where a marker would be judged', () => {
    const cut = strings(report).filter(([, text]) => text.includes('€€€'));
    const isOfExchange = ([path]: readonly [string, string]): boolean => /^\/failures\/\d+\/exchange\//.test(path);
    const isMarked = ([, text]: readonly [string, string]): boolean => text.endsWith(`${words.values.leftOut(0).slice(1)})`);
    expect(cut.filter(each => !isOfExchange(each)).length).toBeGreaterThan(20);
    expect(cut.filter(each => isMarked(each) === isOfExchange(each))).toEqual([]);
  });

  test('is bounded once for all', () => {
    expect(boundReport(report)).toEqual(report);
  });

  test('keeps the fields of the protocol when a message has too many, in their order, and counts the others', () => {
    const noise = Array.from({ length: REPORT_LIMITS.headers + 20 }, (_, index) => ({ name: `x-${index}`, value: '' }));
    const lines = [...noise, ...fields('Vary: Origin', 'Access-Control-Allow-Origin: *')];
    const judged = failed({ exchange: { hops: [hop({ preflights: [preflight({ response: answer(200, lines) })] })] } });
    const [failure] = buildReport(input([judged]), { redact: false }).failures;
    const names = failure?.preflight?.response?.headers.map(({ name }) => name) ?? [];
    expect(names).toHaveLength(REPORT_LIMITS.headers);
    expect(names.slice(-3)).toEqual([`x-${REPORT_LIMITS.headers - 3}`, 'Vary', 'Access-Control-Allow-Origin']);
    expect(failure && additionsOf(failure).headersLeftOut).toBe(22);
  });
});
