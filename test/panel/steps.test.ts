import { describe, expect, it } from 'vitest';
import { type Step, stepsOf } from '../../panel/steps.ts';
import type { Exchange, Failure, Verdict } from '../../src/model.ts';
import { exchange, headers, hop, missing, preflight, response, verdict } from './fixtures.ts';

const story = (seen: Exchange, judged: Verdict): readonly string[] => stepsOf(seen, judged).map(({ kind, state }) => `${kind} ${state}`);
const factsOf = (steps: readonly Step[], kind: Step['kind']): Readonly<Record<string, string>> =>
  Object.fromEntries(steps.find(step => step.kind === kind)?.facts.map(({ label, value }) => [label, value]) ?? []);

const refusal = (failure: Partial<Failure> = {}): Failure => missing(failure);
const unsent = { requestHeaders: null, response: null };
const refusedConnection: Failure = { code: 'connection-refused', stage: 'network', hop: 0, error: 'net::ERR_CONNECTION_REFUSED' };
const redirect = hop({ response: response(302, { Location: 'https://cdn.example/' }) });

const cases: readonly (readonly [name: string, Exchange, Verdict, readonly string[]])[] = [
  ['an allowed request', exchange('e'), verdict('allowed'), ['page passed', 'request passed', 'answer passed', 'end passed']],
  [
    'an allowed request with a preflight',
    exchange('e', { hops: [hop({ preflights: [preflight()] })] }),
    verdict('allowed'),
    ['page passed', 'preflight passed', 'request passed', 'answer passed', 'end passed'],
  ],
  ['an answer that is refused', exchange('e'), verdict('blocked', [refusal()]), ['page passed', 'request passed', 'answer stopped', 'end stopped']],
  [
    'a preflight that is refused, the request unseen as in Chromium',
    exchange('e', { hops: [hop({ ...unsent, preflights: [preflight()] })] }),
    verdict('blocked', [refusal({ stage: 'preflight' })]),
    ['page passed', 'preflight stopped', 'request never', 'end stopped'],
  ],
  [
    'a preflight that is refused, the request seen but not sent as in Firefox',
    exchange('e', { hops: [hop({ response: null, preflights: [preflight()] })] }),
    verdict('blocked', [refusal({ stage: 'preflight' })]),
    ['page passed', 'preflight stopped', 'request never', 'end stopped'],
  ],
  [
    'a preflight that was repeated: the last one is judged',
    exchange('e', { hops: [hop({ ...unsent, preflights: [preflight(), preflight({ requestId: 'q' })] })] }),
    verdict('blocked', [refusal({ stage: 'preflight' })]),
    ['page passed', 'preflight passed', 'preflight stopped', 'request never', 'end stopped'],
  ],
  [
    'a preflight that was refused but never seen',
    exchange('e', { hops: [hop(unsent)] }),
    verdict('blocked', [refusal({ stage: 'preflight' })]),
    ['page passed', 'preflight stopped', 'request never', 'end stopped'],
  ],
  [
    'a redirect that is followed, then refused',
    exchange('e', { hops: [redirect, hop()] }),
    verdict('blocked', [refusal({ hop: 1 })]),
    ['page passed', 'request passed', 'redirect passed', 'request passed', 'answer stopped', 'end stopped'],
  ],
  [
    'a redirect that is refused itself',
    exchange('e', { hops: [redirect] }),
    verdict('blocked', [refusal({ stage: 'redirect' })]),
    ['page passed', 'request passed', 'redirect stopped', 'end stopped'],
  ],
  [
    'a redirect and what it leads to, both refused',
    exchange('e', { hops: [redirect, hop()] }),
    verdict('blocked', [refusal({ stage: 'redirect' }), refusal({ hop: 1 })]),
    ['page passed', 'request passed', 'redirect stopped', 'request never', 'answer also-broken', 'end stopped'],
  ],
  [
    'a connection that is refused',
    exchange('e', { hops: [hop(unsent)] }),
    verdict('blocked', [refusedConnection]),
    ['page passed', 'request stopped', 'end stopped'],
  ],
  [
    'a connection that dies in the preflight',
    exchange('e', { hops: [hop({ ...unsent, preflights: [preflight({ response: null, error: 'net::ERR_EMPTY_RESPONSE' })] })] }),
    verdict('blocked', [refusedConnection]),
    ['page passed', 'preflight stopped', 'request never', 'end stopped'],
  ],
  [
    'an answer that the browser keeps for another reason',
    exchange('e'),
    verdict('blocked', [{ code: 'blocked-by-corp', stage: 'network', hop: 0, error: 'net::ERR_BLOCKED_BY_RESPONSE' }]),
    ['page passed', 'request passed', 'answer stopped', 'end stopped'],
  ],
  [
    'a request in flight',
    exchange('e', { hops: [hop(unsent)], state: 'open' }),
    verdict('pending'),
    ['page passed', 'request waiting', 'answer waiting', 'end waiting'],
  ],
  [
    'a preflight in flight',
    exchange('e', { hops: [hop({ ...unsent, preflights: [preflight({ response: null, state: 'open' })] })], state: 'open' }),
    verdict('pending'),
    ['page passed', 'preflight waiting', 'request waiting', 'answer waiting', 'end waiting'],
  ],
  ['a request that the page gave up', exchange('e'), verdict('cancelled'), ['page passed', 'request passed', 'answer passed', 'end never']],
  [
    'a request seen in part',
    exchange('e', { hops: [hop(unsent)], incomplete: true }),
    verdict('unknown'),
    ['page passed', 'request unseen', 'answer unseen', 'end unseen'],
  ],
  [
    'an answer that was refused if the page wanted to read it',
    exchange('e'),
    verdict('unknown', [refusal()]),
    ['page passed', 'request passed', 'answer stopped', 'end unseen'],
  ],
];

describe('stepsOf', () => {
  it.each(cases)('tells of %s', (_, seen, judged, steps) => {
    expect(story(seen, judged)).toEqual(steps);
  });

  it('says why the browser asked first, what it asked and what it was told', () => {
    const seen = exchange('e', {
      hops: [hop({ preflights: [preflight({ response: response(204, { 'Access-Control-Allow-Methods': 'PUT', Server: 'x' }) })] })],
    });
    const judged = verdict('allowed', [], {
      preflightReasons: [
        [
          { kind: 'method', value: 'PUT' },
          { kind: 'upload-listener', value: null },
        ],
      ],
    });
    expect(factsOf(stepsOf(seen, judged), 'preflight')).toEqual({
      'Because of': 'the method PUT, a progress listener on the upload',
      Sent: 'OPTIONS\nOrigin: https://app.example\nAccess-Control-Request-Method: PUT',
      Status: '204',
      Allows: 'Access-Control-Allow-Methods: PUT',
      Took: '40 ms',
    });
  });

  it('names every rule that a step breaks', () => {
    const forbidden = (header: string): Failure => ({
      code: 'header-not-allowed',
      stage: 'response',
      hop: 0,
      header,
      value: null,
      because: 'absent',
    });
    const judged = verdict('blocked', [refusal(), forbidden('x-a'), forbidden('x-b')]);
    expect(factsOf(stepsOf(exchange('e'), judged), 'answer')).toMatchObject({ Problem: 'No Allow-Origin header\nHeader not allowed ×2' });
  });

  it('says that cookies were sent, never which', () => {
    const seen = exchange('e', { hops: [hop({ requestHeaders: headers({ Cookie: 'sid=secret' }) })] });
    expect(factsOf(stepsOf(seen, verdict('allowed')), 'request')).toEqual({ Sent: 'GET', Cookies: 'sent' });
  });

  it('does not tell a request that only used an answer that it read it', () => {
    const titles = (mode: 'cors' | 'no-cors'): string | undefined =>
      stepsOf(exchange('e'), verdict('allowed', [], { mode: { value: mode, basis: 'observed' } })).at(-1)?.title;
    expect(titles('no-cors')).not.toBe(titles('cors'));
  });
});
