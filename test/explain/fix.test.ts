/** A fix is proved: with it every rule passes, without any part of it one is broken again, and it gives nothing away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules, evaluate } from '../../src/cors/evaluate.ts';
import { simulate } from '../../src/explain/simulate.ts';
import type { CredentialsMode, Exchange, Fix, HeaderEdit, Headers, Hop, PreflightSeen, ResponseSeen } from '../../src/model.ts';
import { answer, headers, hop, exchange as plain, preflight } from '../cors/build.ts';
import type { Engine } from '../demo/model.ts';
import { playScenario, type Scenario, plainScenarios as scenarios } from '../differential/scenarios.ts';
import type { OracleAnswer } from '../oracle.ts';
import { toExchange } from '../oracle-exchange.ts';
import { type Explained, explained, SAMPLES } from './samples.ts';

const RUNS = 600;

const PAGES = ['https://app.example', 'http://localhost:5173', 'null'] as const;
const SERVERS = ['https://api.example.org', 'https://other.example.net:8443', 'http://127.0.0.1:9000'] as const;

const field = (name: string, ...values: readonly (readonly string[] | null)[]) =>
  fc.constantFrom(...values).map((lines): Headers => (lines ?? []).map(value => ({ name, value })));

const responseHeaders = (page: string): fc.Arbitrary<Headers> =>
  fc
    .tuple(
      field(
        'Access-Control-Allow-Origin',
        null,
        ['*'],
        [page],
        [`${page}/`],
        ['null'],
        ['https://elsewhere.example'],
        [page, page],
        [`${page}, *`],
        [''],
      ),
      field('Access-Control-Allow-Credentials', null, ['true'], ['True'], ['false'], ['true', 'true']),
      field('Access-Control-Allow-Methods', null, ['*'], ['GET, PUT'], ['put'], ['"PUT"'], ['PATCH', 'PUT'], ['']),
      field('Access-Control-Allow-Headers', null, ['*'], ['content-type'], ['X-Api-Key', 'Authorization'], ['a b'], ['*, authorization']),
      field('Vary', null, ['Accept'], ['origin'], ['*']),
    )
    .map(fields => fields.flat());

const locations = fc.constantFrom(
  '/next',
  '/next/',
  'https://login.example.com/',
  'https://user:secret@api.example.org/',
  'http://api.example.org/next',
  'app://open',
  'http://[broken',
);

const response = (page: string, statuses: readonly number[]): fc.Arbitrary<ResponseSeen> =>
  fc.tuple(fc.constantFrom(...statuses), responseHeaders(page), locations).map(([status, fields, location]) => ({
    ...answer(status),
    headers: status >= 300 && status < 400 ? [...fields, { name: 'Location', value: location }] : fields,
  }));

interface Asked {
  readonly page: string;
  readonly url: string;
  readonly method: string;
  readonly names: readonly string[];
  readonly hasCookie: boolean;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  page: fc.constantFrom(...PAGES),
  url: fc.constantFrom(...SERVERS).map(origin => `${origin}/data`),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'put'),
  names: fc.subarray(['authorization', 'content-type', 'x-api-key']),
  hasCookie: fc.boolean(),
});

const requestHeaders = ({ page, hasCookie }: Asked): Headers =>
  headers(['Origin', page], ['Sec-Fetch-Mode', 'cors'], ...(hasCookie ? ([['Cookie', 'a=1']] as const) : []));

const preflightOf = (request: Asked, seen: ResponseSeen): PreflightSeen =>
  preflight({
    url: request.url,
    requestHeaders: headers(
      ['Origin', request.page],
      ['Access-Control-Request-Method', request.method],
      ['Access-Control-Request-Headers', request.names.join(',')],
    ),
    response: seen,
  });

/** The last hop of an exchange that the browser refused: stopped at its preflight or at its answer. */
const lastHop = (request: Asked): fc.Arbitrary<Hop> => {
  const needsPreflight = request.names.length > 0 || request.method !== 'GET';
  const answered = response(request.page, [200, 302, 404]).map(seen => hop({ ...request, requestHeaders: requestHeaders(request), response: seen }));
  const stopped = response(request.page, [200, 204, 301, 401, 404, 502]).map(seen =>
    hop({ ...request, requestHeaders: null, preflights: [preflightOf(request, seen)], response: null }),
  );
  return needsPreflight ? fc.oneof(stopped, answered) : answered;
};

const exchanges: fc.Arbitrary<{ readonly engine: Engine; readonly exchange: Exchange }> = fc
  .tuple(asked, fc.constantFrom<Engine>('chromium', 'firefox'))
  .chain(([request, engine]) =>
    lastHop(request).map(last => ({
      engine,
      exchange: plain({
        initiator: request.page,
        state: 'failed',
        error: engine === 'chromium' ? 'net::ERR_FAILED' : 'NS_ERROR_DOM_BAD_URI',
        hops: [last],
      }),
    })),
  );

/** How the page may have asked. A page without an origin of its own can only be served without credentials. */
const modesOf = ({ engine, exchange: seen, verdict }: Explained, fix: Fix): readonly CredentialsMode[] => {
  if (verdict.credentials.basis !== 'assumed') return [verdict.credentials.value];
  const { hopOrigins } = evaluate(simulate(seen, fix), engine);
  return hopOrigins.includes('null') ? ['same-origin'] : ['same-origin', 'include'];
};

const breaks = ({ engine, exchange: seen }: Explained, fix: Pick<Fix, 'edits' | 'statuses'>, modes: readonly CredentialsMode[]): number =>
  modes.flatMap(mode => brokenRules(simulate(seen, fix), engine, mode)).length;

const expectProved = (sample: Explained, fix: Fix): void => {
  const modes = modesOf(sample, fix);
  expect(breaks(sample, fix, modes)).toBe(0);
  for (const edit of fix.edits) {
    // A cache's business, which no rule asks for.
    if (edit.name === 'Vary') continue;
    expect([edit, breaks(sample, { ...fix, edits: fix.edits.filter(each => each !== edit) }, modes) > 0]).toEqual([edit, true]);
  }
  for (const status of fix.statuses) {
    expect([status, breaks(sample, { ...fix, statuses: fix.statuses.filter(each => each !== status) }, modes) > 0]).toEqual([status, true]);
  }
};

/** An answer that names one page must not be taken from a cache for another. */
const dependsOnOrigin = (lines: Headers): boolean => lines.some(({ name, value }) => /^vary$/i.test(name) && /\*|\borigin\b/i.test(value));

const expectSafe = (sample: Explained, fix: Fix): void => {
  const { exchange, verdict } = sample;
  const mayInclude = modesOf(sample, fix).includes('include');
  const valuesOf = (name: string) => fix.edits.filter(edit => edit.name === name).map(({ value }) => value);
  const origins = valuesOf('Access-Control-Allow-Origin');
  const page = verdict.origin.value;
  expect(origins.every(origin => origin === '*' || (origin === page && origin !== 'null'))).toBe(true);
  if (origins.includes('*')) expect(mayInclude).toBe(false);
  for (const { target, hop: index } of fix.edits.filter(({ name, value }) => name === 'Access-Control-Allow-Origin' && value === '*')) {
    const beside = fix.edits.filter(edit => edit.target === target && edit.hop === index).map(({ name }) => name);
    expect(beside).not.toContain('Access-Control-Allow-Credentials');
  }
  expect(valuesOf('Access-Control-Allow-Credentials').every(value => value === 'true')).toBe(true);
  if (mayInclude) {
    for (const name of ['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers']) {
      expect(valuesOf(name).flatMap(value => value.split(', '))).not.toContain('*');
    }
  }
  expect(fix.edits.every(({ name }) => /^(?:Access-Control-Allow-(?:Origin|Credentials|Methods|Headers)|Vary|Location)$/.test(name))).toBe(true);
  const isNamed = (edit: HeaderEdit): boolean => edit.name === 'Access-Control-Allow-Origin' && edit.value !== '*' && edit.target !== 'preflight';
  const { hops } = simulate(exchange, fix);
  for (const { hop: index } of fix.edits.filter(isNamed)) expect(dependsOnOrigin(hops[index]?.response?.headers ?? [])).toBe(true);
};

const EMPTY: OracleAnswer = { status: 200, lines: [] };

const toAnswer = (seen: ResponseSeen | null | undefined): OracleAnswer =>
  seen ? { status: seen.status, lines: seen.headers.map(({ name, value }) => [name, value]) } : EMPTY;

/** The servers of an exchange with the fix applied; what was never seen answers with nothing else. */
const fixed = ({ exchange: seen }: Explained, fix: Fix): Scenario['stations'] =>
  simulate(seen, fix).hops.map(({ preflights, response }) => ({ preflight: toAnswer(preflights.at(-1)?.response), answer: toAnswer(response) }));

const expectGood = (sample: Explained): void => {
  const { fix } = sample.explanation;
  if (fix === null) return;
  expectProved(sample, fix);
  expectSafe(sample, fix);
};

describe('the fix', () => {
  it.each(SAMPLES.filter(({ explanation }) => explanation.fix !== null).map(sample => ({ title: sample.title, sample })))(
    'of $title is proved, has no part too many, and is safe',
    ({ sample }) => expectGood(sample),
  );

  it('of any request and any answers is proved, has no part too many, and is safe', () => {
    let fixes = 0;
    fc.assert(
      fc.property(exchanges, ({ engine, exchange }) => {
        const sample = explained({ title: 'any', engine, exchange });
        if (sample === null) return;
        fixes += sample.explanation.fix === null ? 0 : 1;
        expectGood(sample);
      }),
      { numRuns: RUNS },
    );
    expect(fixes).toBeGreaterThan(RUNS / 4);
  });

  it('of any random exchange works at the first try, in each mode that the page may have asked in', () => {
    const tried = { without: 0, including: 0 };
    fc.assert(
      fc.property(scenarios, scenario => {
        const verdict = playScenario(scenario);
        const sample = verdict.stoppedAt && explained({ title: 'random', engine: 'chromium', exchange: toExchange(scenario, verdict) });
        if (sample === null || sample.explanation.fix === null) return;
        const { fix } = sample.explanation;
        expectGood(sample);
        for (const credentials of modesOf(sample, fix)) {
          tried[credentials === 'include' ? 'including' : 'without'] += 1;
          const again = { ...scenario.asked, credentials: credentials === 'include' ? credentials : ('same-origin' as const) };
          expect(playScenario({ ...scenario, asked: again, stations: fixed(sample, fix) }).stoppedAt).toBeNull();
        }
      }),
      { numRuns: 10 * RUNS },
    );
    expect(Math.min(tried.without, tried.including)).toBeGreaterThan(RUNS / 2);
  });
});
