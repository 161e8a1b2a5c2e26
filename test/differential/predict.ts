/** What a recording made in one engine says of the other, held against what the other did with the same exchange. */
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type Comparison, compareWords, ourWords } from './compare.ts';
import type { Result } from './run.ts';

export interface Prediction extends Comparison {
  readonly index: number;
  /** Where it was recorded. */
  readonly recordedIn: Engine;
  /** How it ended there. */
  readonly there: Result;
}

/** Whether anything is foretold: of what failed below CORS, or was not stopped, the recording tells of its own engine alone. */
const isForetold = ({ played, browser }: Result): boolean => played.failures.some(({ isCors }) => isCors) && browser.isBlocked;

/** `recorded` and `played` are results of the same scenarios, in two engines. */
export const predictions = (recordedIn: Engine, recorded: readonly Result[], engine: Engine, played: readonly Result[]): readonly Prediction[] =>
  recorded.flatMap((each, position) => {
    const there = played[position];
    if (there === undefined || !isForetold(each)) return [];
    const ours = ourWords(engine, recordedIn, each.played);
    return [{ played: each.played, there, index: each.index, recordedIn, browser: there.browser, ours, result: compareWords(there.browser, ours) }];
  });
