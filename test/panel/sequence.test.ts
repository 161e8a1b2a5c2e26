import { describe, expect, it } from 'vitest';
import { type Arrow, endOfSequence, type Sequence, sequenceOf } from '../../panel/sequence.ts';
import { stepsOf } from '../../panel/steps.ts';
import type { Exchange, Failure, Verdict } from '../../src/model.ts';
import { exchange, headers, hop, missing, preflight, response, verdict } from './fixtures.ts';

const sequence = (seen: Exchange, judged: Verdict, mostServers = 2): Sequence =>
  sequenceOf(seen, judged.origin.value, stepsOf(seen, judged), mostServers);

/** "page > browser GET passed", with ! and the broken rule, and / where it is cut. */
const told = ({ lifelines, arrows }: Sequence): readonly string[] => {
  const nameOf = (index: number): string => ['page', 'browser'][index] ?? lifelines[index]?.name ?? '';
  return arrows.map(({ from, to, title, state, problem, isCut }: Arrow) =>
    [nameOf(from), isCut ? '/' : '>', nameOf(to), title, state, ...(problem === null ? [] : [`! ${problem}`])].join(' '),
  );
};

const API = 'https://api.example/';
const unsent = { requestHeaders: null, response: null };
const at = (url: string, over: Parameters<typeof hop>[0] = {}) => hop({ url, ...over });
const redirectTo = (location: string) => response(302, { Location: location });
const refusedConnection: Failure = { code: 'connection-refused', stage: 'network', hop: 0, error: 'net::ERR_CONNECTION_REFUSED' };

const cases: readonly (readonly [name: string, Exchange, Verdict, readonly string[]])[] = [
  [
    'an allowed request',
    exchange('e'),
    verdict('allowed'),
    [
      'page > browser GET passed',
      'browser > api.example GET passed',
      'api.example > browser 200 passed',
      'browser > page Your page can read the answer passed',
    ],
  ],
  [
    'a preflight that is refused: what comes after it never happened',
    exchange('e', { hops: [hop({ ...unsent, method: 'PUT', preflights: [preflight({ response: response(401) })] })] }),
    verdict('blocked', [missing({ stage: 'preflight' })]),
    [
      'page > browser PUT passed',
      'browser > api.example OPTIONS passed',
      'api.example > browser 401 stopped ! No Allow-Origin header',
      'browser > api.example PUT never',
      'browser > page Your page gets an error and no answer stopped',
    ],
  ],
  [
    'a connection that dies in the preflight',
    exchange('e', { hops: [hop({ ...unsent, preflights: [preflight({ response: null, error: 'net::ERR_EMPTY_RESPONSE' })] })] }),
    verdict('blocked', [refusedConnection]),
    [
      'page > browser GET passed',
      'browser / api.example OPTIONS stopped ! Connection refused',
      'browser > api.example GET never',
      'browser > page Your page gets an error and no answer stopped',
    ],
  ],
  [
    'a connection that is refused',
    exchange('e', { hops: [hop(unsent)] }),
    verdict('blocked', [refusedConnection]),
    [
      'page > browser GET passed',
      'browser / api.example GET stopped ! Connection refused',
      'browser > page Your page gets an error and no answer stopped',
    ],
  ],
  [
    'a preflight that was refused but never seen',
    exchange('e', { hops: [hop(unsent)] }),
    verdict('blocked', [missing({ stage: 'preflight' })]),
    [
      'page > browser GET passed',
      'browser / api.example OPTIONS stopped ! No Allow-Origin header',
      'browser > api.example GET never',
      'browser > page Your page gets an error and no answer stopped',
    ],
  ],
  [
    'a preflight in flight',
    exchange('e', { hops: [hop({ ...unsent, preflights: [preflight({ response: null, state: 'open' })] })], state: 'open' }),
    verdict('pending'),
    [
      'page > browser GET passed',
      'browser > api.example OPTIONS passed',
      'api.example > browser  waiting',
      'browser > api.example GET waiting',
      'api.example > browser  waiting',
      'browser > page Your page is waiting waiting',
    ],
  ],
  [
    'a redirect to another server',
    exchange('e', { hops: [at(API, { response: redirectTo('https://cdn.example/') }), at('https://cdn.example/')] }),
    verdict('blocked', [missing({ hop: 1 })]),
    [
      'page > browser GET passed',
      'browser > api.example GET passed',
      'api.example > browser 302 passed',
      'browser > cdn.example GET passed',
      'cdn.example > browser 200 stopped ! No Allow-Origin header',
      'browser > page Your page gets an error and no answer stopped',
    ],
  ],
];

describe('sequenceOf', () => {
  it.each(cases)('draws %s', (_, seen, judged, arrows) => {
    expect(told(sequence(seen, judged))).toEqual(arrows);
  });

  it.each<[mostServers: number, names: readonly string[], to: readonly number[]]>([
    [4, ['Server a.example', 'Server b.example', 'Server c.example'], [2, 3, 4, 2]],
    [3, ['Server a.example', 'Server b.example', 'Server c.example'], [2, 3, 4, 2]],
    [2, ['Server a.example', '2 more servers '], [2, 3, 3, 2]],
  ])('has room for %i servers of a chain', (mostServers, names, to) => {
    const hosts = ['a', 'b', 'c', 'a'].map(name => `https://${name}.example/`);
    const seen = exchange('e', { hops: hosts.map((url, index) => at(url, { response: redirectTo(hosts[index + 1] ?? url) })) });
    const { lifelines, arrows } = sequence(seen, verdict('allowed'), mostServers);
    expect(lifelines.slice(2).map(({ title, name }) => `${title} ${name}`)).toEqual(names);
    expect(arrows.filter(({ from, title }) => from === 1 && title === 'GET').map(arrow => arrow.to)).toEqual(to);
  });

  it.each<[title: string, fields: Readonly<Record<string, string>>, failure: Partial<Failure> | null, detail: string | null]>([
    ['what the answer allows', { 'access-control-allow-origin': '*' }, null, 'Access-Control-Allow-Origin: *'],
    ['nothing where it allows nothing', {}, null, null],
    ['what it lacks', {}, {}, 'no Access-Control-Allow-Origin'],
    [
      'the header that the rule is about',
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET' },
      { code: 'method-not-allowed', method: 'PUT', value: 'GET', because: 'absent' } as Partial<Failure>,
      'Access-Control-Allow-Methods: GET',
    ],
    ['none for a status', {}, { code: 'preflight-status', status: 500 } as Partial<Failure>, null],
  ])('tells %s', (_, fields, failure, detail) => {
    const seen = exchange('e', { hops: [hop({ ...unsent, preflights: [preflight({ response: response(204, fields) })] })] });
    const judged = failure === null ? verdict('allowed') : verdict('blocked', [missing({ stage: 'preflight', ...failure })]);
    expect(sequence(seen, judged).arrows.find(({ from }) => from === 2)?.detail).toBe(detail);
  });

  it('tells of the headers that are asked for where these are refused', () => {
    const asked = headers({ 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'x-a' });
    const seen = exchange('e', { hops: [hop({ ...unsent, preflights: [preflight({ requestHeaders: asked })] })] });
    const refused = { code: 'header-not-allowed', header: 'x-a', value: null, because: 'absent', stage: 'preflight' } as Partial<Failure>;
    expect(sequence(seen, verdict('blocked', [missing(refused)])).arrows[1]?.detail).toBe('Access-Control-Request-Headers: x-a');
  });
});

describe('endOfSequence', () => {
  it.each<[Verdict, string]>([
    [verdict('blocked', [missing()]), 'it stops at “The server answers”: No Allow-Origin header.'],
    [verdict('allowed'), 'it ends so: Your page can read the answer.'],
  ])('says where it stopped', (judged, end) => {
    expect(endOfSequence(stepsOf(exchange('e'), judged))).toBe(end);
  });
});
