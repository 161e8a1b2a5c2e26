/** Names that were meant to be those of the CORS protocol. */
import { byName } from './by-name.ts';

/** https://fetch.spec.whatwg.org/#http-responses */
const KNOWN = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
] as const;

const MEANT = KNOWN.map(known => ({ known, lower: known.toLowerCase() }));

/** Letters that may be wrong, missing, too many or swapped with the next. */
const DISTANCE_MAX = 2;

/** No other name can be one of them. */
const LENGTH_MIN = Math.min(...KNOWN.map(({ length }) => length)) - DISTANCE_MAX;
const LENGTH_MAX = Math.max(...KNOWN.map(({ length }) => length)) + DISTANCE_MAX;

/**
 * How many letters of `a` have to be changed, added, left out or swapped with their neighbour to get `b` (optimal string
 * alignment). Both are short: nothing here bounds the work.
 */
export function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

const meantBy = byName((name: string): string | null => {
  const own = name.toLowerCase();
  const written = own.replaceAll('_', '-');
  for (const { known, lower } of MEANT) {
    if (own === lower) return null;
    if (Math.abs(written.length - lower.length) <= DISTANCE_MAX && distance(written, lower) <= DISTANCE_MAX) return known;
  }
  return null;
});

/** Which header of the CORS protocol a name was meant to be, where it is nearly one; null where it is one, or is another name. */
export function nearMiss(name: string): string | null {
  return name.length < LENGTH_MIN || name.length > LENGTH_MAX ? null : meantBy(name);
}
