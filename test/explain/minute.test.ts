/** A minute's lesson: short enough for one, and true to the request that it is told with. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import { EXAMPLE, type Sentences, type Subject, subjectOf } from '../../src/explain/minute.ts';
import { en } from '../../src/explain/words/en.ts';
import type { Exchange, Hop } from '../../src/model.ts';
import { answer, exchange, headers, hop, preflight } from '../cors/build.ts';

/** Read at 350 words a minute; a value counts as one word, as it is looked at and not read. */
const WORDS_MAX = 350;

const PAGE = 'http://localhost:8199';
const API = 'http://127.0.0.1:8200';

const textOf = (sentences: Sentences): string => sentences.map(piece => (typeof piece === 'string' ? piece : piece.code)).join('');
const allOf = (subject: Subject): string =>
  [
    en.minute.title,
    ...(subject.isExample ? [en.minute.example] : []),
    ...en.minute.sections(subject).flatMap(({ heading, paragraphs, points }) => [heading, ...[...paragraphs, ...points].map(textOf)]),
  ].join('\n');

const sent = headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']);
const one = (more: Partial<Hop>, about: Partial<Exchange> = {}): Exchange =>
  exchange({ initiator: PAGE, hops: [hop({ url: `${API}/a`, requestHeaders: sent, response: answer(200), ...more })], ...about });
const asked = (method: string, names: string) =>
  preflight({
    url: `${API}/a`,
    requestHeaders: headers(['Origin', PAGE], ['Access-Control-Request-Method', method], ['Access-Control-Request-Headers', names]),
    response: answer(204),
  });
const subject = (seen: Exchange): Subject => subjectOf(seen, evaluate(seen, 'chromium'));

const SUBJECTS: Readonly<Record<string, Subject>> = {
  'an example': EXAMPLE,
  'a simple request': subject(one({})),
  'a preflighted one': subject(one({ method: 'PUT', preflights: [asked('PUT', 'authorization,content-type,x-trace')] })),
  'a preflight for nothing that can be seen': subject(one({ method: 'POST', preflights: [asked('POST', '')] })),
  'a remembered preflight': subject(one({ method: 'PUT' })),
  'a request that is not read': subject(one({ requestHeaders: headers(['Sec-Fetch-Mode', 'no-cors']) }, { type: 'image' })),
  'one seen in part': subject(one({}, { incomplete: true })),
  'a page without an origin': subject(
    one({ requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']) }, { initiator: 'null' }),
  ),
};

describe.each(Object.entries(SUBJECTS))('with %s', (_, about) => {
  it('is read in a minute', () => {
    expect(allOf(about).split(/\s+/).length).toBeLessThanOrEqual(WORDS_MAX);
  });

  it('has nothing missing', () => {
    expect(allOf(about)).not.toMatch(/undefined|\bnull null\b| {2}|\s[.,]/);
  });
});

describe('the request', () => {
  const said = (about: Subject): string => textOf(en.minute.sections(about)[3]?.paragraphs[0] ?? []).split('the preflight. ')[1] ?? '';
  it.each([
    ['an example', 'Your PUT needed a preflight, because of the method PUT.'],
    ['a simple request', 'Your GET was simple: nothing in it needs permission.'],
    ['a preflighted one', 'Your PUT needed a preflight, because of the method PUT and the header authorization.'],
    ['a preflight for nothing that can be seen', 'Your POST needed a preflight.'],
    ['a remembered preflight', 'Your PUT needs a preflight; the browser remembered the last one.'],
    ['a request that is not read', 'Your GET did not ask to read the answer, so CORS had no say.'],
    ['one seen in part', 'Which of the two your GET was cannot be seen.'],
  ])('%s', (name, expected) => {
    expect(said(SUBJECTS[name] ?? EXAMPLE)).toBe(expected);
  });
});

describe('the origins', () => {
  const first = (about: Subject): string => textOf(en.minute.sections(about)[0]?.paragraphs[0] ?? []);
  it.each([
    ['a simple request', 'scheme http, host localhost, port 8199. If one differs, it is another origin, as http://127.0.0.1:8200 is.'],
    ['an example', 'scheme https, host app.example, port 443. If one differs, it is another origin, as https://api.example is.'],
    ['a page without an origin', 'such as http://127.0.0.1:8200. If one differs, it is another origin.'],
  ])('%s', (name, expected) => {
    expect(first(SUBJECTS[name] ?? EXAMPLE)).toContain(expected);
  });

  it.each([
    ['a simple request', `Access-Control-Allow-Origin: ${PAGE}`],
    ['a page without an origin', 'Access-Control-Allow-Origin: *'],
  ])('%s is allowed by its own line', (name, line) => {
    expect(en.minute.sections(SUBJECTS[name] ?? EXAMPLE)[2]?.paragraphs[0]).toContainEqual({ code: line });
  });
});

it('is bounded, whatever the request is', () => {
  const long = 'A'.repeat(10_000);
  const text = allOf({
    ...EXAMPLE,
    page: `https://${long}.example`,
    server: `https://${long}`,
    method: long,
    reasons: [{ kind: 'header', value: long }],
  });
  expect(text.length).toBeLessThan(3_500);
});
