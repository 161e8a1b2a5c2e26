import type { Row } from './state/outline.ts';

/** Where a key leads from row `index` (-1: from none) of `count`, `page` rows being in view; null where it leads nowhere. */
export function destinationOf(key: string, index: number, count: number, page: number): number | null {
  const last = count - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index < 0 ? last : index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: last,
  };
  const move = moves[key];
  return move === undefined || count === 0 ? null : Math.max(0, Math.min(last, move));
}

/** The row at `index`, or the next one from there that is a request and no page's name: onwards if it can be, else back. */
export function requestAt(rows: readonly Row[], index: number, isOnwards: boolean): number | null {
  const steps = isOnwards ? [1, -1] : [-1, 1];
  for (const step of steps) for (let at = index; at >= 0 && at < rows.length; at += step) if (rows[at]?.kind !== 'page') return at;
  return null;
}

/** What an arrow to the side does at a row: it opens or closes a group, or leads to another row. */
export type Turn = { readonly opens: boolean } | { readonly leadsTo: number };

/** `isInwards`: towards the members, which is to the right where one reads from the left. */
export function turnAt(rows: readonly Row[], index: number, isInwards: boolean): Turn | null {
  const row = rows[index];
  if (row?.kind === 'member') {
    return isInwards ? null : { leadsTo: rows.findLastIndex(({ kind }, at) => at < index && kind === 'group') };
  }
  if (row?.kind !== 'group' || row.isOpen === null) return null;
  if (row.isOpen !== isInwards) return { opens: isInwards };
  return isInwards ? { leadsTo: index + 1 } : null;
}
