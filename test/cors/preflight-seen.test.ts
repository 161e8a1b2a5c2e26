import { describe, expect, it } from 'vitest';
import { decidingPreflight, requestedHeaderNames, requestedMethod } from '../../src/cors/preflight-seen.ts';
import { answer, headers, hop, preflight } from './build.ts';

describe('the preflight that decided', () => {
  const asked = preflight({ requestId: 'asked' });
  const answered = preflight({ requestId: 'answered', response: answer(204) });
  const died = preflight({ requestId: 'died', state: 'failed', error: 'net::ERR_FAILED' });
  it.each([
    ['none', [], null],
    ['none that was answered', [asked], null],
    ['the last that was answered', [answered, asked], answered],
    ['the last', [answered, died], died],
  ] as const)('%s', (_, preflights, expected) => expect(decidingPreflight(hop({ preflights }))).toBe(expected));
});

describe('what a preflight asked for', () => {
  it.each([
    [null, []],
    ['', []],
    ['x-a', ['x-a']],
    ['authorization,x-a', ['authorization', 'x-a']],
    [' X-A , x-b,', ['x-a', 'x-b']],
  ] as const)('the names in %j', (value, names) => {
    const requestHeaders = value === null ? headers() : headers(['Access-Control-Request-Headers', value]);
    expect(requestedHeaderNames(preflight({ requestHeaders }))).toEqual(names);
  });
  it('no names where its headers were never seen', () => expect(requestedHeaderNames(preflight({ requestHeaders: null }))).toEqual([]));
  it('the method', () =>
    expect(requestedMethod(preflight({ requestHeaders: headers(['access-control-request-method', 'patch']) }), hop())).toBe('patch'));
  it('the request’s own method where its headers were never seen', () =>
    expect(requestedMethod(preflight({ requestHeaders: null }), hop({ method: 'PUT' }))).toBe('PUT'));
});
