/** Random answers. What matters to CORS comes much more often than chance would have it, and nearly right much more often than quite wrong. */
import fc from 'fast-check';
import type { Line, OracleAnswer, OracleRequest } from '../oracle.ts';
import { serversFor } from './places.ts';

/**
 * What a server really does. cut: where the connection is closed: before the first byte, within the head, or before the
 * body is whole. early: an informational answer comes first.
 */
export interface Answer extends OracleAnswer {
  readonly cut?: 'before' | 'head' | 'body';
  readonly early?: 100 | 103;
}

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
        [`\t ${origin} \t`],
        [`${origin}\xe4`],
        ['http://b\xc3\xbccher.test'],
        [`${origin};`],
      ),
    ),
  );
const allowCredentials = field(
  'Access-Control-Allow-Credentials',
  mostly(
    values(['true'], ['true'], []),
    values(['True'], ['TRUE'], ['false'], [''], ['1'], ['true', 'true'], ['true, true'], ['"true"'], [' true\t']),
  ),
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
        [`${method}\t,\tGET`],
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

export const REDIRECTS = [301, 302, 303, 307, 308] as const;
const STATUSES = [200, 201, 204, 304, 400, 401, 403, 404, 405, 421, 500, 502, 503] as const;
/** Statuses that browsers make something of themselves. */
const PECULIAR_STATUSES = [206, 205, 300, 305, 306, 407, 408, 416, 429, 451, 599] as const;

/** Where redirects lead. The path stands for the next URL of the chain, whatever its name is when it is played. */
export const NEXT = '/next';

const location = (page: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...serversFor(page), page, page).map(origin => `${origin}${NEXT}`) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        NEXT,
        `${NEXT}#part`,
        `//127.0.0.1:9002${NEXT}`,
        `HTTP://API.LOCALHOST:9000${NEXT}`,
        `http://u:p@api.localhost:9000${NEXT}`,
        `http://u@localhost:8000${NEXT}`,
        `ftp://x.test${NEXT}`,
        `data:,${NEXT}`,
        'http://[',
      ),
    },
  );

/** The protocol's own answers, of servers that do nothing out of the way. */
export interface Style {
  readonly statuses: readonly number[];
  /** How the few of all answers end that are not whole. */
  readonly cuts: readonly NonNullable<Answer['cut']>[];
  /** What a few of all answers begin with. */
  readonly early: readonly NonNullable<Answer['early']>[];
}
export const PLAIN: Style = { statuses: STATUSES, cuts: [], early: [] };
export const ROUGH: Style = { statuses: [...STATUSES, ...PECULIAR_STATUSES], cuts: ['before', 'head', 'body'], early: [100, 103] };
/** For elements, which may give up by themselves before a body is found to be not whole. */
export const ROUGH_HEADS: Style = { ...ROUGH, cuts: ['before', 'head'] };

/** Once in so many times; else undefined. */
export const seldom = <T>(arbitrary: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const rough = ({ cuts, early: begins }: Style, answer: fc.Arbitrary<OracleAnswer>): fc.Arbitrary<Answer> =>
  cuts.length > 0
    ? fc
        .tuple(answer, seldom(fc.constantFrom(...cuts), 25), seldom(fc.constantFrom(...begins), 25))
        .map(([whole, cut, early]) => ({ ...whole, ...(cut === undefined ? {} : { cut }), ...(early === undefined ? {} : { early }) }) as Answer)
    : answer;

export const preflightAnswer = (request: OracleRequest, style: Style): fc.Arbitrary<Answer> =>
  rough(
    style,
    fc
      .tuple(
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(200, 204) }, { weight: 1, arbitrary: fc.constantFrom(...style.statuses, ...REDIRECTS) }),
        allowOrigin(request),
        allowCredentials,
        allowMethods(request),
        allowHeaders(request),
      )
      .chain(([status, ...fields]) => recased(fields.flat()).map(lines => ({ status, lines }))),
  );

export const plainAnswer = (request: OracleRequest, style: Style): fc.Arbitrary<Answer> =>
  rough(
    style,
    fc
      .tuple(fc.constantFrom(200, 200, 200, ...style.statuses), allowOrigin(request), allowCredentials)
      .chain(([status, ...fields]) => recased(fields.flat()).map(lines => ({ status, lines }))),
  );

export const redirectAnswer = (request: OracleRequest, page: string, style: Style): fc.Arbitrary<Answer> =>
  rough(
    style,
    fc
      .tuple(fc.constantFrom(...REDIRECTS), allowOrigin(request), allowCredentials, fc.option(location(page), { nil: null, freq: 12 }))
      .map(([status, origin, credentials, to]) => ({
        status,
        lines: [...origin, ...credentials, ...(to === null ? [] : [['Location', to] as const])],
      })),
  );
