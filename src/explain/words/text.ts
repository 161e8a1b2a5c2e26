/** Makes network text fit for a sentence, in any language. */

/** Characters of an origin, a method or a value that a headline has room for. */
const HEADLINE_ROOM = 42;
/** Characters of one item of a list. */
const ITEM_ROOM = 24;
/** Characters of an address or a header line in the checklist. */
export const LINE_ROOM = 120;
/** Characters of a value that a longer text quotes. */
export const QUOTE_MAX = 200;

/** Characters that hide, reorder or break text: controls, separators, zero-width and bidirectional marks. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

const visible = (text: string): string => text.replace(INVISIBLE, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/** The first or last `count` code units; half of a character that the cut would leave goes too. */
const begin = (text: string, count: number): string => (count < text.length ? text.slice(0, count).replace(/[\ud800-\udbff]$/, '') : text);
const finish = (text: string, count: number): string => (count < text.length ? text.slice(-count).replace(/^[\udc00-\udfff]/, '') : text);

/** At most `max` characters: the beginning and the end, where what tells two apart is. */
export const clip = (text: string, max: number): string => {
  const shown = visible(begin(text, max * 2));
  if (text.length <= max * 2 && shown.length <= max) return shown;
  const room = Math.floor(max / 3);
  const end = finish(visible(finish(text, room)), room);
  return `${begin(shown, max - end.length - 1)}…${end}`;
};

/** For a headline. */
export const short = (text: string): string => clip(text, HEADLINE_ROOM);

/** For a headline with three origins. */
export const tight = (text: string): string => clip(text, 29);

/** Quotes for a longer text, between a language's own marks. */
export const quoting =
  (open: string, close: string) =>
  (text: string): string =>
    `${open}${clip(text, QUOTE_MAX)}${close}`;

/** "a", "a and b", "a, b and 3 more". */
export const enumerate = (items: readonly string[], and: string, more: (count: number) => string, { max = 3, room = ITEM_ROOM } = {}): string => {
  const shown = items.slice(0, max).map(item => clip(item, room));
  const rest = items.length - shown.length;
  const parts = rest > 0 ? [...shown, more(rest)] : shown;
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
};
