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
      name: 'a request that a service worker left to the network, announced once more (Firefox)',
      events: [
        event('started', 'R', put),
        event('redirected', 'R', { ...put, status: 0 }),
        event('started', 'R', put),
        event('sent', 'R', put),
        ...preflight('P', asks('PUT')),
        ...answer('R', put),
      ],
      expected: { R: { state: 'completed', incomplete: false, hops: [['PUT', URL, 200, [['P', 'completed']]]] } },
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
    {
      name: 'a preflight that begins after its request was given up (Chromium): it goes to no other',
      events: [
        event('started', 'A', put),
        event('started', 'B', put),
        event('failed', 'A', { ...put, error: 'net::ERR_ABORTED' }),
        ...preflight('PA', asks('PUT')),
        ...preflight('PB', asks('PUT')),
        event('sent', 'B', put),
        ...answer('B', put),
      ],
      expected: {
        A: { state: 'failed', incomplete: false, hops: [['PUT', URL, null, [['PA', 'completed']]]] },
        B: { state: 'completed', incomplete: false, hops: [['PUT', URL, 200, [['PB', 'completed']]]] },
      },
    },
    {
      name: 'a request given up before it had a preflight (Chromium): the one that it was given is left to the request that goes on after it',
      events: [
        event('started', 'A', put),
        event('started', 'B', put),
        event('failed', 'A', { ...put, error: 'net::ERR_ABORTED' }),
        ...preflight('PB', asks('PUT')),
        event('sent', 'B', put),
        ...answer('B', put),
      ],
      expected: {
        A: { state: 'failed', incomplete: false, hops: [['PUT', URL, null, []]] },
        B: { state: 'completed', incomplete: false, hops: [['PUT', URL, 200, [['PB', 'completed']]]] },
      },
    },
    {
      name: 'a request given up while its preflight goes on (Chromium): it takes no other that has ended',
      events: [
        event('started', 'A', put),
        event('started', 'B', put),
        ...preflight('PA', asks('PUT')).slice(0, 2),
        ...preflight('PB', asks('PUT')),
        event('failed', 'A', { ...put, error: 'net::ERR_ABORTED' }),
        event('sent', 'B', put),
        event('completed', 'PA', options),
      ],
      expected: {
        A: { state: 'failed', incomplete: false, hops: [['PUT', URL, null, [['PA', 'completed']]]] },
        B: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PB', 'completed']]]] },
      },
    },
    {
      name: 'requests whose preflight is through keep it, whatever others do',
      events: [
        event('started', 'A', put),
        event('started', 'B', put),
        ...preflight('PA', asks('PUT')),
        event('sent', 'A', put),
        ...preflight('PB', asks('PUT')).slice(0, 2),
        event('failed', 'PB', { ...options, error: 'net::ERR_FAILED' }),
        event('failed', 'B', { ...put, error: 'net::ERR_EMPTY_RESPONSE' }),
      ],
      expected: {
        A: { state: 'open', incomplete: false, hops: [['PUT', URL, null, [['PA', 'completed']]]] },
        B: { state: 'failed', incomplete: false, hops: [['PUT', URL, null, [['PB', 'failed']]]] },
      },
    },
    {
      name: "the preflight of the page's own OPTIONS request, while another one's has died",
      events: [
        event('started', 'A', options),
        ...preflight('PA', asks('OPTIONS')).slice(0, 2),
        event('failed', 'PA', { ...options, error: 'net::ERR_FAILED' }),
        event('started', 'B', options),
        ...preflight('PB', asks('OPTIONS')),
        event('failed', 'A', { ...options, error: 'net::ERR_EMPTY_RESPONSE' }),
      ],
      expected: {
        A: { state: 'failed', incomplete: false, hops: [['OPTIONS', URL, null, [['PA', 'failed']]]] },
        B: { state: 'open', incomplete: false, hops: [['OPTIONS', URL, null, [['PB', 'completed']]]] },
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

  /** In Firefox a request's headers come first, and the preflight of one that is given up ends before it. */
  const inFirefox = (observations: readonly Observation[]) => {
    const exchanges = play(observations, createPairing({ linesKnown: false }));
    return Object.fromEntries([...exchanges].map(([id, { hops }]) => [id, hops.flatMap(hop => hop.preflights.map(({ requestId }) => requestId))]));
  };
  const begun = (id: string, details = {}): readonly Observation[] => [event('started', id, put), event('sent', id, { ...put, ...details })];
  const givenUp = { error: 'NS_BINDING_ABORTED' };

  it('leaves an open preflight to the next request when the one that has it is given up, and every later one moves on (Firefox)', () => {
    const given = inFirefox([
      ...begun('A'),
      ...begun('B'),
      ...begun('C'),
      ...preflight('PB', asks('PUT')).slice(0, 2),
      ...preflight('PC', asks('PUT')),
      event('failed', 'A', { ...put, ...givenUp }),
      event('completed', 'PB', options),
      ...answer('C', put),
      ...answer('B', put),
    ]);
    expect(given).toEqual({ A: [], B: ['PB'], C: ['PC'] });
  });

  it('leaves it to no request with other headers (Firefox)', () => {
    const given = inFirefox([
      ...begun('A'),
      ...begun('X', { headers: { 'X-A': '1' } }),
      ...begun('B'),
      ...preflight('PB', asks('PUT')).slice(0, 2),
      event('failed', 'A', { ...put, ...givenUp }),
      ...preflight('PX', asks('PUT', 'x-a')),
    ]);
    expect(given).toEqual({ A: [], B: ['PB'], X: ['PX'] });
  });

  it('gives the preflight that was given up to the request that was, and the one that was refused to the request that was (Firefox)', () => {
    const given = inFirefox([
      ...begun('A'),
      ...begun('B'),
      ...begun('C'),
      ...preflight('PB', asks('PUT')),
      ...preflight('PA', asks('PUT')).slice(0, 2),
      ...preflight('PC', asks('PUT')).slice(0, 3),
      event('failed', 'PA', { ...options, ...givenUp }),
      event('failed', 'A', { ...put, ...givenUp }),
      event('failed', 'PC', { ...options, error: 'NS_ERROR_DOM_BAD_URI' }),
      ...answer('B', put),
      event('failed', 'C', { ...put, error: 'NS_ERROR_DOM_BAD_URI' }),
    ]);
    expect(given).toEqual({ A: ['PA'], B: ['PB'], C: ['PC'] });
  });

  it('leaves every request that was given up the preflight that had ended, in whatever order they end (Firefox)', () => {
    const given = inFirefox([
      ...begun('A'),
      ...begun('B'),
      ...preflight('PA', asks('PUT')),
      ...preflight('PB', asks('PUT')).slice(0, 2),
      event('failed', 'PB', { ...options, ...givenUp }),
      event('failed', 'A', { ...put, ...givenUp }),
      event('failed', 'B', { ...put, ...givenUp }),
    ]);
    expect(given).toEqual({ A: ['PA'], B: ['PB'] });
  });

  it('leaves a request its preflight that was sent, but lost its connection and fails as if refused (Firefox)', () => {
    const given = inFirefox([
      ...begun('A'),
      ...begun('B'),
      ...preflight('PA', asks('PUT')),
      ...preflight('PB', asks('PUT')).slice(0, 3),
      event('failed', 'PB', { ...options, error: 'NS_ERROR_DOM_BAD_URI' }),
      event('delivered', 'A', { ...put, status: 0 }),
      event('failed', 'A', { ...put, error: 'NS_ERROR_DOM_BAD_URI' }),
      event('failed', 'B', { ...put, error: 'NS_ERROR_DOM_BAD_URI' }),
    ]);
    expect(given).toEqual({ A: ['PA'], B: ['PB'] });
  });

  it('lets go of requests that were given up: the oldest first, and all with their tab', () => {
    const pairing = createPairing({ linesKnown: true });
    const ids = Array.from({ length: 1_000 }, (_, index) => String(index));
    play(
      ids.flatMap(id => [event('started', id, put), event('failed', id, { ...put, error: 'net::ERR_ABORTED' })]),
      pairing,
    );
    const late = play(preflight('P', asks('PUT')), pairing);
    expect([...late.keys()]).toHaveLength(1);
    expect([...late.keys()]).not.toEqual(['0']);
    pairing.forget(1);
    expect(play(preflight('Q', asks('PUT')), pairing).size).toBe(0);
  });

  it('keeps preflights apart whose requests began before recording, however many are alike', () => {
    const exchanges = play([...preflight('P1', asks('PUT')), ...preflight('P2', asks('PUT')), event('sent', 'R', put)]);
    expect([...exchanges.keys()]).toEqual(['R']);
  });

  it('marks what was in flight when the worker stopped, and goes on with it', () => {
    const before = play([event('started', 'R', put), event('started', 'P', options), event('sent', 'P', asks('PUT'))]);
    const pairing = createPairing({ linesKnown: true });
    pairing.restore([...before.values()]);
    const after = play([event('completed', 'P', options), event('failed', 'R', put)], pairing);
    expect(summary(after.get('R'))).toEqual({ state: 'failed', incomplete: true, hops: [['PUT', URL, null, [['P', 'completed']]]] });
  });

  it.each([
    ['javascript:alert(1)', 302, false],
    ['app://signed-in', 307, false],
    ['http:', 302, true],
    ['/elsewhere', 302, true],
    ['https://[', 302, true],
    ['app://signed-in', 200, true],
  ] as const)('marks what a worker’s stop interrupted on its way to %s after a %i: %s', (location, status, incomplete) => {
    const before = play([event('started', 'R'), event('sent', 'R'), event('answered', 'R', { status, headers: { Location: location } })]);
    const [taken] = createPairing({ linesKnown: true }).restore([...before.values()]);
    expect(taken?.incomplete).toBe(incomplete);
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
