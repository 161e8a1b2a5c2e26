import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import type { Exchange } from '../../src/model.ts';
import { type Policy, policyOf } from '../../src/recipes/policy.ts';
import { policiesOf } from '../../src/recipes/server-policies.ts';
import { API, answer, exchange, headers, hop, PAGE, preflight } from '../cors/build.ts';

/** A PUT whose preflight asked for these headers and was answered so. */
const refused = (asked: string, allowed: readonly (readonly [string, string])[] = [], origin = PAGE): Exchange => {
  const requestHeaders = headers(['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', asked], ['Origin', origin]);
  return exchange({
    initiator: origin,
    hops: [hop({ method: 'PUT', requestHeaders: null, preflights: [preflight({ requestHeaders, response: answer(204, [...allowed]) })] })],
    state: 'failed',
    error: 'net::ERR_FAILED',
  });
};
const policy = (seen: Exchange): Policy | null => {
  const verdict = evaluate(seen, 'chromium');
  const { fix } = explain(seen, verdict, 'chromium');
  if (fix === null) throw new Error('There is no fix.');
  return policyOf(seen, verdict, fix);
};

describe('what a server has to allow', () => {
  it('is what the fix and the request name', () => {
    expect(policy(refused('authorization,x-trace'))).toMatchObject({
      origins: [PAGE],
      methods: ['PUT'],
      headers: ['authorization', 'x-trace'],
      exposed: [],
    });
  });

  it('keeps what the server allowed already', () => {
    const seen = refused('x-trace', [
      ['Access-Control-Allow-Origin', PAGE],
      ['Access-Control-Allow-Methods', 'PUT, DELETE'],
    ]);
    expect(policy(seen)?.methods).toEqual(['PUT', 'DELETE']);
  });

  it('names what a star stood for', () => {
    const seen = refused('x-trace', [
      ['Access-Control-Allow-Methods', '*'],
      ['Access-Control-Allow-Headers', '*'],
    ]);
    expect(policy(seen)).toMatchObject({ methods: ['PUT'], headers: ['x-trace'] });
  });

  it('keeps a star for what the page may read, unless it asks with credentials, to which a star means nothing', () => {
    const exposing = (...requestHeaders: readonly (readonly [string, string])[]) =>
      policy(
        exchange({
          hops: [
            hop({
              requestHeaders: headers(['Origin', PAGE], ...requestHeaders),
              response: answer(200, [['Access-Control-Expose-Headers', '*, X-Total']]),
            }),
          ],
          state: 'failed',
          error: 'net::ERR_FAILED',
        }),
      )?.exposed;
    expect(exposing()).toEqual(['*', 'X-Total']);
    expect(exposing(['Cookie', 'session=1'])).toEqual(['X-Total']);
  });

  it.each(['x-$remote_addr', "x-'a", 'x-`id`', 'x-%1', 'x|y'])('is nothing to write down with a header called %s', name => {
    expect(policy(refused(name))).toBe(null);
  });

  it('is what the request itself says where the browser remembered an earlier preflight', () => {
    const sent = headers(['Origin', PAGE], ['Authorization', 'Bearer x'], ['X-Trace', '1'], ['User-Agent', 'a browser']);
    const seen = exchange({
      hops: [hop({ method: 'PUT', requestHeaders: sent, preflights: [], response: answer(200) })],
      state: 'failed',
      error: 'net::ERR_FAILED',
    });
    expect(policy(seen)).toMatchObject({ methods: ['PUT'], headers: ['authorization', 'x-trace'] });
  });

  it('is nothing to write down with a method in lower case, which packages take for the other', () => {
    expect(policy(refused('x-trace', [['Access-Control-Allow-Methods', 'patch']]))).toBe(null);
  });

  it('is nothing to write down for a page without an origin', () => {
    expect(policy(refused('x-trace', [], 'null'))).toBe(null);
  });

  const fixOf = (seen: Exchange) => {
    const verdict = evaluate(seen, 'chromium');
    const { fix } = explain(seen, verdict, 'chromium');
    if (fix === null) throw new Error('There is no fix.');
    return policiesOf(seen, verdict, fix);
  };
  const redirectedTo = (location: string) =>
    exchange({ hops: [hop({ url: `${API}/a`, response: answer(302, [['Location', location]]) })], state: 'failed', error: 'net::ERR_FAILED' });

  it('is one policy for two answers of one server', () => {
    expect(fixOf(redirectedTo('/b'))).toMatchObject([{ server: API, hop: 0, policy: { origins: [PAGE] } }]);
  });

  it('is told of each server of a chain; a second one is not told the origin of the page, and has none', () => {
    expect(fixOf(redirectedTo('http://localhost:9001/b'))).toMatchObject([
      { server: API, hop: 0, policy: { origins: [PAGE] } },
      { server: 'http://localhost:9001', hop: 1, policy: null },
    ]);
  });
});
