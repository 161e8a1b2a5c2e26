/** What is said where what was seen leaves several words open: all of them, and of the rest nothing but what they have in common. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import type { Exchange, Hop } from '../../src/model.ts';
import { answer, exchange, headers, hop, type Line, PAGE, preflight } from './build.ts';
import { possibleWords } from './possible-words.ts';

const ALLOW: Line = ['Access-Control-Allow-Origin', PAGE];
const CREDENTIALS: Line = ['Access-Control-Allow-Credentials', 'true'];
const ANY: Line = ['Access-Control-Allow-Origin', '*'];
const SAME_SITE: Line = ['Sec-Fetch-Site', 'same-site'];

/** A preflight that asked for PUT and two headers, as either browser tells of its refusal. */
const refused = (status: number, lines: readonly Line[], sent: readonly Line[] = []): Exchange =>
  exchange({
    state: 'failed',
    error: 'net::ERR_FAILED',
    hops: [
      hop({
        method: 'PUT',
        requestHeaders: sent.length === 0 ? null : headers(...sent),
        preflights: [
          preflight({
            requestHeaders: headers(['Origin', PAGE], ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'x-b,x-z']),
            response: answer(status, lines),
          }),
        ],
      }),
    ],
  });

const CORS: readonly Line[] = [['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], SAME_SITE]; // biome-ignore format: one line
const answered = (changes: Partial<Hop>): Exchange =>
  exchange({ state: 'failed', error: 'net::ERR_FAILED', hops: [hop({ requestHeaders: headers(...CORS), ...changes })] });

type Said = readonly [corsError: string | null, failedParameter: string | null, reason: string | null];
const said = (seen: Exchange): Said => {
  const { chromium, firefox } = evaluate(seen, 'chromium').engines;
  return [chromium.corsError, chromium.failedParameter, firefox.reason];
};
const chromiumWords = (seen: Exchange) =>
  possibleWords(evaluate(seen, 'chromium').engines.chromium).map(({ corsError, failedParameter }) => [corsError, failedParameter]);
const firefoxWords = (seen: Exchange) => possibleWords(evaluate(seen, 'chromium').engines.firefox).map(({ reason }) => reason);

const METHODS: Line = ['Access-Control-Allow-Methods', 'PUT'];
const HEADERS: Line = ['Access-Control-Allow-Headers', 'x-b'];

const CASES: readonly [name: string, seen: Exchange, said: Said, chromium: readonly unknown[], firefox: readonly unknown[], credentials: string][] = [
  ['an error without headers is one in either mode', refused(401, []), ['PreflightMissingAllowOriginHeader', '', 'CORSMissingAllowOrigin'], [['PreflightMissingAllowOriginHeader', '']], ['CORSMissingAllowOrigin'], 'same-origin'],
  ['the method, or that credentials are not allowed', refused(204, [ALLOW]), [null, null, null], [['MethodDisallowedByPreflightResponse', 'PUT'], ['PreflightInvalidAllowCredentials', '']], ['CORSMethodNotFound', 'CORSMissingAllowCredentials'], 'unknown'],
  ['the parameter alone is known', refused(401, [ALLOW]), [null, '', null], [['PreflightInvalidStatus', ''], ['PreflightInvalidAllowCredentials', '']], ['CORSPreflightDidNotSucceed', 'CORSMissingAllowCredentials'], 'unknown'],
  ['a header, or a star that does not count', refused(204, [ANY, METHODS, HEADERS]), [null, null, null], [['HeaderDisallowedByPreflightResponse', 'x-z'], ['PreflightWildcardOriginNotAllowed', '']], ['CORSMissingAllowHeaderFromPreflight', 'CORSNotSupportingCredentials'], 'unknown'],
  ['any of the headers', refused(204, [ALLOW, CREDENTIALS, METHODS]), ['HeaderDisallowedByPreflightResponse', null, 'CORSMissingAllowHeaderFromPreflight'], [['HeaderDisallowedByPreflightResponse', 'x-b'], ['HeaderDisallowedByPreflightResponse', 'x-z']], ['CORSMissingAllowHeaderFromPreflight'], 'same-origin'],
  ['any of the headers, credentials seen', refused(204, [ALLOW, CREDENTIALS, METHODS], [...CORS, ['Cookie', 'a=b']]), ['HeaderDisallowedByPreflightResponse', null, 'CORSMissingAllowHeaderFromPreflight'], [['HeaderDisallowedByPreflightResponse', 'x-b'], ['HeaderDisallowedByPreflightResponse', 'x-z']], ['CORSMissingAllowHeaderFromPreflight'], 'include'],
  ['the last of the headers', refused(204, [ALLOW, CREDENTIALS, METHODS, HEADERS]), ['HeaderDisallowedByPreflightResponse', 'x-z', 'CORSMissingAllowHeaderFromPreflight'], [['HeaderDisallowedByPreflightResponse', 'x-z']], ['CORSMissingAllowHeaderFromPreflight'], 'same-origin'],
  ['what let the request through without, would not have with', answered({ method: 'PUT', preflights: [preflight({ response: answer(204, [ANY, METHODS]) })], response: answer(200, [CREDENTIALS]) }), ['MissingAllowOriginHeader', '', 'CORSMissingAllowOrigin'], [['MissingAllowOriginHeader', '']], ['CORSMissingAllowOrigin'], 'same-origin'],
]; // biome-ignore format: a row each

describe('an engine that would have gone on', () => {
  it('is said to let it through as far as was seen: Firefox sends the page’s origin with a preflight after redirects', () => {
    const away = hop({ requestHeaders: headers(...CORS), response: answer(307, [ANY, ['Location', 'http://c.test/x']]) });
    const asked = preflight({
      requestHeaders: headers(['Origin', 'null'], ['Access-Control-Request-Method', 'PUT']),
      response: answer(200, [ALLOW, METHODS]),
    });
    const stopped = hop({ url: 'http://c.test/x', method: 'PUT', requestHeaders: null, preflights: [asked] });
    const { firefox } = evaluate(exchange({ state: 'failed', error: 'net::ERR_FAILED', hops: [away, stopped] }), 'chromium').engines;
    expect([firefox.blocked, firefox.readings]).toEqual([false, [{ blocked: false, reason: null, credentials: null, because: 'unseen' }]]);
  });
});

describe('the words that are possible', () => {
  it.each(CASES)('%s', (_, seen, words, chromium, firefox, credentials) => {
    expect(said(seen)).toEqual(words);
    expect(chromiumWords(seen)).toEqual(chromium);
    expect(firefoxWords(seen)).toEqual(firefox);
    const { engines, credentials: known, failures } = evaluate(seen, 'chromium');
    expect(known.value).toBe(credentials);
    expect([engines.chromium.blocked, engines.firefox.blocked, engines.safari.blocked]).toEqual([true, true, true]);
    expect(failures).not.toContainEqual(expect.objectContaining({ code: 'allow-credentials-missing' }));
    // One possible word is no question.
    expect([engines.chromium.readings.length, engines.firefox.readings.length]).not.toContain(1);
  });

  it('say what each holds for', () => {
    const { chromium, firefox } = evaluate(refused(204, [ALLOW]), 'chromium').engines;
    const modes = ['same-origin', 'include'];
    expect([...chromium.readings, ...firefox.readings].map(({ credentials }) => credentials)).toEqual([...modes, ...modes]);
    const { readings } = evaluate(refused(204, [ALLOW, CREDENTIALS, METHODS]), 'chromium').engines.chromium;
    expect(readings.map(({ credentials, because }) => [credentials, because])).toEqual([[null, null], [null, null]]); // biome-ignore format: one line
  });

  it('are one where a beacon asked, which always has credentials', () => {
    const { engines, credentials } = evaluate({ ...refused(204, [ALLOW]), type: 'ping' }, 'chromium');
    expect(credentials).toEqual({ value: 'include', basis: 'inferred' });
    expect(engines.chromium).toEqual({ blocked: true, corsError: 'PreflightInvalidAllowCredentials', failedParameter: '', readings: [] });
  });
});

describe('Firefox without a word of the browser’s own', () => {
  const silent = (lines: readonly Line[]) =>
    evaluate(exchange({ hops: [hop({ requestHeaders: headers(...CORS), response: answer(200, lines) })] }), 'firefox');

  it.each([
    ['passes in either mode', [ALLOW, CREDENTIALS], 'allowed', 'same-origin'],
    ['breaks in either mode', [], 'blocked', 'same-origin'],
    ['hangs on the credentials', [ANY], 'unknown', 'unknown'],
  ] as const)('%s', (_, lines, result, credentials) => {
    const verdict = silent(lines);
    expect(verdict.outcome).toEqual({ result, evidence: 'rules', error: null });
    expect(verdict.credentials).toEqual({ value: credentials, basis: 'assumed' });
    expect(verdict.failures.length > 0).toBe(result === 'blocked');
  });

  it('both outcomes are told where it hangs on the credentials', () => {
    const { firefox, safari } = silent([ANY]).engines;
    expect(firefox).toEqual({
      blocked: false,
      reason: null,
      readings: [
        { blocked: false, reason: null, credentials: 'same-origin', because: null },
        { blocked: true, reason: 'CORSNotSupportingCredentials', credentials: 'include', because: null },
      ],
    });
    expect(safari.blocked).toBe(false);
  });
});
