/** Finds what is said to people in code: words that belong in a catalogue. */
import { transformSync } from 'esbuild';

/** A string, a template or a regular expression of code without comments and needless space. */
const LITERAL =
  /(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<=[(,=:[!&|?{};>]|return)\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\]|\\.)*\])+\//g;

/** What only a developer ever sees: classes of the style sheet, and what should never be thrown. */
const UNSEEN = /(?:\bclass:[^,{}]*|Error\()$/;
/** Where a single word is one too, unless it is a method: between tags, and in attributes that are shown or read out. */
const SHOWN = /(?:\bchildren:\[?|\b(?:title|placeholder|label|alt):|"aria-label":)$/;

const TWO_WORDS = /\p{L}{2,}[,:]?\s+\p{L}{2,}/u;

/** What code says in words of its own. */
export const sentencesIn = (source: string, loader: 'ts' | 'tsx'): readonly string[] => {
  const options = { loader, jsx: 'automatic', minifyWhitespace: true, charset: 'utf8', target: 'es2022' } as const;
  const { code } = transformSync(source, { ...options, jsxImportSource: 'preact' });
  return [...code.matchAll(LITERAL)].flatMap(({ 0: literal, index, groups }) => {
    if (groups?.string === undefined) return [];
    const before = code.slice(0, index);
    const text = literal.slice(1, -1).replace(/\$\{[^{}]*\}/g, '');
    const isSaid = TWO_WORDS.test(text) || (SHOWN.test(before) && /\p{Ll}/u.test(text));
    return isSaid && !UNSEEN.test(before) ? [text] : [];
  });
};
