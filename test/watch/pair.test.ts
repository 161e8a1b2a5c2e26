import { describe, expect, it } from 'vitest';
import type { Exchange, Observation } from '../../src/model.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { event } from './events.ts';

const play = (observations: readonly Observation[], pairing = createPairing({ linesKnown: true })): Map<string, Exchange> => {
  const exchanges = new Map<string, Exchange>();
  for (const observation of observations) for (const exchange of pairing.observe(observation)) exchanges.set(exchange.id, exchange);
  return exchanges;
};

const put = { method: 'PUT' } as const;
const options = { method: 'OPTIONS' } as const;
const asks = (method: string, headers = '') => ({
  ...options,
  headers: { 'Access-Control-Request-Method': method, ...(headers && { 'Access-Control-Request-Headers': headers }) },
});

/** A whole preflight, nested where the browser nests it. */
const preflight = (id: string, asked: ReturnType<typeof asks>): readonly Observation[] => [
  event('started', id, options),
  event('sent', id, asked),
  event('answered', id, { ...options, status: 204 }),
  event('delivered', id, { ...options, status: 204 }),
  event('completed', id, { ...options, status: 204 }),
];
const answer = (id: string, details = {}): readonly Observation[] => [
  event('answered', id, details),
  event('delivered', id, details),
  event('completed', id, details),
];

const summary = (exchange: Exchange | undefined) =>
  exchange && {
    state: exchange.state,
    incomplete: exchange.incomplete,
    hops: exchange.hops.map(hop => [hop.method, hop.url, hop.response?.status ?? null, hop.preflights.map(p => [p.requestId, p.state])]),
  };

const URL = 'http://api.test/data';

describe('pairing', () => {
  const cases: readonly { readonly name: string; readonly events: readonly Observation[]; readonly expected: Readonly<Record<string, unknown>> }[] = [
    {
      name: 'a simple request',
      events: [event('started', 'R'), event('sent', 'R'), ...answer('R')],
      expected: { R: { state: 'completed', incomplete: false, hops: [['GET', URL, 200, []]] } },
    },
    {
      name: "a preflight before its request's headers (Chromium)",
      events: [event('started', 'R', put), ...preflight('P', asks('PUT')), event('sent', 'R', put), ...answer('R', put)],
      expected: { R: { state: 'completed', incomplete: false, hops: [['PUT', URL, 200, [['P', 'completed']]]] } },
    },
    {
      name: "a preflight after its request's headers (Firefox)",
      events: [event('started', 'R', put), event('sent', 'R', put), ...preflight('P', asks('PUT')), ...answer('R', put)],
      expected: { R: { state: 'completed', incomplete: false, hops: [['PUT', URL, 200, [['P', 'completed']]]] } },
    },
    {
      name: 'a refused preflight whose end comes after the error of its request',
      events: [event('started', 'R', put), ...preflight('P', asks('PUT')).slice(0, 4), event('failed', 'R', put), event('completed', 'P', options)],
      expected: { R: { state: 'failed', incomplete: false, hops: [['PUT', URL, null, [['P', 'completed']]]] } },
    },
    {
      name: 'an OPTIONS request of the page, preflighted itself',
      events: [event('started', 'R', options), ...preflight('P', asks('OPTIONS')), event('sent', 'R', options), ...answer('R', options)],
      expected: { R: { state: 'completed', incomplete: false, hops: [['OPTIONS', URL, 200, [['P', 'completed']]]] } },
    },
    {
      name: 'a redirect that takes the content away, and a preflight that asks for its type all the same (Firefox)',
      events: [
        event('started', 'R', { method: 'POST' }),
        event('sent', 'R', { method: 'POST', headers: { 'Content-Type': 'application/json' } }),
        event('redirected', 'R', { method: 'POST', status: 302, to: URL }),
        event('started', 'R'),
        event('sent', 'R', { headers: { Accept: '*/*' } }),
        ...preflight('P', asks('GET', 'content-type')),
        ...answer('R'),
      ],
      expected: {
        R: {
          state: 'completed',
          incomplete: false,
          hops: [
            ['POST', URL, 302, []],
            ['GET', URL, 200, [['P', 'completed']]],
          ],
        },
      },
    },
    {
      name: 'a redirect, and a preflight of its target',
      events: [
        event('started', 'R', put),
        ...preflight('P1', asks('PUT')),
        event('sent', 'R', put),
        event('answered', 'R', { ...put, status: 307 }),
        event('redirected', 'R', { ...put, status: 307, to: 'http://other.test/' }),
        event('started', 'R', { ...put, url: 'http://other.test/' }),
        ...preflight('P2', asks('PUT')).map(observation => ({ ...observation, url: 'http://other.test/' })),
        event('sent', 'R', { ...put, url: 'http://other.test/' }),
        ...answer('R', { ...put, url: 'http://other.test/' }),
      ],
      expected: {
        R: {
          state: 'completed',
          incomplete: false,
          hops: [
            ['PUT', URL, 307, [['P1', 'completed']]],
            ['PUT', 'http://other.test/', 200, [['P2', 'completed']]],
          ],
        },
      },
    },
    {
      name: 'a request that began before recording',
      events: [event('answered', 'R', { status: 404 }), event('completed', 'R', { status: 404 })],
      expected: { R: { state: 'completed', incomplete: true, hops: [['GET', URL, 404, []]] } },
    },
    {
      name: 'a request that began before recording, and its preflight after',
      events: [...preflight('P', asks('PUT')), event('sent', 'R', put), ...answer('R', put)],
      expected: { R: { state: 'completed', incomplete: true, hops: [['PUT', URL, 200, [['P', 'completed']]]] } },
    },
    {
      name: 'a preflight whose beginning was missed',
      events: [event('started', 'R', put), ...preflight('P', asks('PUT')).slice(1), event('sent', 'R', put), ...answer('R', put)],
      expected: { R: { state: 'completed', incomplete: false, hops: [['PUT', URL, 200, [['P', 'completed']]]] } },
    },
    {
      name: 'preflights that die: each takes one of two requests alike, before either is taken for a repetition',
      events: [
        event('started', 'A', put),
        event('started', 'B', put),
        ...preflight('PB', asks('PUT')).slice(0, 2),
        event('failed', 'PB', options),
        ...preflight('PA', asks('PUT')).slice(0, 2),
        event('failed', 'PA', options),
      ],
      expected: {
        A: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PB', 'failed']]]] },
        B: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PA', 'failed']]]] },
      },
    },
    {
      name: 'a refused request whose preflight was given to another one alike',
      events: [
        event('started', 'A', put),
        event('started', 'B', put),
        ...preflight('PB', asks('PUT')),
        event('failed', 'B', put),
        ...preflight('PA', asks('PUT')),
        event('failed', 'A', put),
      ],
      expected: {
        A: { state: 'failed', incomplete: false, hops: [['PUT', URL, null, [['PA', 'completed']]]] },
        B: { state: 'failed', incomplete: false, hops: [['PUT', URL, null, [['PB', 'completed']]]] },
      },
    },
    {
      name: 'requests that differ in nothing but the frame',
      events: [
        event('started', 'A', { ...put, frameId: 1 }),
        event('started', 'B', { ...put, frameId: 2 }),
        ...preflight('PB', asks('PUT')).map(observation => ({ ...observation, frameId: 2 })),
        ...preflight('PA', asks('PUT')).map(observation => ({ ...observation, frameId: 1 })),
      ],
      expected: {
        A: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PA', 'completed']]]] },
        B: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PB', 'completed']]]] },
      },
    },
    {
      name: 'preflights that overtake one another: each goes to the request that sends what it asked for',
      events: [
        event('started', 'A', put),
        event('started', 'B', put),
        ...preflight('PB', asks('PUT', 'x-b')),
        ...preflight('PA', asks('PUT', 'x-a')),
        event('sent', 'A', { ...put, headers: { 'X-A': '1' } }),
        event('sent', 'B', { ...put, headers: { 'X-B': '1' } }),
      ],
      expected: {
        A: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PA', 'completed']]]] },
        B: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PB', 'completed']]]] },
      },
    },
    {
      name: 'headers known before the preflight (Firefox): the request with the fewest others',
      events: [
        event('started', 'A', put),
        event('sent', 'A', { ...put, headers: { 'X-A': '1', 'X-B': '1' } }),
        event('started', 'B', put),
        event('sent', 'B', { ...put, headers: { 'X-A': '1' } }),
        ...preflight('PB', asks('PUT', 'x-a')),
      ],
      expected: {
        A: { state: 'open', incomplete: false, hops: [['PUT', URL, null, []]] },
        B: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PB', 'completed']]]] },
      },
    },
  ];
  it.each(cases)('$name', ({ events, expected }) => {
    const exchanges = play(events);
    expect(Object.fromEntries([...exchanges].map(([id, exchange]) => [id, summary(exchange)]))).toEqual(expected);
  });

  it('pairs hundreds of identical requests in flight at once one to one', () => {
    const count = 500;
    const ids = Array.from({ length: count }, (_, index) => String(index));
    const exchanges = play([
      ...ids.map(id => event('started', `R${id}`, put)),
      ...ids.map(id => event('started', `P${id}`, options)),
      ...ids.map(id => event('sent', `P${id}`, asks('PUT'))),
      ...ids.map(id => event('completed', `P${id}`, options)),
      ...ids.map(id => event('failed', `R${id}`, put)),
    ]);
    const owned = [...exchanges.values()].map(exchange => exchange.hops[0]?.preflights.map(({ requestId }) => requestId));
    expect(owned.every(preflights => preflights?.length === 1)).toBe(true);
    expect(new Set(owned.flat()).size).toBe(count);
  });

  it('marks what was in flight when the worker stopped, and goes on with it', () => {
    const before = play([event('started', 'R', put), event('started', 'P', options), event('sent', 'P', asks('PUT'))]);
    const pairing = createPairing({ linesKnown: true });
    pairing.restore([...before.values()]);
    const after = play([event('completed', 'P', options), event('failed', 'R', put)], pairing);
    expect(summary(after.get('R'))).toEqual({ state: 'failed', incomplete: true, hops: [['PUT', URL, null, [['P', 'completed']]]] });
  });

  it('forgets what was in flight in a tab that is no longer inspected', () => {
    const pairing = createPairing({ linesKnown: true });
    play([event('started', 'R', put)], pairing);
    pairing.forget(1);
    expect(summary(play([event('failed', 'R', put)], pairing).get('R'))).toMatchObject({ incomplete: true });
  });

  it('keeps what the server sent apart from what another extension made of it', () => {
    const exchanges = play([
      event('started', 'R'),
      event('answered', 'R', { headers: { server: 'x' } }),
      event('delivered', 'R', { headers: { server: 'x', 'access-control-allow-origin': '*' } }),
    ]);
    const response = exchanges.get('R')?.hops[0]?.response;
    expect([response?.headers.length, response?.delivered?.length]).toEqual([1, 2]);
  });

  it('takes no notice of the status 0 with which Firefox ends a redirected preflight', () => {
    const exchanges = play([
      event('started', 'R', put),
      event('sent', 'R', put),
      event('started', 'P', options),
      event('sent', 'P', asks('PUT')),
      event('answered', 'P', { ...options, status: 302 }),
      event('redirected', 'P', { ...options, status: 302, to: 'http://other.test/' }),
      event('delivered', 'P', { ...options, status: 0 }),
    ]);
    expect(exchanges.get('R')?.hops[0]?.preflights[0]?.response?.status).toBe(302);
  });
});
