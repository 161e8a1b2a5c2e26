/** What would become of an exchange with other answers, by the rules that judge what came. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import type { Answer } from '../../src/explain/simulate.ts';
import { simulate } from '../../src/explain/simulate.ts';
import { canTryAnswers, tryAnswers } from '../../src/explain/try-answers.ts';
import type { Exchange, PossibleCredentials, Verdict } from '../../src/model.ts';
import { answer, exchange, headers, hop, preflight } from '../cors/build.ts';
import { ENGLISH, GERMAN, type Language } from './languages.ts';
import { SAMPLES } from './samples.ts';

const PAGE = 'https://app.example';
const API = 'https://api.example.org';

const sent = headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']);
const asked = headers(['Origin', PAGE], ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'authorization']);

const simple = exchange({ initiator: PAGE, hops: [hop({ url: `${API}/a`, requestHeaders: sent, response: answer(200) })] });
const preflighted = exchange({
  initiator: PAGE,
  hops: [
    hop({
      url: `${API}/a`,
      method: 'PUT',
      requestHeaders: null,
      response: null,
      preflights: [preflight({ url: `${API}/a`, requestHeaders: asked, response: answer(401) })],
    }),
  ],
});

const to = (place: Answer['to'], status: number, ...lines: readonly (readonly [name: string, value: string])[]): Answer => ({
  to: place,
  hop: 0,
  status,
  headers: headers(...lines),
});
const ALLOW = ['Access-Control-Allow-Origin', PAGE] as const;
const STAR = ['Access-Control-Allow-Origin', '*'] as const;
const METHODS = ['Access-Control-Allow-Methods', 'PUT'] as const;

const codes = (of: Exchange, answers: readonly Answer[], credentials: PossibleCredentials = 'same-origin') => {
  const { chromium, firefox, safari } = tryAnswers(of, answers, credentials).stops;
  return [chromium, firefox, safari].map(stop => stop?.code ?? null);
};
const all = <T>(one: T): readonly T[] => [one, one, one];

describe('the first broken rule in Chromium, Firefox and Safari', () => {
  it.each<[string, Exchange, readonly Answer[], PossibleCredentials, readonly (string | null)[]]>([
    ['as it came', simple, [], 'same-origin', all('allow-origin-missing')],
    ['the origin', simple, [to('request', 200, ALLOW)], 'same-origin', all(null)],
    ['the origin, whatever the status', simple, [to('request', 500, ALLOW)], 'same-origin', all(null)],
    ['*', simple, [to('request', 200, STAR)], 'same-origin', all(null)],
    ['* with credentials', simple, [to('request', 200, STAR)], 'include', all('allow-origin-wildcard-with-credentials')],
    ['the origin with credentials', simple, [to('request', 200, ALLOW)], 'include', all('allow-credentials-missing')],
    ['the origin twice', simple, [to('request', 200, ALLOW, ALLOW)], 'same-origin', all('allow-origin-multiple')],
    ['a redirect elsewhere', simple, [to('request', 302, ALLOW, ['Location', '/b'])], 'same-origin', all('allow-origin-missing')],
    ['a redirect to nowhere', simple, [to('request', 302, ALLOW, ['Location', 'http://['])], 'same-origin', all('redirect-malformed')],
    ['a redirect to http', simple, [to('request', 302, ALLOW, ['Location', 'http://api.example.org/'])], 'same-origin', all('redirect-insecure')],
    ['a preflight as it came', preflighted, [], 'same-origin', all('allow-origin-missing')],
    ['a preflight with an error', preflighted, [to('preflight', 401, ALLOW, METHODS)], 'same-origin', all('preflight-status')],
    [
      'the engines look at another thing first',
      preflighted,
      [to('preflight', 302, ['Location', '/b'])],
      'same-origin',
      ['preflight-redirect', 'allow-origin-missing', 'preflight-redirect'],
    ],
    ['a header that is missing', preflighted, [to('preflight', 204, ALLOW, METHODS)], 'same-origin', all('header-not-allowed')],
    [
      'all that a preflight needs, and no leave to read',
      preflighted,
      [to('preflight', 204, ALLOW, METHODS, ['Access-Control-Allow-Headers', 'authorization'])],
      'same-origin',
      all('allow-origin-missing'),
    ],
    [
      'all that is needed',
      preflighted,
      [to('preflight', 204, ALLOW, METHODS, ['Access-Control-Allow-Headers', 'authorization']), to('request', 200, ALLOW)],
      'same-origin',
      all(null),
    ],
  ])('%s', (_, of, answers, credentials, expected) => {
    expect(codes(of, answers, credentials)).toEqual(expected);
  });

  it.each<[Language, string]>([
    [ENGLISH, 'The answer to the preflight has no Access-Control-Allow-Methods header, so “PUT” is not allowed.'],
    [GERMAN, 'Die Antwort auf den Preflight hat keinen Header Access-Control-Allow-Methods, deshalb ist „PUT“ nicht erlaubt.'],
  ])('is said in words, and how many follow: $0.language', ({ words }, explanation) => {
    const { stops } = tryAnswers(preflighted, [to('preflight', 204, ALLOW)], 'same-origin', words);
    expect(stops.chromium).toEqual({ code: 'method-not-allowed', stage: 'preflight', explanation, more: 2 });
  });
});

it('goes where a redirect leads now, and takes its answer', () => {
  const redirect = to('request', 302, ALLOW, ['Location', '/b']);
  const tried = tryAnswers(simple, [redirect, { ...to('request', 200, ALLOW), hop: 1 }], 'same-origin');
  expect(tried.exchange.hops.map(({ url }) => url)).toEqual([`${API}/a`, `${API}/b`]);
  expect(tried.stops.firefox).toBeNull();
});

const answersOf = ({ hops }: Exchange): readonly Answer[] =>
  hops.flatMap(({ preflights, response }, index): Answer[] => [
    ...preflights
      .slice(-1)
      .flatMap(({ response: seen }): Answer[] => (seen ? [{ to: 'preflight', hop: index, status: seen.status, headers: seen.headers }] : [])),
    ...(response ? [{ to: 'request' as const, hop: index, status: response.status, headers: response.headers }] : []),
  ]);

const tryable = SAMPLES.filter(({ exchange: seen, verdict }) => canTryAnswers(seen, verdict));

describe('of every failure on record', () => {
  it('has most to try', () => {
    expect(tryable.length).toBeGreaterThan(SAMPLES.length / 2);
  });

  it.each(tryable)('$title: nothing changed, it is blocked; with the fix, it is not', ({ exchange: seen, engine, verdict, explanation }) => {
    const credentials = verdict.credentials.value === 'include' ? 'include' : 'same-origin';
    expect(tryAnswers(seen, [], credentials).stops[engine]).not.toBeNull();
    if (explanation.fix === null) return;
    expect(tryAnswers(seen, answersOf(simulate(seen, explanation.fix)), credentials).stops[engine]).toBeNull();
  });
});

describe('what nothing can be tried on', () => {
  const judged = (seen: Exchange, more: Partial<Verdict> = {}) => canTryAnswers(seen, { ...evaluate(seen, 'chromium'), ...more });
  it.each([
    ['what CORS let through may be tried', judged(simple), true],
    ['not what is under way', judged({ ...simple, state: 'open' }), false],
    ['not what was seen in part', judged({ ...simple, incomplete: true }), false],
    [
      'not what revalidates a stored answer',
      judged({ ...simple, hops: [hop({ url: `${API}/a`, requestHeaders: sent, response: answer(304) })] }),
      false,
    ],
    [
      'not what the network stopped',
      judged({ ...simple, state: 'failed', error: 'net::ERR_CONNECTION_REFUSED', hops: [hop({ url: API, requestHeaders: sent, response: null })] }),
      false,
    ],
    ['not what stays with the page’s server', judged(simple, { crossOrigin: false }), false],
    ['not what is not read', judged(simple, { mode: { value: 'no-cors', basis: 'observed' } }), false],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
