/** What each engine remembers of preflights, in the real browsers: what src/cors/preflight-cache.ts says as data. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPreflightCache, PREFLIGHT_CACHES, type PreflightQuestion, rememberedSeconds } from '../../src/cors/preflight-cache.ts';
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type InspectedSite, openSite } from './inspected-site.ts';
import { ENGINES } from './launch-extension.ts';
import { answer } from './site.ts';
import { until } from './until.ts';

interface Ask {
  readonly method?: string;
  readonly names?: readonly string[];
  readonly credentials?: boolean;
  /** What the answer to the preflight allows. */
  readonly methods?: string;
  readonly headers?: string;
  readonly maxAge?: string | null;
}

const PLAIN: Required<Ask> = {
  method: 'PUT',
  names: ['x-a'],
  credentials: false,
  methods: 'PUT, DELETE',
  headers: 'x-a, x-b',
  maxAge: '600',
};

const CASES: readonly (readonly [title: string, asks: readonly Ask[]])[] = [
  ['the same twice', [{}, {}]],
  ['without an age', [{ maxAge: null }, { maxAge: null }]],
  ['an age of nothing', [{ maxAge: '0' }, { maxAge: '0' }]],
  ['an age below nothing', [{ maxAge: '-1' }, { maxAge: '-1' }]],
  ['an age that cannot be read', [{ maxAge: '10m' }, { maxAge: '10m' }]],
  ['an age on two lines', [{ maxAge: '600, 600' }, { maxAge: '600, 600' }]],
  ['another method that is allowed too', [{}, { method: 'DELETE' }]],
  ['another header that is allowed too', [{}, { names: ['x-b'] }]],
  ['a header that was not asked for, nor allowed', [{}, { names: ['x-c'], headers: 'x-c' }]],
  ['a method that was allowed by *', [{ methods: '*' }, { methods: '*' }]],
  ['a header that was allowed by *', [{ headers: '*' }, { headers: '*' }]],
  ['POST, which no answer names', [{}, { method: 'POST' }]],
  ['HEAD, which no answer names', [{}, { method: 'HEAD' }]],
  ['with credentials after without', [{}, { credentials: true }]],
  ['without credentials after with', [{ credentials: true }, {}]],
  ['with credentials twice', [{ credentials: true }, { credentials: true }]],
  ['what the answer before the last allowed', [{ methods: 'PUT' }, { method: 'DELETE', methods: 'DELETE' }, { methods: 'PUT' }]],
];

const namesOf = (list: string): readonly string[] => list.split(',').map(name => name.trim().toLowerCase());

/** How many preflights the data says that these cost, asked at once one after the other. */
const foretold = (engine: Engine, asks: readonly Ask[]): number => {
  const row = PREFLIGHT_CACHES[engine];
  const cache = createPreflightCache(row);
  let count = 0;
  for (const asked of asks) {
    const { method, names, credentials, methods, headers, maxAge } = { ...PLAIN, ...asked };
    const question: PreflightQuestion = { origin: 'page', url: 'api', includesCredentials: credentials, method, headerNames: names };
    if (cache.covers(question, 0)) continue;
    count += 1;
    const until = rememberedSeconds(maxAge, row);
    cache.remember(question, { methods: methods.split(',').map(each => each.trim()), headerNames: namesOf(headers) }, until);
  }
  return count;
};

describe.each(ENGINES)('the preflight cache of %s', engine => {
  let session: InspectedSite;
  const preflightsTo = (path: string): number => session.site.requests.filter(request => request === `OPTIONS ${path}`).length;

  const ask = async (path: string, { method, names, credentials, methods, headers, maxAge }: Required<Ask>): Promise<boolean> => {
    const { site } = session;
    const lines = [
      `Access-Control-Allow-Origin: ${site.page}`,
      'Access-Control-Allow-Credentials: true',
      `Access-Control-Allow-Methods: ${methods}`,
      `Access-Control-Allow-Headers: ${headers}`,
      ...(maxAge === null ? [] : [`Access-Control-Max-Age: ${maxAge}`]),
    ];
    site.answer(path, answer(200, lines));
    return session.fetch(`${site.api}${path}`, {
      method,
      headers: Object.fromEntries(names.map(name => [name, '1'])),
      credentials: credentials ? 'include' : 'omit',
    });
  };

  beforeAll(async () => {
    session = await openSite(engine, { tools: false });
    // Firefox forgets an address whose host it looks up again, which it does for a moment after its start (measured in 153).
    let attempt = 0;
    await until(
      async () => {
        attempt += 1;
        for (let time = 0; time < 2; time += 1) await ask(`/start/${attempt}`, PLAIN);
        return preflightsTo(`/start/${attempt}`);
      },
      count => count === 1,
    );
  });
  afterAll(() => session?.close());

  it.each(CASES.map(([title, asks], index) => ({ title, asks, path: `/cache/${index}` })))('remembers $title', async ({ asks, path }) => {
    for (const each of asks) expect(await ask(path, { ...PLAIN, ...each })).toBe(true);
    expect(preflightsTo(path)).toBe(foretold(engine, asks));
  });
});
