import { describe, expect, it } from 'vitest';
import { compareOrigins, type OriginComparison, type OriginParts, partsOf } from '../../panel/origin-parts.ts';
import { exchange, hop, missing, verdict } from './fixtures.ts';

describe('partsOf', () => {
  it.each<[string, OriginParts | null]>([
    ['https://app.example', { scheme: 'https', host: 'app.example', port: '443', isDefaultPort: true }],
    ['http://localhost:3000', { scheme: 'http', host: 'localhost', port: '3000', isDefaultPort: false }],
    ['http://[::1]', { scheme: 'http', host: '[::1]', port: '80', isDefaultPort: true }],
    ['chrome-extension://abc', { scheme: 'chrome-extension', host: 'abc', port: '', isDefaultPort: true }],
    ['null', null],
    ['<script>', null],
  ])('%j', (origin, parts) => {
    expect(partsOf(origin)).toEqual(parts);
  });
});

describe('compareOrigins', () => {
  const compare = (page: string, urls: readonly string[], failedHop: number | null, hopOrigin = page): OriginComparison =>
    compareOrigins(
      exchange('e', { hops: urls.map(url => hop({ url })) }),
      verdict('blocked', failedHop === null ? [] : [missing({ hop: failedHop })], {
        origin: { value: page, basis: 'observed' },
        hopOrigins: urls.map((_, index) => (index === 0 ? page : hopOrigin)),
      }),
    );

  it.each<[page: string, server: string, differs: OriginComparison['differs']]>([
    ['https://app.example', 'https://app.example', []],
    ['http://app.example', 'https://app.example', ['scheme']],
    ['http://localhost:3000', 'http://localhost:3001', ['port']],
    ['https://app.example', 'https://app.example:8443', ['port']],
    ['https://app.example', 'https://api.example', ['host']],
    ['http://localhost:3000', 'https://api.example', ['scheme', 'host', 'port']],
    ['null', 'https://api.example', []],
  ])('%s with %s', (page, server, differs) => {
    expect(compare(page, [`${server}/x?y`], 0)).toEqual({ page, server, differs, isTainted: false });
  });

  const A = 'https://a.example';
  const B = 'https://b.example';
  it.each<[title: string, failedHop: number | null, server: string]>([
    ['where it stopped', 0, A],
    ['where it stopped, further on', 1, B],
    ['the last where it did not stop', null, B],
    ['the last where it stopped at what was not seen', 7, B],
  ])('takes the server of a chain %s', (_, failedHop, server) => {
    expect(compare('https://app.example', [A, B], failedHop).server).toBe(server);
  });

  it('knows where redirects took the page’s name away', () => {
    expect(compare('https://app.example', [A, B], 1, 'null')).toMatchObject({ page: 'https://app.example', isTainted: true });
    expect(compare('null', [A, B], 1, 'null')).toMatchObject({ page: 'null', isTainted: false });
  });
});
