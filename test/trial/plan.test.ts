/** What can be tried, and why the rest cannot. */
import { describe, expect, it } from 'vitest';
import type { Exchange, Fix, Hop } from '../../src/model.ts';
import { type Obstacle, planTrial } from '../../src/trial/plan.ts';
import { API, answer, exchange, headers, hop, PAGE, preflight } from '../cors/build.ts';
import { explained, SAMPLES } from '../explain/samples.ts';
import { missing, verdict } from '../panel/fixtures.ts';

const ENGINE = 'chromium';
const blocked = verdict('blocked', [missing()], { credentials: { value: 'same-origin', basis: 'inferred' } });
const ALLOW = { target: 'response', hop: 0, name: 'Access-Control-Allow-Origin', value: PAGE } as const;
const requestsOf = ({ hops }: Exchange): Fix['requests'] => hops.map(({ method, url }) => ({ method, url }));

const fixOf = (seen: Exchange, edits: Fix['edits'] = [ALLOW], more: Partial<Fix> = {}): Fix => ({
  edits,
  statuses: [],
  requests: requestsOf(seen),
  notes: [],
  ...more,
});
const of = (...hops: readonly Partial<Hop>[]): Exchange => exchange({ hops: hops.map(each => hop(each)) });

describe('what is tried', () => {
  it('is each answer that the fix changes, with its own lines', () => {
    const seen = of({ method: 'PUT', preflights: [preflight({ response: answer(204) })] });
    const methods = { target: 'preflight', hop: 0, name: 'Access-Control-Allow-Methods', value: 'PUT' } as const;
    const vary = { ...ALLOW, name: 'Vary', value: 'Origin' };
    const { plan } = planTrial(seen, blocked, fixOf(seen, [{ ...ALLOW, target: 'preflight' }, methods, ALLOW, vary]), ENGINE);
    expect(plan).toEqual({
      url: `${API}/x`,
      method: 'PUT',
      type: 'xmlhttprequest',
      initiator: PAGE,
      answers: [
        { url: `${API}/x`, method: 'OPTIONS', headers: headers(['Access-Control-Allow-Origin', PAGE], ['Access-Control-Allow-Methods', 'PUT']) },
        { url: `${API}/x`, method: 'PUT', headers: headers(['Access-Control-Allow-Origin', PAGE], ['Vary', 'Origin']) },
      ],
      repeat: null,
    });
  });

  it('leaves alone what the fix leaves alone', () => {
    const seen = of({ url: `${API}/from`, response: answer(302, [['Location', '/to']]) }, { url: `${API}/to` });
    expect(planTrial(seen, blocked, fixOf(seen, [{ ...ALLOW, hop: 1 }]), ENGINE).plan?.answers.map(({ url }) => url)).toEqual([`${API}/to`]);
  });

  it('is one rule where two answers of one address need the same', () => {
    const seen = of({ response: answer(302, [['Location', '/x']]) }, {});
    const { plan } = planTrial(
      seen,
      blocked,
      fixOf(seen, [
        { ...ALLOW, target: 'redirect' },
        { ...ALLOW, hop: 1 },
      ]),
      ENGINE,
    );
    expect(plan?.answers).toHaveLength(1);
  });
});

describe('what cannot be tried', () => {
  const plain = of({});
  const turning = of({ response: answer(302, [['Location', '/x']]) }, {});
  it.each<[Obstacle, string, Exchange, Fix | null]>([
    ['status', 'a preflight that needs another status', plain, fixOf(plain, [ALLOW], { statuses: [{ hop: 0, status: 204 }] })],
    ['address', 'a redirect that has to lead elsewhere', plain, fixOf(plain, [ALLOW, { ...ALLOW, name: 'Location', value: 'https://a.test/' }])],
    ['shared-url', 'a redirect to the same address, of which only the end needs more', turning, fixOf(turning, [{ ...ALLOW, hop: 1 }])],
    ['worker', 'what a service worker asks', { ...plain, frameId: -1 }, fixOf(plain)],
    ['url', 'a URL that was cut', of({ url: `${API}/${'x'.repeat(9_000)}` }), fixOf(of({ url: `${API}/${'x'.repeat(9_000)}` }))],
    ['url', 'a long URL with a star in it', of({ url: `${API}/${'x'.repeat(150)}*` }), fixOf(of({ url: `${API}/${'x'.repeat(150)}*` }))],
    ['no-header', 'what no header mends', of({ response: answer(200) }), null],
  ])('%s: %s', (obstacle, _, seen, fix) => {
    expect(planTrial(seen, blocked, fix, ENGINE)).toEqual({ plan: null, obstacle });
  });

  it.each([
    { engine: 'chromium', because: 'lines', obstacle: null },
    { engine: 'firefox', because: 'lines', obstacle: 'lines' },
    { engine: 'firefox', because: 'lines-or-list', obstacle: 'lines' },
    { engine: 'firefox', because: 'list', obstacle: null },
  ] as const)('$obstacle: several origins in $engine ($because)', ({ engine, because, obstacle }) => {
    const failure = { code: 'allow-origin-multiple', stage: 'response', hop: 0, value: '*, *', because, exactName: true } as const;
    expect(planTrial(plain, verdict('blocked', [failure]), fixOf(plain), engine).obstacle).toBe(obstacle);
  });

  it('no-answer: a dead server', () => {
    const refused = { code: 'connection-refused', stage: 'network', hop: 0, error: 'net::ERR_CONNECTION_REFUSED' } as const;
    expect(planTrial(plain, verdict('blocked', [refused]), null, ENGINE)).toEqual({ plan: null, obstacle: 'no-answer' });
  });
});

describe('a request that is made once more', () => {
  const get = of({});
  const asked = (names: string) =>
    preflight({ requestHeaders: headers(['Origin', PAGE], ['Access-Control-Request-Method', 'GET'], ['Access-Control-Request-Headers', names]) });
  const repeatOf = (seen: Exchange, of = blocked) => planTrial(seen, of, fixOf(seen), ENGINE).plan?.repeat;

  it.each<[string, Exchange, unknown]>([
    ['a plain GET', get, { url: `${API}/x`, credentials: 'same-origin', headers: [] }],
    [
      'a GET with a header of the page',
      of({ preflights: [asked('x-key')], requestHeaders: headers(['Origin', PAGE], ['X-Key', '1'], ['Accept', '*/*']) }),
      { url: `${API}/x`, credentials: 'same-origin', headers: headers(['x-key', '1']) },
    ],
    [
      'one that never went out, of which the log knows',
      {
        ...of({ preflights: [asked('x-key')], requestHeaders: null }),
        log: { error: null, resourceType: null, initiator: null, requestHeaders: headers(['x-key', '2']) },
      },
      { url: `${API}/x`, credentials: 'same-origin', headers: headers(['x-key', '2']) },
    ],
  ])('%s', (_, seen, repeat) => {
    expect(repeatOf(seen)).toEqual(repeat);
  });

  it('has the credentials that the page asked with', () => {
    expect(repeatOf(get, { ...blocked, credentials: { value: 'include', basis: 'observed' } })).toMatchObject({ credentials: 'include' });
  });

  it.each<[string, Exchange]>([
    ...['POST', 'PUT', 'DELETE', 'HEAD', 'PATCH'].map((method): [string, Exchange] => [`a ${method}`, of({ method })]),
    ['one with a header whose value was never seen', of({ preflights: [asked('x-key')], requestHeaders: null })],
    ['a frame’s', { ...get, frameId: 3, topOrigin: 'https://top.example' }],
    ['a worker’s', { ...get, topOrigin: PAGE }],
    ['a picture', { ...get, type: 'image' }],
  ])('is never %s', (_, seen) => {
    expect(repeatOf(seen)).toBeNull();
  });

  it('is none whose credentials nothing shows', () => {
    expect(repeatOf(get, { ...blocked, credentials: { value: 'unknown', basis: 'assumed' } })).toBeNull();
  });
});

describe('every failure that is known', () => {
  const planned = SAMPLES.flatMap(sample => {
    const all = explained(sample);
    return all === null ? [] : [{ ...all, ...planTrial(all.exchange, all.verdict, all.explanation.fix, all.engine) }];
  });

  it('can be tried, or has a reason why not, and both occur', () => {
    const kinds = new Set(planned.map(({ obstacle }) => obstacle));
    expect(planned.filter(({ plan, obstacle }) => (plan === null) === (obstacle === null))).toEqual([]);
    expect([...kinds]).toEqual(expect.arrayContaining([null, 'status', 'no-answer', 'no-header', 'address']));
  });

  it('is tried with the lines of its fix, all of them and no others', () => {
    const wrong = planned.filter(({ plan, explanation }) => {
      if (plan === null) return false;
      const lines = (all: readonly { readonly name: string; readonly value: string }[]) =>
        [...new Set(all.map(({ name, value }) => `${name}: ${value}`))].sort().join('\n');
      return lines(plan.answers.flatMap(each => each.headers)) !== lines(explanation.fix?.edits ?? []);
    });
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });
});
