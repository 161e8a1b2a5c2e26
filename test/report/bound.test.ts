import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { additionsOf } from '../../src/report/additions.ts';
import { boundReport, clip, REPORT_LIMITS } from '../../src/report/bound.ts';
import { buildReport } from '../../src/report/build.ts';
import { hostile } from './hostile.ts';
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

  test('stays within the bound, keeps a beginning, accounts for the rest, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), fc.integer({ min: 40, max: 400 }), (text, max) => {
        const clipped = clip(text, max);
        const [, kept = clipped, leftOut = '0'] = /^([\s\S]*)… \((\d+) characters left out\)$/.exec(clipped) ?? [];
        expect(clipped.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(kept)).toBe(true);
        expect(kept.length + Number(leftOut)).toBe(text.length);
        expect(clip(clipped, max)).toBe(clipped);
      }),
    );
  });
});

/** Every string of a value, with the path that leads to it. */
function strings(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => strings(child, `${path}/${key}`));
}

describe('a report', () => {
  const report = buildReport(input([hostile('€'.repeat(100_000))]), { redact: false });

  test('has no unbounded string', () => {
    const longest = Math.max(...Object.values(REPORT_LIMITS));
    expect(strings(report).filter(([, text]) => text.length > longest)).toEqual([]);
  });

  test('marks every one that was cut, except where a marker would be judged', () => {
    const cut = strings(report).filter(([, text]) => text.includes('€€€'));
    const isOfExchange = ([path]: readonly [string, string]): boolean => /^\/failures\/\d+\/exchange\//.test(path);
    const isMarked = ([, text]: readonly [string, string]): boolean => text.endsWith(' characters left out)');
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
