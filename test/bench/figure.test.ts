import { describe, expect, it } from 'vitest';
import { formatFigure, median, medianRange, quantile } from './figure.ts';

describe('quantile', () => {
  it.each([
    [[3], 0.5, 3],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10, 20, 30, 40, 50], 0.25, 20],
    [[10, 20], 0.1, 11],
    [[5, 1, 9], 0, 1],
    [[5, 1, 9], 1, 9],
  ])('of %j below which %d lies is %d', (values, part, expected) => {
    expect(quantile(values, part)).toBe(expected);
  });

  it('has no value where there are none', () => {
    expect(() => median([])).toThrow('No values');
  });
});

describe('medianRange', () => {
  it.each([
    ['few values: all of them', [1, 2, 3], [1, 3]],
    ['a hundred: from the 40th to the 60th', Array.from({ length: 101 }, (_, index) => index), [40.25, 59.75]],
    ['equal values', [7, 7, 7, 7, 7], [7, 7]],
  ])('%s', (_, values, [low, high]) => {
    const range = medianRange(values);
    expect(range[0]).toBeCloseTo(low ?? Number.NaN, 1);
    expect(range[1]).toBeCloseTo(high ?? Number.NaN, 1);
  });
});

describe('formatFigure', () => {
  it.each([
    [{ text: 'at most 3', holds: true }, /^load +2 +at most 3 +holds$/],
    [{ text: 'at most 1', holds: false }, /^load +2 +at most 1 +does not hold$/],
    [null, /^load +2$/],
  ])('with the budget %j', (budget, expected) => {
    expect(formatFigure({ what: 'load', figure: '2', budget })).toMatch(expected);
  });
});
