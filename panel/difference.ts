/** Above this length a difference is not looked for: two long values are not compared by eye. */
const COMPARED_LENGTH = 300;
/** A difference longer than this says "these are two different values", which the reader sees unaided. */
const MARKED_LENGTH = 24;

/** A value in three parts; the middle one is what differs, and is empty where the other value has something more. */
export interface Marked {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

export interface Difference {
  readonly received: Marked;
  readonly expected: Marked;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function cut(characters: readonly string[], start: number, tail: number): Marked {
  const end = characters.length - tail;
  return { before: characters.slice(0, start).join(''), differs: characters.slice(start, end).join(''), after: characters.slice(end).join('') };
}

/** Where two values differ; null where they are equal, too long, or differ in too much for a mark to help. */
export function differenceOf(received: string, expected: string): Difference | null {
  if (received === expected || received.length > COMPARED_LENGTH || expected.length > COMPARED_LENGTH) return null;
  const a = [...received];
  const b = [...expected];
  const start = commonStart(a, b);
  const tail = commonStart(a.slice(start).reverse(), b.slice(start).reverse());
  if (start + tail === 0) return null;
  const difference = { received: cut(a, start, tail), expected: cut(b, start, tail) };
  const isShort = difference.received.differs.length <= MARKED_LENGTH && difference.expected.differs.length <= MARKED_LENGTH;
  return isShort ? difference : null;
}
