import type { Entry } from './entry.ts';
import { FIELDS, type Field } from './properties.ts';

/** What is searched for: every word has to be somewhere, every token's value in its field. */
export interface Query {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
}

interface Token {
  readonly field: Field;
  readonly value: string;
}

const TOKEN = new RegExp(`^(${FIELDS.join('|')}):(.*)$`, 's');

/** `origin:`, whose value is yet to be typed, asks for nothing; `https://…` is a word like any other. */
export function parseQuery(text: string): Query {
  const words: string[] = [];
  const tokens: Token[] = [];
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [, field, value = ''] = TOKEN.exec(word) ?? [];
    if (field === undefined) words.push(word);
    else if (value !== '') tokens.push({ field: field as Field, value });
  }
  return { words, tokens };
}

/** A number among the frames is one's own, and is meant whole. */
const fits = (property: string, { field, value }: Token): boolean =>
  field === 'frame' && /^\d+$/.test(property) ? property === value : property.includes(value);

export function matches({ haystack, properties }: Entry, { words, tokens }: Query): boolean {
  return words.every(word => haystack.includes(word)) && tokens.every(token => properties()[token.field].some(property => fits(property, token)));
}

/** The search with that token, in the place of one of the same field. */
export function withToken(text: string, field: Field, value: string): string {
  const others = text.split(/\s+/).filter(word => word !== '' && TOKEN.exec(word.toLowerCase())?.[1] !== field);
  return [...others, `${field}:${value}`].join(' ');
}
