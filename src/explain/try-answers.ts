/** What each engine would make of an exchange, had the server answered otherwise. */
import { metFirst } from '../cors/engine-words.ts';
import type { Engine } from '../cors/engines.ts';
import { brokenRules, evaluate } from '../cors/evaluate.ts';
import type { Exchange, Failure, FailureCode, PossibleCredentials, Stage, Verdict } from '../model.ts';
import { factsOf } from './facts.ts';
import { isBeyondServer } from './fix.ts';
import { type Answer, withAnswers } from './simulate.ts';
import { en } from './words/en.ts';
import type { PerFailure, Words } from './words/words.ts';

export type Browser = Engine | 'safari';

/** The rule that stops an exchange in one engine. */
export interface Stop {
  readonly code: FailureCode;
  readonly stage: Stage;
  readonly explanation: string;
  /** How many more rules are broken. */
  readonly more: number;
}

export interface Trial {
  /** As it would have gone, to the end or to where it stops. */
  readonly exchange: Exchange;
  /** What stops it in each engine; null where nothing does. */
  readonly stops: Readonly<Record<Browser, Stop | null>>;
}

const isSettled = ({ outcome }: Verdict): boolean => outcome.result !== 'pending' && outcome.result !== 'cancelled';
/** It revalidates a stored answer, whose headers then count: nobody sees those. */
const isRevalidated = ({ hops }: Exchange): boolean => hops.some(({ response }) => response?.status === 304);

/** Whether other answers can be tried on an exchange: it is over, was seen whole, and it is for CORS to say what became of it. */
export const canTryAnswers = (exchange: Exchange, verdict: Verdict): boolean =>
  verdict.crossOrigin &&
  verdict.mode.value === 'cors' &&
  isSettled(verdict) &&
  !exchange.incomplete &&
  !isRevalidated(exchange) &&
  !verdict.failures.some(isBeyondServer);

/** The failure that stops it comes first, as what is said of it is said of the first. */
const stopOf = (exchange: Exchange, verdict: Verdict, failures: readonly Failure[], first: Failure | undefined, words: Words): Stop | null => {
  if (first === undefined) return null;
  const facts = factsOf(exchange, { ...verdict, failures: [first, ...failures.filter(failure => failure !== first)] });
  const say = (words.problems as PerFailure<string>)[first.code] as (failure: Failure, about: typeof facts) => string;
  return { code: first.code, stage: first.stage, explanation: say(first, facts), more: failures.length - 1 };
};

/**
 * Judges `exchange` with `answers`, by the same rules that judge what came.
 *
 * @param credentials how the page is taken to ask
 */
export const tryAnswers = (exchange: Exchange, answers: readonly Answer[], credentials: PossibleCredentials, words: Words = en): Trial => {
  const tried = withAnswers(exchange, answers);
  const stopIn = (engine: Engine, firstOf: (failures: readonly Failure[]) => Failure | undefined): Stop | null => {
    const failures = brokenRules(tried, engine, credentials);
    const verdict: Verdict = { ...evaluate(tried, engine), credentials: { value: credentials, basis: 'observed' } };
    return stopOf(tried, verdict, failures, firstOf(failures), words);
  };
  return {
    exchange: tried,
    stops: {
      chromium: stopIn('chromium', failures => metFirst(failures, 'chromium')[0]?.failure),
      firefox: stopIn('firefox', failures => metFirst(failures, 'firefox')[0]?.failure),
      // By the standard, as Chromium has its rules, and in the standard's order.
      safari: stopIn('chromium', ([first]) => first),
    },
  };
};
