/** What a recording made in one engine says of the other, held against what the other did with the same exchange. */
import { meaningOfError } from '../../src/cors/network-error.ts';
import type { Engine } from '../../src/launch/inspected-browser.ts';
import type { Exchange } from '../../src/model.ts';
import { type Comparison, compareWords, ourWords, type Word } from './compare.ts';
import { lastOf } from './play.ts';
import type { Result } from './run.ts';
import { comparable, isSameExchange } from './same-exchange.ts';

export interface Prediction extends Comparison {
  readonly index: number;
  /** Where it was recorded. */
  readonly recordedIn: Engine;
  /** How it ended there. */
  readonly there: Result;
}

/** Of what failed below CORS, a recording tells of its own engine alone. */
const isBelowCors = ({ error, hops }: Exchange): boolean =>
  [error, ...hops.flatMap(({ preflights }) => preflights.map(preflight => preflight.error))].some(
    each => each !== null && meaningOfError(each) !== 'refused',
  );

const withoutPorts = (word: Word): Word => ({ ...word, parameter: comparable(word.parameter) });

/** Whether anything is foretold: the engine of the recording stopped the exchange, and the other one was asked and answered alike. */
const isForetold = (recorded: Result, there: Result): boolean => {
  const [own, other] = [lastOf(recorded.played.exchanges), lastOf(there.played.exchanges)];
  if (own === undefined || other === undefined || !recorded.browser.isBlocked) return false;
  return !isBelowCors(own) && !isBelowCors(other) && isSameExchange(own, other);
};

/** `recorded` and `played` are results of the same scenarios, in two engines. */
export const predictions = (recordedIn: Engine, recorded: readonly Result[], engine: Engine, played: readonly Result[]): readonly Prediction[] =>
  recorded.flatMap((each, position) => {
    const there = played[position];
    if (there === undefined || !isForetold(each, there)) return [];
    const ours = ourWords(engine, recordedIn, each.played).map(withoutPorts);
    const browser = withoutPorts(there.browser);
    return [{ played: each.played, there, index: each.index, recordedIn, browser, ours, result: compareWords(browser, ours) }];
  });
