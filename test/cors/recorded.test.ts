import { describe, expect, it } from 'vitest';
import { brokenRules, evaluate } from '../../src/cors/evaluate.ts';
import type { EngineVerdicts } from '../../src/model.ts';
import { exchangeOf, RECORDED, type Recorded } from './recorded.ts';

const ENGINES = ['chromium', 'firefox'] as const;
type Engine = (typeof ENGINES)[number];

/** What cannot be judged as the browser did, and why. */
const BEYOND_REACH: Readonly<Record<string, readonly Engine[]>> = {
  // Firefox drops an empty line where another line has a value, counts it all the same, and lets the page's Resource Timing say 200.
  'origin emptyPage': ['firefox'],
  'origin pageEmpty': ['firefox'],
  'origin emptyStar': ['firefox'],
  'credentials linesEmpty': ['firefox'],
  // A blob: URL of the page's own: nothing crosses origins, and nothing is said of CORS.
  'same-origin redirect to blob': ['chromium', 'firefox'],
};

const isWithinReach = (name: string, engine: Engine): boolean => BEYOND_REACH[name]?.includes(engine) !== true;
const within = (engine: Engine): [string, Recorded][] =>
  RECORDED.filter(({ name }) => isWithinReach(name, engine)).map(recorded => [recorded.name, recorded]);

const wordsOf = (recorded: Recorded, engine: Engine) => {
  if (engine === 'firefox') return { blocked: recorded.firefox.blocked, reason: recorded.firefox.says };
  const [corsError, failedParameter] = recorded.chromium.says ?? [null, null];
  return { blocked: recorded.chromium.blocked, corsError, failedParameter };
};

/** Where several words are possible, the browser's own is one of them, and what is said of all is true of it. */
const expectSaid = ({ readings, ...word }: EngineVerdicts[Engine], said: ReturnType<typeof wordsOf>): void => {
  if (readings.length === 0) {
    expect(word).toEqual(said);
    return;
  }
  expect(readings.length).toBeGreaterThan(1);
  expect(readings).toContainEqual(expect.objectContaining(said));
  for (const [name, value] of Object.entries(word)) if (value !== null) expect([name, value]).toEqual([name, Reflect.get(said, name)]);
};

describe.each(ENGINES)('judged as %s judged it', engine => {
  it.each(within(engine))('%s', (_, recorded) => {
    const verdict = evaluate(exchangeOf(recorded, engine), engine);
    expect(verdict.outcome.result).toBe(recorded[engine].blocked ? 'blocked' : 'allowed');
    expect(verdict.failures.length > 0).toBe(recorded[engine].blocked);
    expect(verdict.disagreement).toBeNull();
    expectSaid(verdict.engines[engine], wordsOf(recorded, engine));
  });
});

describe.each([
  ['chromium', 'firefox'],
  ['firefox', 'chromium'],
] as const)('what %s recorded foretells what %s says', (engine, other) => {
  const cases = RECORDED.filter(({ name }) => !Object.hasOwn(BEYOND_REACH, name)).map((recorded): [string, Recorded] => [recorded.name, recorded]);
  it.each(cases)('%s', (_, recorded) => {
    const verdict = evaluate(exchangeOf(recorded, engine), engine);
    expectSaid(verdict.engines[other], wordsOf(recorded, other));
    expect(verdict.engines.safari.blocked).toBe(recorded[other].blocked);
  });
});

describe.each(ENGINES)('the credentials mode is never mistaken: %s', engine => {
  const cases = within(engine).filter(([, recorded]) => evaluate(exchangeOf(recorded, engine), engine).credentials.basis !== 'assumed');
  it('is mostly known', () => expect(cases.length).toBeGreaterThan(RECORDED.length / 2));
  it.each(cases)('%s', (_, recorded) => {
    const { credentials } = evaluate(exchangeOf(recorded, engine), engine);
    expect(credentials.value === 'include').toBe(recorded.credentials === 'include');
  });
});

describe('Firefox without Resource Timing: the rules alone say what happened', () => {
  it.each(within('firefox'))('%s', (_, recorded) => {
    const verdict = evaluate({ ...exchangeOf(recorded, 'firefox'), timing: null }, 'firefox');
    expect(verdict.outcome.result).toBe(recorded.firefox.blocked ? 'blocked' : 'allowed');
  });
});

describe('Firefox without raw lines', () => {
  it.each(within('firefox'))('%s', (_, recorded) =>
    expectSaid(evaluate(exchangeOf(recorded, 'firefox', false), 'firefox').engines.firefox, wordsOf(recorded, 'firefox')),
  );
});

describe('brokenRules agrees with the browser, whatever became of the exchange', () => {
  it.each(within('chromium'))('%s', (_, recorded) => {
    const seen = exchangeOf(recorded, 'chromium');
    const broken = brokenRules({ ...seen, state: 'completed', error: null }, 'chromium', recorded.credentials);
    expect(broken.length > 0).toBe(recorded.chromium.blocked);
  });
});
