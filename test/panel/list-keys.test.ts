/** Where keys lead among the rows. */
import { describe, expect, it } from 'vitest';
import { requestAt, turnAt } from '../../panel/list-keys.ts';
import type { Row } from '../../panel/state/outline.ts';

/** p: a page's name; g, G: a group, closed or open; s: a single request; m: a member. */
const rowsOf = (kinds: string): readonly Row[] =>
  Array.from(kinds, (kind, at) => {
    const id = String(at);
    if (kind === 'p') return { kind: 'page', id, page: { url: '', since: 0 } };
    if (kind === 'm') return { kind: 'member', id } as Row;
    return { kind: 'group', id, isOpen: kind === 's' ? null : kind === 'G' } as Row;
  });

describe('a key', () => {
  it.each([
    ['ps', 0, true, 1],
    ['sps', 1, true, 2],
    ['sps', 1, false, 0],
    ['ps', 0, false, 1],
    ['sp', 1, true, 0],
    ['p', 0, true, null],
    ['', 0, true, null],
  ])('in "%s" at %d, onwards: %s, leads to %s', (kinds, at, isOnwards, to) => {
    expect(requestAt(rowsOf(kinds), at, isOnwards)).toBe(to);
  });

  it.each([
    ['g', 0, true, { opens: true }],
    ['g', 0, false, null],
    ['Gm', 0, true, { leadsTo: 1 }],
    ['Gm', 0, false, { opens: false }],
    ['sGmm', 3, false, { leadsTo: 1 }],
    ['sGmm', 3, true, null],
    ['s', 0, true, null],
    ['s', -1, true, null],
  ])('to the side in "%s" at %d, inwards: %s', (kinds, at, isInwards, turn) => {
    expect(turnAt(rowsOf(kinds), at, isInwards)).toEqual(turn);
  });
});
