/** A minute's lesson: short enough for one, and true to the request that it is told with. */
import { describe, expect, it } from 'vitest';
import { EXAMPLE, type Sentences, type Subject } from '../../src/explain/minute.ts';
import type { Words } from '../../src/explain/words/words.ts';
import { ENGLISH, GERMAN, LANGUAGES } from './languages.ts';
import { PAGE, SUBJECTS, type SubjectName } from './subjects.ts';

/** Read at 350 words a minute; a value counts as one word, as it is looked at and not read. */
const WORDS_MAX = 350;

const textOf = (sentences: Sentences): string => sentences.map(piece => (typeof piece === 'string' ? piece : piece.code)).join('');
const allOf = ({ minute }: Words, subject: Subject): string =>
  [
    minute.title,
    ...(subject.isExample ? [minute.example] : []),
    ...minute.sections(subject).flatMap(({ heading, paragraphs, points }) => [heading, ...[...paragraphs, ...points].map(textOf)]),
  ].join('\n');

describe.each(LANGUAGES)('in $language', ({ words }) => {
  describe.each(Object.entries(SUBJECTS))('with %s', (_, about) => {
    it('is read in a minute', () => {
      expect(allOf(words, about).split(/\s+/).length).toBeLessThanOrEqual(WORDS_MAX);
    });

    it('has nothing missing', () => {
      expect(allOf(words, about)).not.toMatch(/undefined|\bnull null\b| {2}|\s[.,]/);
    });
  });

  it.each<[SubjectName, string]>([
    ['a simple request', `Access-Control-Allow-Origin: ${PAGE}`],
    ['a page without an origin', 'Access-Control-Allow-Origin: *'],
  ])('%s is allowed by its own line', (name, line) => {
    expect(words.minute.sections(SUBJECTS[name])[2]?.paragraphs[0]).toContainEqual({ code: line });
  });

  it('is bounded, whatever the request is', () => {
    const long = 'A'.repeat(10_000);
    const text = allOf(words, {
      ...EXAMPLE,
      page: `https://${long}.example`,
      server: `https://${long}`,
      method: long,
      reasons: [{ kind: 'header', value: long }],
    });
    expect(text.length).toBeLessThan(3_500);
  });
});

describe('the request', () => {
  /** What follows the words on requests in general. */
  const said = ({ minute }: Words, name: SubjectName, after: string): string =>
    textOf(minute.sections(SUBJECTS[name])[3]?.paragraphs[0] ?? []).split(after)[1] ?? '';
  it.each<[SubjectName, english: string, german: string]>([
    ['an example', 'Your PUT needed a preflight, because of the method PUT.', 'Ihr PUT brauchte einen Preflight, wegen der Methode PUT.'],
    ['a simple request', 'Your GET was simple: nothing in it needs permission.', 'Ihr GET war einfach: Nichts daran braucht eine Erlaubnis.'],
    [
      'a preflighted one',
      'Your PUT needed a preflight, because of the method PUT and the header authorization.',
      'Ihr PUT brauchte einen Preflight, wegen der Methode PUT und des Headers authorization.',
    ],
    ['a preflight for nothing that can be seen', 'Your POST needed a preflight.', 'Ihr POST brauchte einen Preflight.'],
    [
      'a remembered preflight',
      'Your PUT needs a preflight; the browser remembered the last one.',
      'Ihr PUT braucht einen Preflight; der Browser hat sich den letzten gemerkt.',
    ],
    [
      'a request that is not read',
      'Your GET did not ask to read the answer, so CORS had no say.',
      'Ihr GET wollte die Antwort nicht lesen, deshalb hatte CORS nichts zu sagen.',
    ],
    ['one seen in part', 'Which of the two your GET was cannot be seen.', 'Was von beidem Ihr GET war, ist nicht zu sehen.'],
  ])('%s', (name, english, german) => {
    expect(said(ENGLISH.words, name, 'the preflight. ')).toBe(english);
    expect(said(GERMAN.words, name, '(Preflight). ')).toBe(german);
  });
});

describe('the origins', () => {
  const first = ({ minute }: Words, name: SubjectName): string => textOf(minute.sections(SUBJECTS[name])[0]?.paragraphs[0] ?? []);
  it.each<[SubjectName, english: string, german: string]>([
    [
      'a simple request',
      'scheme http, host localhost, port 8199. If one differs, it is another origin, as http://127.0.0.1:8200 is.',
      'Schema http, Host localhost, Port 8199. Unterscheidet sich eines davon, ist es ein anderer Origin, so wie http://127.0.0.1:8200.',
    ],
    [
      'an example',
      'scheme https, host app.example, port 443. If one differs, it is another origin, as https://api.example is.',
      'Schema https, Host app.example, Port 443. Unterscheidet sich eines davon, ist es ein anderer Origin, so wie https://api.example.',
    ],
    [
      'a page without an origin',
      'such as http://127.0.0.1:8200. If one differs, it is another origin.',
      'zum Beispiel http://127.0.0.1:8200. Unterscheidet sich eines davon, ist es ein anderer Origin.',
    ],
  ])('%s', (name, english, german) => {
    expect(first(ENGLISH.words, name)).toContain(english);
    expect(first(GERMAN.words, name)).toContain(german);
  });
});
