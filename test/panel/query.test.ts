import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createFilter } from '../../panel/state/filter.ts';
import { parseQuery, withToken } from '../../panel/state/query.ts';
import type { Exchange } from '../../src/model.ts';
import { exchange, hop } from './fixtures.ts';
import { connected } from './world.ts';

describe('a search', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['', [], []],
    ['orders GET', ['orders', 'get'], []],
    ['origin:https://app.example', [], ['origin=https://app.example']],
    ['x kind:Fetch frame:3', ['x'], ['kind=fetch', 'frame=3']],
    ['endpoint:/a endpoint:/b', [], ['endpoint=/a', 'endpoint=/b']],
    ['origin:', [], []],
    ['https://api.example localhost:8080', ['https://api.example', 'localhost:8080'], []],
    ['my-origin:x', ['my-origin:x'], []],
  ])('"%s"', (text, words, tokens) => {
    const query = parseQuery(text);
    expect([query.words, query.tokens.map(({ field, value }) => `${field}=${value}`)]).toEqual([words, tokens]);
  });

  it.each([
    ['', 'kind:fetch'],
    ['orders', 'orders kind:fetch'],
    ['kind:image  orders', 'orders kind:fetch'],
    ['Kind:image origin:x', 'origin:x kind:fetch'],
  ])('"%s" with another token is "%s"', (text, found) => {
    expect(withToken(text, 'kind', 'fetch')).toBe(found);
  });
});

describe('a field', () => {
  const requests: readonly Exchange[] = [
    exchange('page', { type: 'allowed', hops: [hop({ url: 'https://api.example/orders/42?next=users' })] }),
    exchange('script', {
      type: 'allowed',
      log: { error: null, resourceType: 'script', initiator: null, requestHeaders: null },
      hops: [hop({ url: 'https://cdn.example/lib.js' })],
    }),
    exchange('frame', { type: 'allowed', frameId: 13, topOrigin: 'https://top.example', hops: [hop({ url: 'https://api.example/users' })] }),
    exchange('worker', { type: 'allowed', frameId: -1, topOrigin: 'https://app.example', hops: [hop({ url: 'https://api.example/sync' })] }),
    exchange('redirected', {
      type: 'allowed',
      hops: [hop({ url: 'https://api.example/old' }), hop({ url: 'https://new.example/orders' })],
    }),
  ];

  it.each<[string, readonly string[]]>([
    ['origin:app.example', ['page', 'script', 'frame', 'worker', 'redirected']],
    ['origin:https://cdn.example', ['script']],
    ['origin:new.example', ['redirected']],
    ['endpoint:orders', ['page', 'redirected']],
    ['endpoint:/orders/{id}', ['page']],
    ['endpoint:/orders/42', ['page']],
    ['endpoint:users', ['frame']],
    ['kind:script', ['script']],
    ['kind:allowed', ['page', 'script', 'frame', 'worker', 'redirected']],
    ['frame:page', ['page', 'script', 'redirected']],
    ['frame:worker', ['worker']],
    ['frame:13', ['frame']],
    ['frame:1', []],
    ['frame:page endpoint:orders', ['page', 'redirected']],
    ['endpoint:orders new', ['redirected']],
    ['endpoint:orders users', ['page']],
  ])('%s', (text, ids) => {
    const { log } = connected(...requests).store;
    const filter = createFilter(log, signal(null));
    filter.shown.value = 'all';
    filter.query.value = text;
    expect(filter.visible.value.map(({ id }) => id)).toEqual(ids);
  });
});
