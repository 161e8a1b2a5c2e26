import { describe, expect, it } from 'vitest';
import { inferMode } from '../../src/cors/mode.ts';
import type { Exchange } from '../../src/model.ts';
import { exchange, headers, hop, PAGE, preflight } from './build.ts';

const ORIGIN = ['Origin', PAGE] as const;
const sent = (type: string, method: string, lines: readonly (readonly [string, string])[] | null): Exchange =>
  exchange({ type, hops: [hop({ method, requestHeaders: lines === null ? null : headers(...lines) })] });

describe('mode', () => {
  const cases: readonly [name: string, seen: Exchange, value: string, basis: string][] = [
    ['Sec-Fetch-Mode', sent('image', 'GET', [['Sec-Fetch-Mode', 'cors']]), 'cors', 'observed'],
    ['Sec-Fetch-Mode that is no mode of ours', sent('image', 'GET', [['Sec-Fetch-Mode', 'webtransport']]), 'unknown', 'observed'],
    ['a preflight, where the request was never sent', exchange({ type: 'ping', hops: [hop({ requestHeaders: null, preflights: [preflight()] })] }), 'cors', 'observed'],
    ['Origin on GET', sent('image', 'GET', [ORIGIN]), 'cors', 'inferred'],
    ['Origin on GET of a frame', { ...sent('image', 'GET', [ORIGIN]), frameId: 3 }, 'cors', 'assumed'],
    ['Origin on HEAD', sent('xmlhttprequest', 'HEAD', [ORIGIN]), 'cors', 'assumed'],
    ['Origin on POST of fetch', sent('xmlhttprequest', 'POST', [ORIGIN]), 'cors', 'assumed'],
    ['Origin on POST of a beacon', sent('ping', 'POST', [ORIGIN]), 'no-cors', 'assumed'],
    ['Origin on POST of a beacon with JSON', sent('ping', 'POST', [ORIGIN, ['Content-Type', 'application/json']]), 'cors', 'inferred'],
    ['Origin on PUT, whose preflight the browser remembers', sent('other', 'PUT', [ORIGIN]), 'cors', 'inferred'],
    ['an image without Origin', sent('image', 'GET', []), 'no-cors', 'inferred'],
    ['fetch without Origin', sent('xmlhttprequest', 'GET', []), 'no-cors', 'inferred'],
    ['fetch, never sent', sent('xmlhttprequest', 'GET', null), 'cors', 'assumed'],
    ['a script, never sent', sent('script', 'GET', null), 'no-cors', 'assumed'],
    ['a font', sent('font', 'GET', null), 'cors', 'inferred'],
    ['the page itself', sent('main_frame', 'GET', []), 'navigate', 'inferred'],
    ['a frame’s form', sent('sub_frame', 'POST', [ORIGIN]), 'navigate', 'inferred'],
    ['a WebSocket', sent('websocket', 'GET', [ORIGIN]), 'websocket', 'inferred'],
    ['a service worker’s copy, perhaps', exchange({ state: 'failed', hops: [hop({ requestHeaders: null })], opaqueCopyAt: 1 }), 'cors', 'assumed'],
  ]; // biome-ignore format: a row each
  it.each(cases)('%s', (_, seen, value, basis) => expect(inferMode(seen, [true])).toEqual({ value, basis }));

  const own = (changes: Partial<Exchange>, ...lines: readonly (readonly [string, string])[]): Exchange =>
    exchange({ type: 'script', hops: [hop({ url: `${PAGE}/x`, requestHeaders: headers(...lines) })], ...changes });
  it.each([
    ['names its origin', own({}, ORIGIN), 'cors', 'inferred'],
    ['names its origin, in a frame', own({ frameId: 3 }, ORIGIN), 'cors', 'assumed'],
    ['is refused on its way elsewhere', own({ state: 'failed', error: 'NS_ERROR_UNEXPECTED' }), 'cors', 'assumed'],
    ['is redirected out of the web', own({ state: 'failed', error: 'net::ERR_UNSAFE_REDIRECT' }), 'no-cors', 'assumed'],
    ['ends well', own({}), 'no-cors', 'assumed'],
  ])('of a script of the page’s own server that %s', (_, seen, value, basis) => expect(inferMode(seen, [false])).toEqual({ value, basis }));

  it('a hop within the page’s origin says nothing', () =>
    expect(
      inferMode(exchange({ hops: [hop({ url: `${PAGE}/x`, requestHeaders: headers() }), hop({ requestHeaders: headers(ORIGIN) })] }), [false, true]),
    ).toEqual({
      value: 'cors',
      basis: 'inferred',
    }));
});
