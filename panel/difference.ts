/** Above this length a difference is not looked for: two long values are not compared by eye. */
const COMPARED_LENGTH = 300;
/** A difference longer than this says "these are two different values", which the reader sees unaided. */
const MARKED_LENGTH = 24;
/** Where more than this is replaced by something else, no sentence helps: both values stand there. */
const REPLACED_LENGTH = 8;
/** Names shorter than this, such as x-a and x-b, differ in one character because they are two names. */
const SLIP_LENGTH = 6;
/** How much of what stands before a difference tells where it is. */
const PLACE_LENGTH = 12;

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
  if (start + tail === 0 && !isCaseOnly(received, expected)) return null;
  const difference = { received: cut(a, start, tail), expected: cut(b, start, tail) };
  const isShort = difference.received.differs.length <= MARKED_LENGTH && difference.expected.differs.length <= MARKED_LENGTH;
  return isShort ? difference : null;
}

/** Where in a value something is: after these characters of it. */
export type Place = 'start' | 'end' | { readonly after: string };

/** What has to be done to the received value to make it the expected one, for a sentence. All text is hostile. */
export type Edit =
  | { readonly kind: 'extra' | 'missing'; readonly text: string; readonly place: Place }
  | { readonly kind: 'other'; readonly received: string; readonly expected: string; readonly place: Place }
  /** Only upper and lower case differ, in what is given. */
  | { readonly kind: 'case'; readonly received: string; readonly expected: string }
  /** A list lacks items; `almost`: the item that is there and was probably meant. */
  | { readonly kind: 'unlisted'; readonly items: readonly Unlisted[] };

export interface Unlisted {
  readonly item: string;
  readonly almost: string | null;
}

function isCaseOnly(a: string, b: string): boolean {
  return a !== b && a.toLowerCase() === b.toLowerCase();
}

function placeOf({ before, after }: Marked): Place {
  if (after === '') return 'end';
  return before === '' ? 'start' : { after: [...before].slice(-PLACE_LENGTH).join('') };
}

/** The edit of a single value; null where it is no small one. */
export function editOf(received: string, expected: string): Edit | null {
  const difference = differenceOf(received, expected);
  if (difference === null) return null;
  const { differs: came } = difference.received;
  const { differs: wanted } = difference.expected;
  if (isCaseOnly(came, wanted)) return { kind: 'case', received: came, expected: wanted };
  if (wanted === '') return { kind: 'extra', text: came, place: placeOf(difference.received) };
  if (came === '') return { kind: 'missing', text: wanted, place: placeOf(difference.expected) };
  if (Math.max(came.length, wanted.length) > REPLACED_LENGTH) return null;
  return { kind: 'other', received: came, expected: wanted, place: placeOf(difference.received) };
}

const itemsOf = (list: string): readonly string[] =>
  list
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');

/** Whether it is a single character. */
export const isOne = (text: string): boolean => [...text].length === 1;

/** Whether one item is most likely the other, mistyped in one character. */
function isSlip(a: string, b: string): boolean {
  const edit = editOf(a, b);
  switch (edit?.kind) {
    case 'case':
      return true;
    case 'extra':
    case 'missing':
      return isOne(edit.text);
    case 'other':
      return isOne(edit.received) && isOne(edit.expected) && a.length >= SLIP_LENGTH;
    default:
      return false;
  }
}

/**
 * The edit of a list with commas; null where it lacks nothing that is expected.
 *
 * @param ignoresCase whether its items are compared so (names of headers are, methods are not)
 */
export function listEditOf(received: string, expected: string, ignoresCase: boolean): Edit | null {
  if (received.length > COMPARED_LENGTH || expected.length > COMPARED_LENGTH) return null;
  const fold = (item: string): string => (ignoresCase ? item.toLowerCase() : item);
  const there = itemsOf(received);
  const wanted = itemsOf(expected);
  const isIn = (items: readonly string[], item: string): boolean => items.some(each => fold(each) === fold(item));
  const spare = there.filter(item => item !== '*');
  const items = wanted
    .filter(item => !isIn(there, item))
    .map(item => ({ item, almost: spare.find(other => isSlip(fold(other), fold(item))) ?? null }));
  return items.length === 0 ? null : { kind: 'unlisted', items };
}
