/**
 * Network text in Markdown (GitHub's, and what other trackers make of it). A word that could be markup, a link, a
 * mention or a reference to anything is put in a code span, where it is none of these.
 */

import type { Notation } from './notation.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** Characters that hide, reorder or break text, as `[U+202E]`. */
export function visible(text: string): string {
  return text.replace(HIDDEN, character => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** An inline code span that holds exactly this text. */
export function code(text: string, { values }: ReportWords = en): string {
  const shown = visible(text);
  if (shown.trim() === '') return shown === '' ? values.empty : values.blank;
  const ticks = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return ticks + pad + shown + pad + ticks;
}

/** A fenced code block. Its lines are the text's. */
export function fence(text: string, language: 'http' | 'sh' | ''): string {
  const lines = text.split('\n').map(visible).join('\n');
  const ticks = '`'.repeat(Math.max(3, longestRun(lines) + 1));
  return `${ticks}${language}\n${lines}\n${ticks}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/**
 * What some tracker gives a meaning to: markup, an entity, HTML, a mention, a reference (`#1`, `GH-1`, `!1`, a commit), an
 * emoji, a scheme, a domain, a command at the start of a line.
 */
const MEANINGFUL = /[`*_~#@&<>|\\$^=+{}[\]%!]|^[/-]|:[\w/+-]|www\.|\w\.[\p{L}\d]{2,}|(?<!\w)[0-9a-f]{7,}(?!\w)|[a-z]\d*-\d|^access-control-/iu;
/** What would begin a list. */
const LIST_MARKER = /^(?:[-+]|\d+[.)])/;

/** A sentence, in one line. */
export function prose(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((word, index) => (index === 0 && LIST_MARKER.test(word) ? code(word) : proseWord(word)))
    .join(' ');
}

function proseWord(word: string): string {
  const [, before = '', core = '', after = ''] = /^(["'(“‘«„‚]*)([\s\S]*?)([)"'”’»“‘.,;:?…]*)$/.exec(visible(word)) ?? [];
  return before + (MEANINGFUL.test(core) ? code(core) : core) + after;
}

export const markdownIn = (words: ReportWords): Notation => ({ words, code: text => code(text, words), prose, strong: text => `**${text}**` });

/** Finished Markdown of one line, for a table's cell: a pipe ends a cell even inside a code span. */
export function cell(markdown: string): string {
  return markdown.replace(/(\\*)\|/g, '$1$1\\|');
}
