import { describe, expect, it } from 'vitest';
import { isPreflightSuccess, type PreflightEvidence, type PreflightRequest, preflightFetch } from '../../src/cors/preflight.ts';
import { answer, type Line, PAGE } from './build.ts';

const ORIGIN: Line = ['Access-Control-Allow-Origin', PAGE];
const CREDENTIALS: Line = ['Access-Control-Allow-Credentials', 'true'];
const methods = (value: string): Line => ['Access-Control-Allow-Methods', value];
const names = (value: string): Line => ['Access-Control-Allow-Headers', value];
const put = (changes: Partial<PreflightRequest> = {}): PreflightRequest => ({
  origin: PAGE,
  includesCredentials: false,
  method: 'PUT',
  unsafeNames: [],
  isOwnOrigin: false,
  ...changes,
});
const engines = { authorizationCoveredByWildcard: true, checksOwnOrigin: true, preflightOrigin: 'request' } as const;
const standard = { ...engines, authorizationCoveredByWildcard: false };
const firefox = { ...engines, checksOwnOrigin: false };

const cases: readonly [name: string, request: PreflightRequest, status: number, lines: readonly Line[], evidence: readonly PreflightEvidence[]][] = [
  ['listed', put(), 204, [ORIGIN, methods('GET, PUT')], []],
  ['wildcard', put(), 200, [ORIGIN, methods('*')], []],
  ['wildcard with credentials', put({ includesCredentials: true }), 200, [ORIGIN, CREDENTIALS, methods('*')], [{ code: 'method-not-allowed', method: 'PUT', value: '*', because: 'wildcard-with-credentials' }]],
  ['listed beside a wildcard', put({ includesCredentials: true }), 200, [ORIGIN, CREDENTIALS, methods('*, PUT')], []],
  ['other case', put({ method: 'patch' }), 200, [ORIGIN, methods('PATCH')], [{ code: 'method-not-allowed', method: 'patch', value: 'PATCH', because: 'case' }]],
  ['absent', put(), 200, [ORIGIN], [{ code: 'method-not-allowed', method: 'PUT', value: null, because: 'absent' }]],
  ['safelisted methods need no listing', put({ method: 'POST' }), 200, [ORIGIN, methods('GET')], []],
  ['unparsable methods, even for a safelisted method', put({ method: 'GET' }), 200, [ORIGIN, methods('G T')], [{ code: 'allow-methods-invalid', value: 'G T' }]],
  ['headers listed in any case', put({ method: 'GET', unsafeNames: ['x-a'] }), 200, [ORIGIN, names('X-A')], []],
  ['headers under a wildcard', put({ method: 'GET', unsafeNames: ['x-a', 'x-b'] }), 200, [ORIGIN, names('*')], []],
  ['headers under a wildcard with credentials', put({ method: 'GET', unsafeNames: ['x-a'], includesCredentials: true }), 200, [ORIGIN, CREDENTIALS, names('*')], [{ code: 'header-not-allowed', header: 'x-a', value: '*', because: 'wildcard-with-credentials' }]],
  ['every missing header', put({ method: 'GET', unsafeNames: ['x-a', 'x-b', 'x-c'] }), 200, [ORIGIN, names('x-b')], [{ code: 'header-not-allowed', header: 'x-a', value: 'x-b', because: 'absent' }, { code: 'header-not-allowed', header: 'x-c', value: 'x-b', because: 'absent' }]],
  ['unparsable headers', put({ method: 'GET', unsafeNames: ['x-a'] }), 200, [ORIGIN, names('x-a x-b')], [{ code: 'allow-headers-invalid', value: 'x-a x-b' }]],
  ['both lists unparsable', put({ unsafeNames: ['x-a'] }), 200, [ORIGIN, methods('a b'), names('a b')], [{ code: 'allow-methods-invalid', value: 'a b' }, { code: 'allow-headers-invalid', value: 'a b' }]],
  ['status alone', put(), 404, [ORIGIN, methods('PUT')], [{ code: 'preflight-status', status: 404 }]],
  ['everything, in order', put({ unsafeNames: ['x-a'] }), 401, [], [{ code: 'allow-origin-missing', status: 401 }, { code: 'preflight-status', status: 401 }, { code: 'method-not-allowed', method: 'PUT', value: null, because: 'absent' }, { code: 'header-not-allowed', header: 'x-a', value: null, because: 'absent' }]],
  ['redirect', put(), 301, [ORIGIN, methods('PUT'), ['Location', '/y']], [{ code: 'preflight-redirect', status: 301, location: '/y' }]],
  ['redirect without a location', put(), 302, [ORIGIN, methods('PUT')], [{ code: 'preflight-status', status: 302 }]],
  ['a location without a redirect', put(), 201, [ORIGIN, methods('PUT'), ['Location', '/y']], []],
]; // biome-ignore format: a row each

describe('CORS-preflight fetch', () => {
  it.each(cases)('%s', (_, request, status, lines, evidence) => {
    const response = answer(status, lines);
    expect([...preflightFetch(request, response, engines)]).toEqual(evidence);
    expect(isPreflightSuccess(request, response, engines)).toBe(evidence.length === 0);
  });

  it.each([200, 201, 204, 206, 299])('%i is an ok status', status =>
    expect(isPreflightSuccess(put(), answer(status, [ORIGIN, methods('PUT')]), engines)).toBe(true),
  );
  it.each([0, 199, 300, 304, 400, 407, 500, 999])('%i is not', status =>
    expect(isPreflightSuccess(put(), answer(status, [ORIGIN, methods('PUT')]), engines)).toBe(false),
  );

  it('Authorization under a wildcard: the standard refuses what engines let through', () => {
    const request = put({ method: 'GET', unsafeNames: ['authorization'] });
    const response = answer(204, [ORIGIN, names('*')]);
    expect(isPreflightSuccess(request, response, engines)).toBe(true);
    expect(isPreflightSuccess(request, response, standard)).toBe(false);
  });

  it.each([
    ['nothing said of an origin', 204, [methods('PUT')], true],
    ['a method left out', 204, [], false],
    ['an error', 404, [methods('PUT')], false],
  ] as const)('of the page’s own origin, after a redirect: Firefox lets through %s: %#', (_, status, lines, isSuccess) => {
    const request = put({ isOwnOrigin: true });
    expect(isPreflightSuccess(request, answer(status, lines), firefox)).toBe(isSuccess);
    expect(isPreflightSuccess(request, answer(status, lines), engines)).toBe(false);
  });
});
