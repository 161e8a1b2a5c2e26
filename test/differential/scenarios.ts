/**
 * Random exchanges: what a page asks, and what the servers of a redirect chain answer. What matters to CORS comes much more
 * often than chance would have it, and nearly right much more often than quite wrong.
 */
import fc from 'fast-check';
import { type Deviations, type Line, type OracleAnswer, type OracleRequest, type OracleVerdict, playOracle } from '../oracle.ts';

export interface Scenario {
  readonly asked: OracleRequest;
  /** What the server says at each URL of the chain; the last repeats itself. */
  readonly stations: readonly { readonly preflight: OracleAnswer; readonly answer: OracleAnswer }[];
}

export const PAGE = 'http://localhost:8000';
/** Another site over http, another port of the page's host, and a site that is trustworthy without TLS. */
export const SERVERS = ['http://api.localhost:9000', 'http://localhost:9001', 'http://127.0.0.1:9002'] as const;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'patch', 'OPTIONS', 'REPORT', 'report', 'M-SEARCH'] as const;

/** Values of 128 and 129 bytes, and what stands on either side of each rule of the safelist. */
const safelisted: fc.Arbitrary<Line> = fc.oneof(
  fc.tuple(fc.constant('Accept'), fc.constantFrom('application/json', 'text/html;q="1"', 'a'.repeat(128), 'a'.repeat(129))),
  fc.tuple(fc.constantFrom('Accept-Language', 'content-language'), fc.constantFrom('de-DE, en;q=0.5', 'de_DE', 'd'.repeat(128), 'd'.repeat(129))),
  fc.tuple(
    fc.constantFrom('Content-Type', 'content-type'),
    fc.constantFrom(
      'text/plain',
      'TEXT/Plain;charset=utf-8',
      'text/plain; charset="utf-8"',
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain;x=y;',
      'text',
      'text/plain x',
    ),
  ),
  fc.tuple(fc.constant('Range'), fc.constantFrom('bytes=0-', 'bytes=5-9', 'bytes=9-5', 'bytes=-5', 'bytes=0-1,2-3', 'chars=0-')),
);
const unsafe: fc.Arbitrary<Line> = fc.oneof(
  fc.tuple(fc.constantFrom('X-Api-Key', 'x-api-key', 'X-Requested-With', 'Sentry-Trace', 'If-Match'), fc.constantFrom('1', 'abc', '"')),
  fc.tuple(fc.constantFrom('Authorization', 'authorization'), fc.constant('Bearer t')),
);

/** A name comes once only: a page's headers of one name are one line. */
const requestHeaders = fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: safelisted }, { weight: 2, arbitrary: unsafe }), {
  maxLength: 3,
  selector: ([name]) => name.toLowerCase(),
});

const asked: fc.Arbitrary<OracleRequest> = fc.record({
  origin: fc.oneof({ weight: 6, arbitrary: fc.constant(PAGE) }, { weight: 1, arbitrary: fc.constant('null') }),
  url: fc.constantFrom(...SERVERS, ...SERVERS, PAGE).map(origin => `${origin}/x`),
  method: fc.oneof({ weight: 2, arbitrary: fc.constantFrom('GET', 'POST') }, { weight: 2, arbitrary: fc.constantFrom(...METHODS) }),
  credentials: fc.constantFrom('omit', 'same-origin', 'include'),
  headers: requestHeaders,
});

const field = (name: string, values: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly Line[]> =>
  values.map(lines => lines.map(value => [name, value] as const));
const values = (...all: readonly (readonly string[])[]): fc.Arbitrary<readonly string[]> => fc.constantFrom(...all);
const mostly = (usual: fc.Arbitrary<readonly string[]>, odd: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly string[]> =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: odd });

const allowOrigin = ({ origin }: OracleRequest) =>
  field(
    'Access-Control-Allow-Origin',
    mostly(
      values([origin], [origin], [origin], ['*'], []),
      values(
        [`${origin}/`],
        [origin.toUpperCase()],
        [origin.replace('http:', 'https:')],
        [origin.replace(/\d+$/, '1')],
        ['null'],
        ['NULL'],
        [''],
        ['localhost:8000'],
        ['http://*.test'],
        ['true'],
        [`${origin}, ${origin}`],
        [`${origin} http://other.test`],
        [origin, origin],
        [origin, '*'],
        ['*', '*'],
        [`"${origin}"`],
        ['http://other.test'],
      ),
    ),
  );
const allowCredentials = field(
  'Access-Control-Allow-Credentials',
  mostly(values(['true'], ['true'], []), values(['True'], ['TRUE'], ['false'], [''], ['1'], ['true', 'true'], ['true, true'], ['"true"'])),
);
const allowMethods = ({ method }: OracleRequest) =>
  field(
    'Access-Control-Allow-Methods',
    mostly(
      values([method], [method], [`GET, POST, ${method}`], ['*'], []),
      values(
        [method.toLowerCase()],
        [method.toUpperCase()],
        ['GET'],
        [''],
        [','],
        [`GET ${method}`],
        [`"${method}"`],
        ['GET', method],
        [`,,${method},`],
      ),
    ),
  );
const allowHeaders = ({ headers }: OracleRequest) => {
  const names = headers.map(([name]) => name);
  return field(
    'Access-Control-Allow-Headers',
    mostly(
      values([names.join(', ')], [names.join(',').toUpperCase()], names, ['*'], []),
      values(names.slice(1), ['content-type'], [''], [names.join(' ')], [`${names.join(',')},(x)`], ['*', 'authorization'], ['authorization, *']),
    ),
  );
};
/** Server names with their cases as servers write them. */
const recased = (lines: readonly Line[]): fc.Arbitrary<readonly Line[]> =>
  fc.boolean().map(isLower => (isLower ? lines.map(([name, value]) => [name.toLowerCase(), value] as const) : lines));

const REDIRECTS = [301, 302, 303, 307, 308] as const;
const STATUSES = [200, 201, 204, 304, 400, 401, 403, 404, 405, 421, 500, 502, 503] as const;

/** Where redirects lead. The path stands for the next URL of the chain, whatever its name is when it is played. */
export const NEXT = '/next';

const location = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SERVERS, PAGE).map(origin => `${origin}${NEXT}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      NEXT,
      `${NEXT}#part`,
      `//127.0.0.1:9002${NEXT}`,
      `http://u:p@api.localhost:9000${NEXT}`,
      `http://u@localhost:8000${NEXT}`,
      `ftp://x.test${NEXT}`,
      `data:,${NEXT}`,
      'http://[',
    ),
  },
);

const preflightAnswer = (request: OracleRequest): fc.Arbitrary<OracleAnswer> =>
  fc
    .tuple(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(200, 204) }, { weight: 1, arbitrary: fc.constantFrom(...STATUSES, ...REDIRECTS) }),
      allowOrigin(request),
      allowCredentials,
      allowMethods(request),
      allowHeaders(request),
    )
    .chain(([status, ...fields]) => recased(fields.flat()).map(lines => ({ status, lines })));

const plainAnswer = (request: OracleRequest): fc.Arbitrary<OracleAnswer> =>
  fc
    .tuple(fc.constantFrom(200, 200, 200, ...STATUSES), allowOrigin(request), allowCredentials)
    .chain(([status, ...fields]) => recased(fields.flat()).map(lines => ({ status, lines })));

const redirectAnswer = (request: OracleRequest): fc.Arbitrary<OracleAnswer> =>
  fc
    .tuple(fc.constantFrom(...REDIRECTS), allowOrigin(request), allowCredentials, fc.option(location, { nil: null, freq: 12 }))
    .map(([status, origin, credentials, to]) => ({
      status,
      lines: [...origin, ...credentials, ...(to === null ? [] : [['Location', to] as const])],
    }));

/** The redirects of one chain: none mostly, five at most. */
const REDIRECTS_MAX = 5;

export const scenarios: fc.Arbitrary<Scenario> = asked.chain(request => {
  const station = (answer: fc.Arbitrary<OracleAnswer>) => fc.record({ preflight: preflightAnswer(request), answer });
  const redirects = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(station(redirectAnswer(request)), { minLength: 1, maxLength: REDIRECTS_MAX }) },
  );
  return fc.tuple(redirects, station(plainAnswer(request))).map(([before, last]) => ({ asked: request, stations: [...before, last] }));
});

/** What both engines do against the standard (see ENGINES in src/cors/engines.ts). */
const DEVIATIONS: Deviations = { authorizationCoveredByWildcard: true, userinfoRefusedEverywhere: false };

/** What the standard makes of a scenario. */
export const playScenario = ({ asked, stations }: Scenario, deviations = DEVIATIONS): OracleVerdict => {
  const station = (hop: number) => stations[Math.min(hop, stations.length - 1)] as Scenario['stations'][number];
  return playOracle(asked, { preflight: hop => station(hop).preflight, answer: hop => station(hop).answer }, deviations);
};
