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
