/** How hostile text is made fit to be seen: bounded, and with nothing in it that hides or reorders what stands beside it. */

export interface Bounded {
  readonly shown: string;
  /** How many UTF-16 units were left out. */
  readonly hidden: number;
}

export function bound(text: string, limit: number): Bounded {
  if (text.length <= limit) return { shown: text, hidden: 0 };
  const unit = text.charCodeAt(limit - 1);
  const splitsPair = unit >= 0xd800 && unit <= 0xdbff;
  const end = splitsPair ? limit - 1 : limit;
  return { shown: text.slice(0, end), hidden: text.length - end };
}

/** Controls, odd spaces, line separators, invisible and directional characters, variation selectors, unpaired surrogates. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]|\u034f|[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc]|\p{Variation_Selector}/gu;

/** As the Unicode standard writes it: U+200B. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const symbolOf = (character: string): string => `⟨${codePoint(character)}⟩`;

/** Puts a visible symbol in place of each character that cannot be seen. */
export function makeVisible(text: string): string {
  return text.replace(UNSEEN, symbolOf);
}

export interface Piece {
  readonly text: string;
  /** Whether it stands for a character that cannot be seen. */
  readonly isSymbol: boolean;
}

/** The same as `makeVisible`, with the symbols apart so that they can be told from the text itself. */
export function visiblePieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isSymbol: false });
    pieces.push({ text: symbolOf(match[0]), isSymbol: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isSymbol: false });
  return pieces;
}
