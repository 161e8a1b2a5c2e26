/** What the catalogues make of numbers, values and lists, in each language. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editOf, listEditOf } from '../../panel/difference.ts';
import * as spokenLater from '../../panel/later-words.ts';
import { planTerms } from '../../panel/terms.ts';
import * as deAtOnce from '../../panel/words/de/de.ts';
import * as deLater from '../../panel/words/de/de-later.ts';
import * as enAtOnce from '../../panel/words/en/en.ts';
import * as enLater from '../../panel/words/en/en-later.ts';
import * as spokenAtOnce from '../../panel/words.ts';
import { de, en } from './catalogues.ts';

const { setWords } = spokenAtOnce;
const { setLaterWords } = spokenLater;

describe('a duration', () => {
  it.each([
    [0, '0 ms', '0 ms'],
    [41.6, '42 ms', '42 ms'],
    [-3, '0 ms', '0 ms'],
    [1_500, '1.5 s', '1,5 s'],
    [2_000, '2.0 s', '2,0 s'],
  ])('of %d milliseconds', (milliseconds, english, german) => {
    expect([en.words.duration(milliseconds), de.words.duration(milliseconds)]).toEqual([english, german]);
  });
});

describe('a number', () => {
  it.each([
    [1, '1 blocked', '1 blockiert'],
    [12_345, '12,345 blocked', '12.345 blockiert'],
  ])('%d', (count, english, german) => {
    expect([en.words.blocked(count), de.words.blocked(count)]).toEqual([english, german]);
  });
});

it('the time of day has 24 hours', () => {
  const midnight = new Date(2026, 0, 1, 0, 5, 9).getTime();
  expect([en.words.time(midnight), de.words.time(midnight)]).toEqual(['00:05:09', '00:05:09']);
});

describe('one and several', () => {
  it.each([
    ['en', en.words.requestsSeen, '1 request seen', '2 requests seen'],
    ['de', de.words.requestsSeen, '1 Anfrage gesehen', '2 Anfragen gesehen'],
    ['de', de.words.crossOrigin, '1 zu einem fremden Origin', '2 zu fremden Origins'],
    ['de', de.detailWords.problemsTitle, 'Die Regel, die verletzt wurde', '2 Regeln wurden verletzt'],
    ['de', de.simulatorWords.more, 'Danach ist 1 weitere Regel verletzt.', 'Danach sind 2 weitere Regeln verletzt.'],
    ['de', de.exportWords.all, 'Die eine blockierte Anfrage', 'Alle 2 blockierten Anfragen'],
  ])('in %s: %s', (_, say, one, two) => {
    expect([say(1), say(2)]).toEqual([one, two]);
  });

  it.each([
    [3, 3, 'Der Browser hat 3 Anfragen zu fremden Origins durchgelassen.'],
    [0, 1, 'Bisher 1 Anfrage zu einem fremden Origin: noch unterwegs, abgebrochen oder unklar.'],
    [1, 2, 'Der Browser hat 1 von 2 Anfragen zu fremden Origins durchgelassen. Der Rest ist noch unterwegs, abgebrochen oder unklar.'],
  ])('%d of %d allowed, in German', (allowed, all, sentence) => {
    expect(de.words.nothingBlocked(allowed, all)).toBe(sentence);
  });
});

const APP = 'https://app.example';

describe('editWords.sentence', () => {
  it.each([
    [`${APP}/`, APP, 'One character too many: / (slash), at the end.', 'Ein Zeichen zu viel: / (Schrägstrich), am Ende.'],
    [
      `${APP}\u200b`,
      APP,
      'One character too many: one that cannot be seen, U+200B, at the end.',
      'Ein Zeichen zu viel: eines, das nicht zu sehen ist, U+200B, am Ende.',
    ],
    [
      'https://app .example',
      APP,
      'One character too many: a space, after “https://app”.',
      'Ein Zeichen zu viel: ein Leerzeichen, nach „https://app“.',
    ],
    [`${APP}:443`, APP, '4 characters too many: “:443”, at the end.', '4 Zeichen zu viel: „:443“, am Ende.'],
    ['http://app.example', APP, 'One character missing: s, after “http”.', 'Ein Zeichen zu wenig: Es fehlt s, nach „http“.'],
    ['app.example', APP, '8 characters missing: “https://”, at the beginning.', '8 Zeichen zu wenig: Es fehlen „https://“, am Anfang.'],
    [
      'http://localhost:3000',
      'http://localhost:3001',
      'One character differs: 0 came where 1 would pass, at the end.',
      'Ein Zeichen ist anders, am Ende: Es kam 0, genügen würde 1.',
    ],
    [
      'http://localhost:8080',
      'http://localhost:5173',
      '“8080” came where “5173” would pass, at the end.',
      'Es kam „8080“, genügen würde „5173“, am Ende.',
    ],
    [
      'https://App.example',
      APP,
      'Only the case of letters differs: upper-case A came where lower-case a would pass.',
      'Nur die Groß- und Kleinschreibung ist anders: Es kam ein großes A, genügen würde ein kleines a.',
    ],
    [
      'https://аpp.example',
      APP,
      'One character differs: а (U+0430) came where a would pass, after “https://”.',
      'Ein Zeichen ist anders, nach „https://“: Es kam а (U+0430), genügen würde a.',
    ],
  ])('%j against %j', (received, expected, english, german) => {
    const edit = editOf(received, expected);
    expect(edit === null ? null : [en, de].map(each => each.editWords.sentence(edit))).toEqual([english, german]);
  });

  it.each([
    ['GET', 'GET, PUT, DELETE', 'Missing from the list: PUT, DELETE.', 'In der Liste fehlen: PUT, DELETE.'],
    [
      'GET, PATCH',
      'GET, PATCH, patch',
      'Missing from the list: patch. “PATCH” is there, but it is not the same as “patch”.',
      'In der Liste fehlt: patch. „PATCH“ steht da, ist aber nicht dasselbe wie „patch“.',
    ],
  ])('of the list %j against %j', (received, expected, english, german) => {
    const edit = listEditOf(received, expected, false);
    expect(edit === null ? null : [en, de].map(each => each.editWords.sentence(edit))).toEqual([english, german]);
  });
});

describe('originWords.difference', () => {
  it.each([
    [[], 'They do not differ: this is one origin.', 'Sie unterscheiden sich nicht: Das ist ein Origin.'],
    [['port'], 'They differ in the port.', 'Sie unterscheiden sich im Port.'],
    [['scheme', 'host', 'port'], 'They differ in the scheme, host and port.', 'Sie unterscheiden sich in Schema, Host und Port.'],
  ] as const)('%j', (parts, english, german) => {
    expect([en, de].map(each => each.originWords.difference(parts))).toEqual([english, german]);
  });
});

const explained = (text: string): readonly string[] =>
  [...planTerms([text]).values()].flat().flatMap(({ term, text: shown }) => (term === null ? [] : [`${term.id}: ${shown}`]));

describe.each([
  { language: 'English', atOnce: enAtOnce, later: enLater },
  { language: 'German', atOnce: deAtOnce, later: deLater },
])('the tab that speaks $language', ({ atOnce, later }) => {
  beforeAll(() => {
    setWords(atOnce);
    setLaterWords(later);
  });
  afterAll(() => {
    setWords(enAtOnce);
    setLaterWords(enLater);
  });

  it('says all of it', () => {
    expect(spokenAtOnce).toMatchObject({ ...atOnce });
    expect(spokenLater).toMatchObject({ ...later });
  });

  it('finds each spelling of its terms', () => {
    const lost = Object.entries(spokenLater.glossary).flatMap(([id, { spellings }]) =>
      spellings.filter(spelling => !explained(`x ${spelling} x`)[0]?.startsWith(`${id}:`)),
    );
    expect(lost).toEqual([]);
  });
});

describe('planTerms in German', () => {
  beforeAll(() => setLaterWords(deLater));
  afterAll(() => setLaterWords(enLater));

  it.each([
    ['Eine Anfrage zu einem fremden Origin braucht Anmeldedaten.', ['cross-origin: fremden Origin', 'credentials: Anmeldedaten']],
    ['Der fremde Server kennt den fremden Origin, aber nicht den Origin.', ['cross-origin: fremden Origin', 'origin: Origin']],
    ['Die Preflight-Antwort hat einen Allow-Origin-Header.', []],
    ['Eine opake Antwort („null“).', ['opaque: opake', 'null-origin: „null“']],
  ])('of %s', (text, found) => {
    expect(explained(text)).toEqual(found);
  });
});
