import { describe, expect, test } from 'vitest';
import { redactText } from '../../src/report/redact-text.ts';
import { de } from '../../src/report/words/de.ts';
import { en } from '../../src/report/words/en.ts';
import type { ReportWords } from '../../src/report/words/words.ts';
import { LANGUAGES } from './languages.ts';
import { CALLS, SAME_IN_BOTH } from './word-calls.ts';

type Said = readonly [place: string, args: readonly unknown[], sentence: string];

/** Everything that a catalogue has, by its place in it: strings, and functions called with what `CALLS` has for them. */
function saidIn(part: unknown, place = ''): readonly Said[] {
  if (typeof part === 'string') return [[place, [], part]];
  if (typeof part === 'function') return (CALLS[place] ?? []).map(args => [`${place} ${JSON.stringify(args)}`, args, part(...args)] as const);
  return Object.entries(part ?? {}).flatMap(([name, child]) => saidIn(child, place === '' ? name : `${place}.${name}`));
}

/** The places of the functions. */
function functionsOf(part: unknown, place = ''): readonly string[] {
  if (typeof part === 'function') return [place];
  return typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([name, child]) => functionsOf(child, place === '' ? name : `${place}.${name}`))
    : [];
}

const saidBy = (words: ReportWords): ReadonlyMap<string, string> => new Map(saidIn(words).map(([place, , sentence]) => [place, sentence]));

test.each(LANGUAGES)('$language: every function is called here, and nothing else', words => {
  expect(functionsOf(words).toSorted()).toEqual(Object.keys(CALLS).toSorted());
});

test('both languages have something to say in the same places', () => {
  expect([...saidBy(de).keys()]).toEqual([...saidBy(en).keys()]);
});

test('no sentence is the same in both, but those that are meant to be', () => {
  const german = saidBy(de);
  const same = [...saidBy(en)].filter(([place, sentence]) => german.get(place) === sentence).map(([place]) => place);
  expect(same).toEqual([...SAME_IN_BOTH]);
});

/** What an argument stands for in the sentence: marked text and tokens as they are, more than five of a list counted. */
const quotedIn = (args: readonly unknown[]): readonly string[] => [...new Set(JSON.stringify(args).match(/‹[^›"]*›|net::[A-Z_]+|main\.js/g))];

describe.each(LANGUAGES)('$language', words => {
  const said = saidIn(words);
  const sentences = said.map(([place, , sentence]) => [place, sentence] as const);

  test.each(sentences)('%s says something', (_, sentence) => {
    expect(sentence.trim()).not.toBe('');
    expect(sentence).not.toMatch(/undefined|\bNaN\b|\[object|\$\{| {2}|^ | $/);
  });

  test.each(said.filter(([, args]) => quotedIn(args).length > 0))('%s quotes what it is about', (_, args, sentence) => {
    expect(quotedIn(args).filter(part => !sentence.includes(part))).toEqual([]);
  });

  const grouped = (1234).toLocaleString(words.language);
  test.each(said.filter(([place, args]) => args.includes(1234) && place !== 'story.asked'))(
    '%s writes numbers as the language does',
    (_, __, sentence) => {
      expect(sentence).toContain(grouped);
    },
  );

  test('a line of code is no quantity', () => {
    expect(words.story.asked('a', 'r', 't', { url: 'u', line: 1234, column: 5678, function: null })).toMatch(/1234.*5678/);
  });

  /** Each is in a code span or a block of its own, or is taken word for word for code where that is needed. */
  const isMarkedElsewhere = (place: string): boolean => /^(?:advice\.|values\.notSeen|commands\.credentialsUnknown|fix\.otherPreflight)/.test(place);
  const plain = sentences.filter(([place]) => !isMarkedElsewhere(place));
  test.each(plain)('%s has nothing that means something in Markdown or HTML', (_, sentence) => {
    expect(sentence.replace('‹[redacted]›', '').replace('net::ERR_FAILED', '')).not.toMatch(/[`*_~#@&<>|\\$^={}[\]%!]|:\/\/|www\./);
  });

  test.each(sentences.filter(([place]) => place.startsWith('advice.')))('%s has no markup of HTML', (_, sentence) => {
    expect(sentence).not.toMatch(/[<>&`]/);
  });

  test.each(sentences)('%s holds no secret', (_, sentence) => {
    expect(redactText(sentence)).toBe(sentence);
  });

  test('what stands in a command or in code is plain ASCII, and ends neither', () => {
    expect(words.values.notSeen).toMatch(/^\[[A-Za-z ]+\]$/);
    expect(words.commands.credentialsUnknown).toMatch(/^[\x20-\x7e]+$/);
    expect(words.commands.credentialsUnknown).not.toContain('*/');
  });

  test('its tag is one', () => {
    expect(Intl.getCanonicalLocales(words.language)).toEqual([words.language]);
  });
});

test.each([...saidBy(de)].filter(([place]) => place !== 'commands.credentialsUnknown'))('German: %s has its own quotation marks', (_, sentence) => {
  expect(sentence.replace(/„[^„“]+“/g, '')).not.toMatch(/["'„“”’‘‚]/);
});
