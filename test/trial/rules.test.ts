/** A rule touches the named response headers of one URL in one tab, and nothing else. */
import { describe, expect, it } from 'vitest';
import type { Headers, TrialPlan } from '../../src/model.ts';
import { planTrial } from '../../src/trial/plan.ts';
import { rulesFor } from '../../src/trial/rules.ts';
import { headers } from '../cors/build.ts';
import { explained, SAMPLES } from '../explain/samples.ts';

const URL = 'https://api.example/a?b=c';
const PAGE = 'http://localhost:5173';
const ALLOW = headers(['Access-Control-Allow-Origin', PAGE]);

const planOf = (changes: Partial<TrialPlan> = {}, answer: { url?: string; method?: string; headers?: Headers } = {}): TrialPlan => ({
  url: URL,
  method: 'GET',
  type: 'xmlhttprequest',
  initiator: PAGE,
  answers: [{ url: URL, method: 'GET', headers: ALLOW, ...answer }],
  repeat: null,
  ...changes,
});
const conditionOf = (plan: TrialPlan) => rulesFor(plan, 7, 1)[0]?.condition;

describe('rules', () => {
  it('are of one URL, one tab, one kind of request, one method and one asker', () => {
    expect(rulesFor(planOf(), 7, 3)).toEqual([
      {
        id: 3,
        condition: {
          urlFilter: `|${URL}|`,
          isUrlFilterCaseSensitive: true,
          tabIds: [7],
          resourceTypes: ['xmlhttprequest'],
          requestMethods: ['get'],
          initiatorDomains: ['localhost'],
        },
        action: {
          type: 'modifyHeaders',
          responseHeaders: [
            { header: 'Access-Control-Allow-Origin', operation: 'set', value: PAGE },
            { header: 'Cache-Control', operation: 'set', value: 'no-store' },
          ],
        },
      },
    ]);
  });

  it('have a number each', () => {
    const [answer] = planOf().answers;
    const answers = answer === undefined ? [] : [answer, { ...answer, method: 'OPTIONS' }];
    expect(rulesFor(planOf({ answers }), 7, 5).map(({ id, condition }) => [id, condition.requestMethods])).toEqual([
      [5, ['get']],
      [6, ['options']],
    ]);
  });

  it('let nothing be remembered', () => {
    const lines = (method: string) =>
      rulesFor(planOf({}, { method }), 7, 1)[0]
        ?.action.responseHeaders.slice(1)
        .map(({ header, value }) => `${header}: ${value}`);
    expect({ preflight: lines('OPTIONS'), answer: lines('PUT') }).toEqual({
      preflight: ['Access-Control-Max-Age: 0'],
      answer: ['Cache-Control: no-store'],
    });
  });

  it.each(['PUT', 'OPTIONS', 'DELETE'])('name the method %s', method => {
    expect(conditionOf(planOf({}, { method }))).toMatchObject({ requestMethods: [method.toLowerCase()] });
  });
  it('of a method without a name in the API are of all but preflights', () => {
    const condition = conditionOf(planOf({}, { method: 'REPORT' }));
    expect(condition).toMatchObject({ excludedRequestMethods: ['options'] });
    expect(condition).not.toHaveProperty('requestMethods');
  });

  it.each(['https://a.test/x*', 'https://a.test/?q=a|b', 'https://a.test/?q=^(1)$'])('are of %s and no other URL', url => {
    const { regexFilter = '', ...rest } = conditionOf(planOf({}, { url })) ?? {};
    expect(rest).not.toHaveProperty('urlFilter');
    const matches = new RegExp(regexFilter);
    expect([url, `${url}x`, `x${url}`, url.replace(/[*|^]/, 'y')].map(each => matches.test(each))).toEqual([true, false, false, false]);
  });

  it.each([
    ['https://app.example', ['app.example']],
    ['http://127.0.0.1:8000', ['127.0.0.1']],
    ['http://[::1]:8000', undefined],
    ['null', undefined],
  ])('of the asker %s', (initiator, domains) => {
    expect(conditionOf(planOf({ initiator }))?.initiatorDomains).toEqual(domains);
  });

  it.each<[string, Headers]>([
    ['the origin "null"', headers(['Access-Control-Allow-Origin', 'null'])],
    ['a second line', headers(['Vary', 'Origin\r\nX-More: 1'])],
    ['* with credentials', headers(['Access-Control-Allow-Origin', '*'], ['access-control-allow-credentials', 'true'])],
  ])('never set %s', (_, weak) => {
    expect(() => rulesFor(planOf({}, { headers: weak }), 7, 1)).toThrow(RangeError);
  });

  it('of every failure that is known are none of these, and set nothing but what CORS reads', () => {
    const plans = SAMPLES.flatMap(sample => {
      const all = explained(sample);
      return all === null ? [] : (planTrial(all.exchange, all.verdict, all.explanation.fix, all.engine).plan ?? []);
    });
    const set = plans.flatMap(plan => rulesFor(plan, 7, 1)).flatMap(({ action }) => action.responseHeaders.map(({ header }) => header.toLowerCase()));
    expect(plans.length).toBeGreaterThan(50);
    expect([...new Set(set)].filter(header => !/^access-control-(?:allow-|max-age$)|^vary$|^cache-control$/.test(header))).toEqual([]);
  });
});
