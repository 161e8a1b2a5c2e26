/** Which of two lists in order of time belong together. */

/** A choice of pairs: how many, and how far apart all of them together. */
interface Choice {
  readonly pairs: number;
  readonly distance: number;
  readonly last: { readonly a: number; readonly b: number; readonly before: Choice } | null;
}

const NOTHING: Choice = { pairs: 0, distance: 0, last: null };

const better = (one: Choice, other: Choice): Choice => {
  if (one.pairs !== other.pairs) return one.pairs > other.pairs ? one : other;
  return one.distance <= other.distance ? one : other;
};

/**
 * The most pairs that do not cross, and of those the nearest: one list may lag behind the other by more than its members lie
 * apart, so that the nearest of each alone would be wrong. `distance` gives null for two that cannot belong together.
 */
export const align = <A, B>(as: readonly A[], bs: readonly B[], distance: (a: A, b: B) => number | null): readonly (readonly [A, B])[] => {
  let previous: Choice[] = Array.from({ length: bs.length + 1 }, () => NOTHING);
  as.forEach((a, i) => {
    const current: Choice[] = [NOTHING];
    bs.forEach((b, j) => {
      let best = better(previous[j + 1] ?? NOTHING, current[j] ?? NOTHING);
      const between = distance(a, b);
      const before = previous[j] ?? NOTHING;
      if (between !== null) best = better(best, { pairs: before.pairs + 1, distance: before.distance + between, last: { a: i, b: j, before } });
      current.push(best);
    });
    previous = current;
  });
  const pairs: (readonly [A, B])[] = [];
  for (let { last } = previous[bs.length] ?? NOTHING; last !== null; last = last.before.last) pairs.push([as[last.a] as A, bs[last.b] as B]);
  return pairs.reverse();
};
