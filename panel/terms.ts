import { glossary } from './later-words.ts';

/** A word that the tab explains. */
export interface Term {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A stretch of a text; `term` where it is one that is explained there. */
export interface Stretch {
  readonly text: string;
  readonly term: Term | null;
  /** Punctuation that must not be parted from a term by the end of a line; "" beside none. */
  readonly opening: string;
  readonly closing: string;
}

/** For each text, cut into stretches, with every term marked in the first text that uses it and nowhere else. */
export type TermPlan = ReadonlyMap<string, readonly Stretch[]>;

/** How much of a text is looked through for terms. */
const SEARCHED_LENGTH = 2_000;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

const escapePattern = (spelling: string): string => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Not inside a word, a header's name, a URL or another term: `Access-Control-Allow-Origin` explains nothing about origins. */
const patternsOf = () =>
  Object.entries(glossary).map(([id, { spellings, title, text }]) => ({
    term: { id, title, text },
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_:/.-])(?:${spellings.map(escapePattern).join('|')})(?![\\p{L}\\p{N}_:/-]|\\.[\\p{L}\\p{N}_])`, 'giu'),
  }));

const plain = (text: string): readonly Stretch[] => (text === '' ? [] : [{ text, term: null, opening: '', closing: '' }]);

/** Each term is marked once, where it is part of no other that is marked. */
function cut(text: string, found: readonly Found[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { start, end: next, term } of found) {
    if (start < end || stretches.some(stretch => stretch.term === term)) continue;
    const [opening] = /[^\s\p{L}\p{N}_]*$/u.exec(text.slice(end, start)) ?? [''];
    const [closing] = /^[^\s\p{L}\p{N}_]*/u.exec(text.slice(next)) ?? [''];
    stretches.push(...plain(text.slice(end, start - opening.length)), { text: text.slice(start, next), term, opening, closing });
    end = next + closing.length;
  }
  return [...stretches, ...plain(text.slice(end))];
}

/** `texts` in the order in which they are read. */
export function planTerms(texts: readonly string[]): TermPlan {
  const patterns = patternsOf();
  const plan = new Map<string, readonly Stretch[]>();
  const explained = new Set<string>();
  for (const text of texts) {
    if (plan.has(text)) continue;
    const found = patterns
      .filter(({ term }) => !explained.has(term.id))
      .flatMap(({ term, pattern }) =>
        [...text.slice(0, SEARCHED_LENGTH).matchAll(pattern)].map(
          ({ 0: match, index }): Found => ({ start: index, end: index + match.length, term }),
        ),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const stretches = cut(text, found);
    for (const { term } of stretches) if (term !== null) explained.add(term.id);
    plan.set(text, stretches);
  }
  return plan;
}
