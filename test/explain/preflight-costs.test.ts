import { describe, expect, it } from 'vitest';
import { preflightCosts } from '../../src/explain/preflight-costs.ts';
import type { Exchange, Failure, Verdict } from '../../src/model.ts';
import { API, answer, exchange, headers, hop, PAGE, preflight } from '../cors/build.ts';
import { missing, verdict } from '../panel/fixtures.ts';

interface Asking {
  /** In seconds. */
  readonly at: number;
  readonly took?: number;
  readonly path?: string;
  readonly method?: string;
  readonly names?: string;
  readonly maxAge?: string;
  readonly methods?: string;
  readonly allowed?: string;
  readonly status?: number;
  readonly credentials?: Verdict['credentials']['value'];
  readonly failures?: readonly Failure[];
}

const seen = ({ at, took = 0.1, path = '/a', method = 'PUT', names = 'x-a', status = 204, ...more }: Asking) => {
  const url = `${API}${path}`;
  const exchanged: Exchange = exchange({
    hops: [
      hop({
        url,
        method,
        preflights: [
          preflight({
            url,
            startedAt: at * 1_000,
            endedAt: (at + took) * 1_000,
            requestHeaders: headers(['Origin', PAGE], ['Access-Control-Request-Method', method], ['Access-Control-Request-Headers', names]),
            response: answer(status, [
              ['Access-Control-Allow-Methods', more.methods ?? 'PUT, DELETE'],
              ['Access-Control-Allow-Headers', more.allowed ?? 'X-A, X-B'],
              ...(more.maxAge === undefined ? [] : [['Access-Control-Max-Age', more.maxAge] as const]),
            ]),
          }),
        ],
        response: answer(200),
      }),
    ],
  });
  return {
    exchange: exchanged,
    verdict: verdict('allowed', more.failures ?? [], { credentials: { value: more.credentials ?? 'same-origin', basis: 'inferred' } }),
  };
};

const HOUR = 3_600;
const nameOf = (url: string): string => url.slice(API.length);
const costsOf = (...asked: readonly Asking[]) => preflightCosts(asked.map(seen), 'chromium', nameOf);

describe('preflightCosts', () => {
  it.each<[title: string, asked: readonly Asking[], savable: readonly [chromium: number, firefox: number], repeated: number]>([
    ['none', [], [0, 0], 0],
    ['one', [{ at: 0 }], [0, 0], 0],
    ['the same, later than 5 seconds after', [{ at: 0 }, { at: 10 }, { at: 20 }], [2, 2], 0],
    ['the same, while the first was under way', [{ at: 0, took: 2 }, { at: 1 }], [0, 0], 0],
    ['the same, although 5 seconds had not passed', [{ at: 0 }, { at: 3 }], [0, 0], 1],
    ['the same, although its age had not passed', [{ at: 0, maxAge: '60' }, { at: 30 }, { at: 100 }], [1, 1], 1],
    ['the same, told never to be remembered', [{ at: 0, maxAge: '0' }, { at: 1 }], [1, 1], 0],
    ['another address', [{ at: 0 }, { at: 10, path: '/b' }], [0, 0], 0],
    ['another query', [{ at: 0 }, { at: 10, path: '/a?b' }], [0, 0], 0],
    ['another fragment', [{ at: 0 }, { at: 10, path: '/a#b' }], [1, 1], 0],
    ['another method that is allowed too', [{ at: 0 }, { at: 10, method: 'DELETE' }], [1, 1], 0],
    ['another method that is not', [{ at: 0 }, { at: 10, method: 'PATCH', methods: 'PATCH' }], [0, 0], 0],
    ['another header that is allowed too', [{ at: 0 }, { at: 10, names: 'x-b' }], [1, 1], 0],
    ['another header that is not', [{ at: 0 }, { at: 10, names: 'x-c', allowed: 'x-c' }], [0, 0], 0],
    ['with credentials after without', [{ at: 0 }, { at: 10, credentials: 'include' }], [0, 0], 0],
    ['without credentials after with', [{ at: 0, credentials: 'include' }, { at: 10 }], [1, 0], 0],
    [
      'headers allowed by *',
      [
        { at: 0, allowed: '*' },
        { at: 10, allowed: '*' },
      ],
      [1, 0],
      0,
    ],
    ['after an answer that was refused', [{ at: 0, failures: [missing({ stage: 'preflight' })] }, { at: 10 }], [0, 0], 0],
    ['after an answer with an error', [{ at: 0, status: 500 }, { at: 10 }], [0, 0], 0],
    ['after an answer of which the request itself was refused', [{ at: 0, failures: [missing()] }, { at: 10 }], [1, 1], 0],
    ['after Chromium’s longest age', [{ at: 0 }, { at: 3 * HOUR }], [0, 1], 0],
    ['after either’s longest age', [{ at: 0 }, { at: 25 * HOUR }], [0, 0], 0],
    ['within the longest age of what was not asked any more', [{ at: 0 }, { at: 1.5 * HOUR }, { at: 2.5 * HOUR }], [1, 2], 0],
  ])('%s', (_, asked, [chromium, firefox], repeated) => {
    const costs = costsOf(...asked);
    expect({
      count: costs.count,
      chromium: costs.savable.chromium.count,
      firefox: costs.savable.firefox.count,
      repeated: costs.repeated.count,
    }).toEqual({
      count: asked.length,
      chromium,
      firefox,
      repeated,
    });
  });

  it('sums up the waiting, all and what could be saved', () => {
    const costs = costsOf({ at: 0, took: 0.25 }, { at: 10, took: 0.5 }, { at: 20, took: 1, path: '/b' });
    expect([costs.waiting, costs.savable.chromium.waiting]).toEqual([1_750, 500]);
  });

  it('lists the endpoints, the most waiting first', () => {
    const { endpoints } = costsOf({ at: 0 }, { at: 10, maxAge: '7' }, { at: 20, took: 1, path: '/b' });
    expect(endpoints.map(({ endpoint, count, waiting, maxAge, savable }) => [endpoint, count, waiting, maxAge, savable.chromium.count])).toEqual([
      ['/b', 1, 1_000, null, 0],
      ['/a', 2, 200, '7', 1],
    ]);
  });

  it.each<[Asking, boolean]>([
    [{ at: 0 }, true],
    [{ at: 0, status: 401 }, false],
    [{ at: 0, failures: [missing({ stage: 'preflight' })] }, false],
  ])('tells an endpoint whose answers let nothing go', (asked, isAllowed) => {
    expect(costsOf(asked).endpoints.map(each => each.isAllowed)).toEqual([isAllowed]);
  });

  it('takes a preflight without an answer for one that cost no waiting yet', () => {
    const open = preflight({ endedAt: null, state: 'open' });
    const costs = preflightCosts([{ exchange: exchange({ hops: [hop({ preflights: [open] })] }), verdict: verdict('pending') }], 'firefox', nameOf);
    expect(costs).toMatchObject({ count: 1, waiting: 0 });
  });
});
