import { describe, expect, it } from 'vitest';
import { corsHeadersOf, endpointOf, findHeader, isCorsHeader, originOf, partsOf, shortOrigin } from '../../panel/format.ts';
import { destinationOf } from '../../panel/list-keys.ts';

describe('addresses', () => {
  it.each([
    ['https://api.example/v1/orders?x=1#top', 'api.example/v1/orders?x=1'],
    ['http://user:secret@localhost:8080/', 'localhost:8080/'],
    ['data:text/plain,x', 'data:text/plain,x'],
    ['not a URL', 'not a URL'],
  ])('endpointOf %s', (url, endpoint) => {
    expect(endpointOf(url)).toBe(endpoint);
  });

  it.each([
    ['https://app.example', 'app.example'],
    ['http://localhost:3000', 'localhost:3000'],
    ['null', 'null'],
    ['moz-extension://id', 'moz-extension://id'],
  ])('shortOrigin %s', (origin, short) => {
    expect(shortOrigin(origin)).toBe(short);
  });

  it.each([
    ['https://api.example:8443/x', 'https://api.example:8443'],
    ['not a URL', 'not a URL'],
  ])('originOf %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });

  it.each([
    ['a short one is whole', 'https://api.example/x', { start: 'api.example/x', end: '', query: '' }],
    ['a long path keeps its end', 'https://api.example/v1/customers/42/orders', { start: 'api.example/v1/custo', end: 'mers/42/orders', query: '' }],
    ['the query is no end', 'https://api.example/x?a=1?b', { start: 'api.example/x', end: '', query: '?a=1?b' }],
    ['what does not parse is shown', 'not a URL', { start: 'not a URL', end: '', query: '' }],
  ])('partsOf: %s', (_, url, parts) => {
    expect(partsOf(endpointOf(url))).toEqual(parts);
  });

  it('bounds each part of an endpoint', () => {
    const { start, end, query } = partsOf(`api.example/${'a'.repeat(100_000)}/end?${'b'.repeat(100_000)}`);
    expect([start.length, end, query.length]).toEqual([300, 'aaaaaaaaaa/end', 300]);
  });
});

describe('headers', () => {
  const lines = [
    { name: 'ORIGIN', value: 'https://app.example' },
    { name: 'access-control-allow-origin', value: '*' },
    { name: 'X-Access-Control', value: 'no' },
  ];

  it('tells those of the CORS protocol', () => {
    expect(lines.map(({ name }) => isCorsHeader(name))).toEqual([true, true, false]);
    expect(corsHeadersOf(lines)).toEqual([lines[1]]);
  });

  it('finds one whatever its case', () => {
    expect([findHeader(lines, 'origin'), findHeader(lines, 'cookie'), findHeader(null, 'origin')]).toEqual(['https://app.example', null, null]);
  });
});

describe('destinationOf', () => {
  it.each([
    ['ArrowDown', 0, 5, 1],
    ['ArrowDown', 4, 5, 4],
    ['ArrowDown', -1, 5, 0],
    ['ArrowUp', 2, 5, 1],
    ['ArrowUp', 0, 5, 0],
    ['ArrowUp', -1, 5, 4],
    ['Home', 3, 5, 0],
    ['End', 1, 5, 4],
    ['PageDown', 1, 100, 11],
    ['PageDown', 95, 100, 99],
    ['PageUp', 5, 100, 0],
    ['a', 1, 5, null],
    ['ArrowDown', -1, 0, null],
  ])('%s from %i of %i', (key, index, count, destination) => {
    expect(destinationOf(key, index, count, 10)).toBe(destination);
  });
});
