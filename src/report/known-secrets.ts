/** Stands where a sentence leaves out the middle or the end of what it quotes. */
export const CUT = '…';

/** So many characters of a secret, next to such a cut, are taken for a part of it. */
const MIN_CUT = 4;
/** A cut's surroundings are compared with secrets for this many characters, the most that a sentence quotes. */
const MAX_OVERLAP = 200;
/** Secrets are looked up by this many first characters. */
const KEY_LENGTH = 6;

/** Hides secrets, whole or cut, wherever they stand in a text. */
export type HideKnown = (text: string, marker: string) => string;

export const hideNothing: HideKnown = text => text;

/** Takes time in proportion to the text, however many secrets there are. Those shorter than `KEY_LENGTH` are passed over. */
export function createHideKnown(secrets: Iterable<string>): HideKnown {
  const known = new Set([...secrets].filter(secret => secret.length >= KEY_LENGTH));
  if (known.size === 0) return hideNothing;
  const lengths = lengthsByKey(known);
  const sorted = [...known].sort();
  const sortedBackwards = sorted.map(backwards).sort();

  const matchAt = (text: string, index: number): number =>
    lengths.get(text.slice(index, index + KEY_LENGTH))?.find(length => known.has(text.slice(index, index + length))) ?? 0;

  const hideWhole: HideKnown = (text, marker) => {
    let shown = '';
    let end = 0;
    for (let index = 0; index + KEY_LENGTH <= text.length; ) {
      const length = matchAt(text, index);
      if (length > 0) {
        shown += text.slice(end, index) + marker;
        end = index + length;
      }
      index += length || 1;
    }
    return shown + text.slice(end);
  };

  const hideCut: HideKnown = (text, marker) => {
    const parts = text.split(CUT);
    const shown = parts.map((part, index) => {
      const head = index > 0 ? overlap(sortedBackwards, backwards(part)) : 0;
      const rest = part.slice(head);
      const tail = index < parts.length - 1 ? overlap(sorted, rest) : 0;
      return (head > 0 ? marker : '') + (tail > 0 ? rest.slice(0, -tail) + marker : rest);
    });
    return shown.join(CUT);
  };

  // A shorter secret may be part of what was cut: then the rest of that would stay.
  return (text, marker) => hideWhole(text.includes(CUT) ? hideCut(text, marker) : text, marker);
}

/** For each beginning, how long the secrets are that have it: the longest first. */
function lengthsByKey(known: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, Set<number>>();
  for (const secret of known) {
    const key = secret.slice(0, KEY_LENGTH);
    const lengths = byKey.get(key);
    if (lengths) lengths.add(secret.length);
    else byKey.set(key, new Set([secret.length]));
  }
  return new Map([...byKey].map(([key, lengths]) => [key, [...lengths].sort((a, b) => b - a)]));
}

/** The length of the longest end of the text that begins one of the sorted secrets; 0 where it is too short to tell. */
function overlap(sorted: readonly string[], text: string): number {
  for (let length = Math.min(text.length, MAX_OVERLAP); length >= MIN_CUT; length--) {
    const end = text.slice(-length);
    if (sorted[firstNotBefore(sorted, end)]?.startsWith(end)) return length;
  }
  return 0;
}

function firstNotBefore(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function backwards(text: string): string {
  return text.split('').reverse().join('');
}
