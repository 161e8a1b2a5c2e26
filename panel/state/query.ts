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

type Test = (entry: Entry) => boolean;

/** A number among the frames is one's own, and is meant whole. */
const isFrame = (texts: string, value: string): boolean =>
  texts.split(' ').some(text => (/^\d+$/.test(text) ? text === value : text.includes(value)));

const hasWord =
  (word: string): Test =>
  entry =>
    entry.haystack.includes(word);
const hasToken = ({ field, value }: Token): Test =>
  field === 'frame' ? entry => isFrame(entry.properties().frame, value) : entry => entry.properties()[field].includes(value);

/** Whether an entry is among what is searched for; null where nothing is. */
export function searchFor({ words, tokens }: Query): Test | null {
  const [first, ...others] = [...words.map(hasWord), ...tokens.map(hasToken)];
  if (first === undefined) return null;
  return others.length === 0 ? first : entry => first(entry) && others.every(test => test(entry));
}

/** The search with that token, in the place of one of the same field. */
export function withToken(text: string, field: Field, value: string): string {
  const others = text.split(/\s+/).filter(word => word !== '' && TOKEN.exec(word.toLowerCase())?.[1] !== field);
  return [...others, `${field}:${value}`].join(' ');
}
