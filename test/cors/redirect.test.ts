import { describe, expect, it } from 'vitest';
import { locationOf, type RedirectEvidence, type RedirectRequest, redirectFetch, serializeRequestOrigins } from '../../src/cors/redirect.ts';
import { API, answer, PAGE } from './build.ts';

const request = (changes: Partial<RedirectRequest> = {}): RedirectRequest => ({
  mode: 'cors',
  origin: PAGE,
  currentUrl: `${API}/x`,
  isCorsTainted: true,
  refusesInsecure: false,
  ...changes,
});
const to = (location: string, status = 302) => answer(status, [['Location', location]]);

describe('HTTP-redirect fetch', () => {
  const cases: readonly [location: string, evidence: readonly RedirectEvidence[]][] = [
    ['/y', []],
    ['https://b.test/', []],
    ['', []],
    ['http://[', [{ code: 'redirect-malformed', error: '' }]],
    ['data:,x', [{ code: 'redirect-scheme', location: 'data:,x', scheme: 'data' }]],
    ['foo:bar', [{ code: 'redirect-scheme', location: 'foo:bar', scheme: 'foo' }]],
    ['http://u:p@b.test/', [{ code: 'redirect-with-userinfo', location: 'http://u:p@b.test/' }]],
    ['http://u@localhost:9000/', [{ code: 'redirect-with-userinfo', location: 'http://u@localhost:9000/' }]],
    ['ftp://u@b.test/', [{ code: 'redirect-scheme', location: 'ftp://u@b.test/', scheme: 'ftp' }, { code: 'redirect-with-userinfo', location: 'ftp://u@b.test/' }]],
  ]; // biome-ignore format: a row each
  it.each(cases)('to %j', (location, evidence) => expect([...redirectFetch(request(), to(location))]).toEqual(evidence));

  it.each([
    ['another machine', 'http://b.test/y', [{ code: 'redirect-insecure', location: 'http://b.test/y' }]],
    ['this machine', 'http://localhost:9000/y', []],
    ['https', 'https://b.test/y', []],
  ] as const)('of a secure page, to %s', (_, location, evidence) =>
    expect([...redirectFetch(request({ origin: 'https://page.test', refusesInsecure: true }), to(location))]).toEqual(evidence),
  );

  it.each([301, 302, 303, 307, 308])('%i is a redirect', status => expect(locationOf(to('/y', status))).toBe('/y'));
  it.each([200, 300, 304, 305, 306])('%i is none', status => expect(locationOf(to('/y', status))).toBeNull());
  it('without a location it is an answer', () => expect([...redirectFetch(request(), answer(302))]).toEqual([]));

  it.each([
    ['back to the page after crossing', `http://u@127.0.0.1:8000/`, request(), 1],
    ['within the page’s origin', `http://u@127.0.0.1:8000/`, request({ isCorsTainted: false }), 0],
    ['across for the first time', 'http://u@b.test/', request({ isCorsTainted: false }), 1],
    ['in mode no-cors', 'http://u@b.test/', request({ isCorsTainted: false, mode: 'no-cors' }), 0],
  ] as const)('userinfo %s', (_, location, asked, found) => expect([...redirectFetch(asked, to(location))]).toHaveLength(found));
});

describe('the serialized request origin', () => {
  const [a, b, c] = ['http://a.test', 'http://b.test', 'http://c.test'];
  it.each([
    ['a', [a], [a]],
    ['a b', [a, b], [a, a]],
    ['b c', [b, c], [a, 'null']],
    ['b b', [b, b], [a, a]],
    ['b a', [b, a], [a, 'null']],
    ['a b c', [a, b, c], [a, a, 'null']],
    ['b c a', [b, c, a], [a, 'null', 'null']],
    ['a a b b', [a, a, b, b], [a, a, a, a]],
  ])('of a.test along %s', (_, urls, origins) => expect(serializeRequestOrigins(a, urls)).toEqual(origins));
});
