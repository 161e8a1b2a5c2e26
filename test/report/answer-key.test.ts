import { describe, expect, it } from 'vitest';
import type { Exchange, Verdict } from '../../src/model.ts';
import { answerKey } from '../../src/report/answer-key.ts';
import { exchange, hop, missing, preflight, response, verdict } from '../panel/fixtures.ts';

const at = (url: string, over: Parameters<typeof hop>[0] = {}): Exchange => exchange('a', { hops: [hop({ url, ...over })] });
const blocked: Verdict = verdict('blocked', [missing()]);
const known = answerKey(at('https://api.example/orders/1?x=1'), blocked);

describe('what is wrong and where', () => {
  it.each<[string, Exchange, Verdict]>([
    ['another id in the path', at('https://api.example/orders/2?x=1'), blocked],
    ['another query', at('https://api.example/orders/1?x=2'), blocked],
    ['another time', { ...at('https://api.example/orders/1'), startedAt: 99 }, blocked],
    [
      'what the tools tell of it afterwards',
      { ...at('https://api.example/orders/1'), log: { error: null, resourceType: 'fetch', initiator: null, requestHeaders: null } },
      { ...blocked, mode: { value: 'unknown', basis: 'assumed' } },
    ],
  ])('is the same with %s', (_, seen, judged) => {
    expect(answerKey(seen, judged)).toBe(known);
  });

  it.each<[string, Exchange, Verdict]>([
    ['another endpoint', at('https://api.example/users/1'), blocked],
    ['another server', at('https://other.example/orders/1'), blocked],
    ['another method', at('https://api.example/orders/1', { method: 'PUT' }), blocked],
    ['another status', at('https://api.example/orders/1', { response: response(500) }), blocked],
    ['another answer to the preflight', at('https://api.example/orders/1', { preflights: [preflight()] }), blocked],
    ['another origin', at('https://api.example/orders/1'), { ...blocked, origin: { value: 'https://other.example', basis: 'observed' } }],
    ['another broken rule', at('https://api.example/orders/1'), verdict('blocked', [missing(), { ...missing(), stage: 'preflight' }])],
    ['a redirect', exchange('a', { hops: [hop({ url: 'https://api.example/orders/1' }), hop()] }), blocked],
  ])('is not the same with %s', (_, seen, judged) => {
    expect(answerKey(seen, judged)).not.toBe(known);
  });
});
