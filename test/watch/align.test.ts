import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/watch/align.ts';

const within =
  (most: number) =>
  (a: number, b: number): number | null =>
    Math.abs(a - b) <= most ? Math.abs(a - b) : null;

describe('pairs in order', () => {
  it.each([
    ['each with its own', [1, 5], [1, 5], 9, [[1, 1], [5, 5]]],
    ['each with its own where one list lags behind', [41, 71], [1, 31], 99, [[41, 1], [71, 31]]],
    ['one with the nearer of two', [40], [10, 35], 99, [[40, 35]]],
    ['none too far apart', [1, 50], [48], 9, [[50, 48]]],
    ['as many as can be', [10, 20], [18, 30], 12, [[10, 18], [20, 30]]],
    ['nothing of nothing', [], [1], 9, []],
  ])('%s', (_, as, bs, most, pairs) => expect(align(as, bs, within(most))).toEqual(pairs)); // biome-ignore format: a row each

  it('never cross, and use each once', () => {
    const times = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }).map(list => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(times, times, (as, bs) => {
        const pairs = align([...as.entries()], [...bs.entries()], ([, a], [, b]) => within(9)(a, b));
        pairs.slice(1).forEach(([[a], [b]], index) => {
          expect(a).toBeGreaterThan(pairs[index]?.[0][0] ?? -1);
          expect(b).toBeGreaterThan(pairs[index]?.[1][0] ?? -1);
        });
      }),
    );
  });
});
