import type { Row } from './state/outline.ts';

/** In pixels; the style sheet gets each row's from here. */
export const ROW_HEIGHTS = { group: 44, member: 26, page: 26 } satisfies Record<Row['kind'], number>;

/** Where each row begins, in pixels, and after the last where all end. */
export function tops(rows: readonly Pick<Row, 'kind'>[]): readonly number[] {
  let top = 0;
  const found = rows.map(({ kind }) => {
    const own = top;
    top += ROW_HEIGHTS[kind];
    return own;
  });
  return [...found, top];
}

/** The last row that begins at `pixel` or above it; the first where none does. */
export function lastUpTo(offsets: readonly number[], pixel: number): number {
  let from = 0;
  let to = Math.max(0, offsets.length - 2);
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((offsets[middle] ?? 0) <= pixel) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** The first row that is whole from `pixel` on. */
export function first(offsets: readonly number[], pixel: number): number {
  const at = lastUpTo(offsets, pixel);
  return (offsets[at] ?? 0) < pixel ? Math.min(at + 1, Math.max(0, offsets.length - 2)) : at;
}
