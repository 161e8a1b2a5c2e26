import { describe, expect, test } from 'vitest';
import type { PossibleCredentials } from '../../src/model.ts';
import { adviseOn, MAX_ADVICE } from '../../src/report/advice.ts';
import type { Judged } from '../../src/report/failure.ts';
import { API, allowed, answer, failed, fields, hop, openEngines, PAGE, preflight } from './sample.ts';

const codes = (judged: Judged) => adviseOn([judged]).map(({ code }) => code);

const answered = (method: string, ...lines: readonly string[]) =>
  allowed({ exchange: { hops: [hop({ method, preflights: [], response: answer(200, fields(...lines)) })] } });

const asked = (requested: string, granted: string) => {
  const headers = fields(`Access-Control-Request-Headers: ${requested}`);
  const seen = preflight({ requestHeaders: headers, response: answer(204, fields(`Access-Control-Allow-Headers: ${granted}`)) });
  return allowed({ exchange: { hops: [hop({ preflights: [seen], response: answer(200, fields('Access-Control-Allow-Origin: *')) })] } });
};

const ECHO = `Access-Control-Allow-Origin: ${PAGE}`;

describe('vary-origin-missing', () => {
  test.each([
    ['the page’s origin, no Vary', answered('GET', ECHO), true],
    ['the page’s origin, credentials, no Vary', answered('GET', ECHO, 'Access-Control-Allow-Credentials: true'), true],
    ['Vary names something else', answered('GET', ECHO, 'Vary: Accept-Encoding'), true],
    ['Vary: Origin', answered('GET', ECHO, 'Vary: Accept-Encoding, origin'), false],
    ['Vary: Origin on a second line', answered('GET', ECHO, 'Vary: Accept', 'Vary: Origin'), false],
    ['Vary: *', answered('GET', ECHO, 'Vary: *'), false],
    ['any origin is allowed', answered('GET', 'Access-Control-Allow-Origin: *'), false],
    ['no cache may keep it', answered('GET', ECHO, 'Cache-Control: private, no-store'), false],
    ['no cache keeps answers to POST', answered('POST', ECHO), false],
  ])('%s: %s', (_, judged, expected) => {
    expect(codes(judged)).toEqual(expected ? ['vary-origin-missing'] : []);
  });
});

describe('authorization-wildcard', () => {
  test.each([
    ['asked for, covered only by *', asked('authorization,x-a', '*'), true],
    ['named next to *', asked('authorization', '*, Authorization'), false],
    ['named', asked('authorization', 'authorization'), false],
    ['not asked for', asked('x-a', '*'), false],
  ])('%s: %s', (_, judged, expected) => {
    expect(codes(judged)).toEqual(expected ? ['authorization-wildcard'] : []);
  });
});

describe('outcome-unknown', () => {
  const asked = (credentials: PossibleCredentials | null) => ({ blocked: credentials === 'include', reason: null, credentials, because: null });
  const firefox = { blocked: false, reason: null, readings: [asked('same-origin'), asked('include')] };
  const engines = { ...openEngines('*'), firefox };
  const unclear = { outcome: { result: 'unknown', evidence: 'rules', error: null } } as const;
  test.each([
    ['it hangs on the credentials', { ...unclear, engines }, ['outcome-unknown']],
    ['nothing is known of it', unclear, []],
    ['it hangs on something else', { ...unclear, engines: openEngines('*') }, []],
    ['it was let through', { engines }, []],
  ] as const)('%s', (_, verdict, expected) => {
    expect(codes(allowed({ verdict }))).toEqual(expected);
  });
});

describe('no advice', () => {
  const last = hop({ method: 'GET', preflights: [], response: answer(200, fields(ECHO)) });
  test.each([
    ['on what failed', failed({ exchange: { hops: [last] } })],
    ['on what is of the same origin', allowed({ exchange: { hops: [last] }, verdict: { crossOrigin: false } })],
    ['on what is in flight', allowed({ exchange: { hops: [last] }, verdict: { outcome: { result: 'pending', evidence: 'rules', error: null } } })],
  ])('%s', (_, judged) => {
    expect(codes(judged)).toEqual([]);
  });
});

const to = (url: string) => allowed({ exchange: { hops: [hop({ url, method: 'GET', preflights: [], response: answer(200, fields(ECHO)) })] } });

test('an endpoint is advised on once', () => {
  expect(adviseOn([to(`${API}/items/1`), to(`${API}/items/2?x`)]).map(({ url }) => url)).toEqual([`${API}/items/1`]);
});

test('advice is bounded', () => {
  expect(adviseOn(Array.from({ length: MAX_ADVICE + 5 }, (_, index) => to(`${API}/e${index}`)))).toHaveLength(MAX_ADVICE);
});
