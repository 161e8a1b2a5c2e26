/** What is behind a failure, by what the answers say of themselves and by what else was recorded. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import { CAUSES } from '../../src/explain/causes/index.ts';
import { explain } from '../../src/explain/explain.ts';
import { answersAmong } from '../../src/explain/known-answers.ts';
import { en } from '../../src/explain/words/en.ts';
import type { Explanation } from '../../src/model.ts';
import { preflight } from '../cors/build.ts';
import { CAUSE_SAMPLES, type CauseSample, PAGE } from './cause-samples.ts';
import { LANGUAGES } from './languages.ts';

const explained = ({ exchange, others }: CauseSample): Explanation =>
  explain(exchange, evaluate(exchange, 'chromium'), 'chromium', en, { answersOf: answersAmong([exchange, ...others]) });

describe('what is behind a failure', () => {
  it.each(Object.entries(CAUSE_SAMPLES))('%s is named first', (code, sample) => {
    const { cause, otherCauses } = explained(sample);
    expect([cause.code, cause.confidence]).toEqual([code, sample.confidence]);
    expect(otherCauses.length === 0 || cause.confidence !== 'certain').toBe(true);
  });

  it.each(Object.entries(CAUSE_SAMPLES))('%s is what it was found to be before, without what else was recorded', (code, sample) => {
    const { cause, otherCauses } = explained(sample);
    const again = explain(sample.exchange, evaluate(sample.exchange, 'chromium'), 'chromium', en, { causes: [cause, ...otherCauses] });
    expect([again.cause.code, ...again.otherCauses.map(other => other.code)]).toEqual([code, ...otherCauses.map(other => other.code)]);
    expect(again.cause.explanation).not.toMatch(/undefined|\s{2}|\s[.,]/);
  });

  it('is looked for again where it was found by a name that there is none of', () => {
    const { exchange } = CAUSE_SAMPLES['auth-before-cors'];
    const causes = [{ code: 'not-a-cause', confidence: 'certain' }] as const;
    expect(explain(exchange, evaluate(exchange, 'chromium'), 'chromium', en, { causes }).cause.code).toBe('auth-before-cors');
  });

  it('says what shows it, where it is not certain', () => {
    const said = Object.values(CAUSE_SAMPLES).flatMap(sample => {
      const { cause, otherCauses } = explained(sample);
      return [cause, ...otherCauses].filter(({ confidence, shows }) => (confidence === 'certain') !== (shows === null)).map(({ code }) => code);
    });
    expect(said).toEqual([]);
  });

  describe.each(LANGUAGES)('the local network, in $language', ({ words }) => {
    it.each([
      { asks: 'the page', frameId: 0, topOrigin: null, says: false },
      { asks: 'a worker', frameId: 0, topOrigin: 'https://embedder.example', says: false },
      { asks: 'a frame of the page’s own', frameId: 3, topOrigin: PAGE, says: false },
      { asks: 'a frame of another origin', frameId: 3, topOrigin: 'https://embedder.example', says: true },
    ])('that $asks asks for: whether the frame needs leave is said: $says', ({ frameId, topOrigin, says }) => {
      const exchange = { ...CAUSE_SAMPLES['local-network'].exchange, frameId, topOrigin };
      const { cause } = explain(exchange, evaluate(exchange, 'chromium'), 'chromium', words);
      expect(cause.explanation.includes('allow="local-network-access"')).toBe(says);
    });
  });

  it('has a word for what shows a value that is no more than possible, where a preflight fails by its status', () => {
    const values: readonly string[] = CAUSES.filter(({ kind }) => kind === 'value').map(({ code }) => code);
    const said = Object.entries(CAUSE_SAMPLES).flatMap(([code, sample]) => {
      const [first, ...rest] = sample.exchange.hops;
      if (!values.includes(code) || first?.response == null) return [];
      const failed = preflight({ url: first.url, requestHeaders: first.requestHeaders, response: { ...first.response, status: 500 } });
      const exchange = {
        ...sample.exchange,
        hops: [{ ...first, method: 'PUT', requestHeaders: null, response: null, preflights: [failed] }, ...rest],
      };
      const { cause, otherCauses } = explained({ ...sample, exchange });
      return [cause, ...otherCauses].filter(({ confidence, shows }) => confidence !== 'certain' && shows === null).map(each => each.code);
    });
    expect(said).toEqual([]);
  });

  it('has a code, and a title, of its own', () => {
    expect(new Set(CAUSES.map(({ code }) => code)).size).toBe(CAUSES.length);
  });
});
