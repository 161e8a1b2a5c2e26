/** Each language says the same of the same: with the same names, addresses and values, and in its own words. */
import { describe, expect, it } from 'vitest';
import type { Sentences, Subject } from '../../src/explain/minute.ts';
import type { Words } from '../../src/explain/words/words.ts';
import { ENGLISH, GERMAN, type Language } from './languages.ts';
import { inWords, nameless, SAMPLES, textsOf } from './samples.ts';
import { SUBJECTS } from './subjects.ts';

const HEADER =
  /\b(?:Access-Control-(?:Allow|Expose|Max|Request)-[A-Za-z]+|Cross-Origin-\w+-Policy|Content-Security-Policy|X-Forwarded-Proto|Authorization|Location)\b/g;
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s“”„]*[^\s“”„.,:;)]/g;
const METHOD = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|REPORT)\b/g;
const NUMBER = /\d+/g;

const setOf = (found: readonly string[] | null): readonly string[] => [...new Set(found ?? [])].sort();
/** What no language may change. */
const valuesIn = (text: string, { quotation }: Language) => ({
  headers: setOf(text.match(HEADER)),
  addresses: setOf(text.match(ADDRESS)),
  methods: setOf(text.match(METHOD)),
  numbers: setOf(text.match(NUMBER)),
  quoted: setOf([...text.matchAll(quotation)].map(([, value = '']) => value)),
});

const pairs = SAMPLES.flatMap(sample => [sample, nameless(sample)]).map(sample => {
  const [english = [], german = []] = [ENGLISH, GERMAN].map(({ words }) => textsOf(inWords(sample, words).explanation));
  return { title: sample.title, english, german };
});

const piecesOf = ({ minute }: Words, subject: Subject): readonly Sentences[] =>
  minute.sections(subject).flatMap(({ heading, paragraphs, points }) => [[heading], ...paragraphs, ...points]);
const codesIn = (sentences: Sentences): readonly string[] => sentences.flatMap(piece => (typeof piece === 'string' ? [] : [piece.code])).sort();
const proseIn = (sentences: Sentences): string => sentences.map(piece => (typeof piece === 'string' ? piece : '')).join('');
const lessons = Object.entries(SUBJECTS).map(([name, subject]) => ({ name, subject }));

describe('the same is mentioned', () => {
  it.each(pairs)('of $title', ({ english, german }) => {
    expect(german.map(text => valuesIn(text, GERMAN))).toEqual(english.map(text => valuesIn(text, ENGLISH)));
  });

  it.each(lessons)('in the lesson with $name', ({ subject }) => {
    expect(piecesOf(GERMAN.words, subject).map(codesIn)).toEqual(piecesOf(ENGLISH.words, subject).map(codesIn));
  });
});

const textsIn = (words: Words, of: 'english' | 'german'): readonly string[] => [
  ...pairs.flatMap(pair => pair[of]),
  ...lessons.flatMap(({ subject }) => [words.minute.title, words.minute.example, ...piecesOf(words, subject).map(proseIn)]),
];
const sentencesIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap(text => text.split(/(?<=[.!?])\s+/)).map(sentence => sentence.trim()));

describe('nothing is left in English', () => {
  const german = textsIn(GERMAN.words, 'german');

  it('no sentence is the same in both', () => {
    const english = sentencesIn(textsIn(ENGLISH.words, 'english'));
    expect([...sentencesIn(german)].filter(sentence => english.has(sentence))).toEqual([]);
  });

  it('no sentence has an English word that German lacks', () => {
    const words = /(?<![-\w])(?:the|and|of|with|that|which|not|page|answer|request|allows?|allowed)(?![-\w=])/;
    const bare = german.map(text => text.replaceAll(GERMAN.quotation, '').replaceAll(ADDRESS, ''));
    expect(bare.filter(text => words.test(text))).toEqual([]);
  });
});

/** It stands for a single origin in every sentence, and is a plural. */
it('no German verb agrees with what a page without an origin is called', () => {
  const texts = pairs.flatMap(({ german }) => german);
  expect(texts.some(text => text.includes('Seiten ohne Origin'))).toBe(true);
  const verb = /(?<!\b(?:an|für|von) )Seiten ohne Origin (?:bekam|darf|fragt|hat|ist|kann|muss|sendet|sollte)\b/;
  expect(texts.filter(text => verb.test(text))).toEqual([]);
});

it('no English verb agrees with it either, and no sentence takes “null” for a name', () => {
  const texts = pairs.flatMap(({ english }) => english);
  expect(texts.some(text => text.includes('pages without an origin'))).toBe(true);
  const verb = /pages without an origin,? (?:asks|has|is|sends|uses|wants|which)\b/;
  expect(texts.filter(text => verb.test(text))).toEqual([]);
  const headlines = SAMPLES.map(sample => inWords(nameless(sample), ENGLISH.words).explanation.headline);
  expect(headlines.filter(text => /(?<![“"])\bnull\b/.test(text))).toEqual([]);
});
