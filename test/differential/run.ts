import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type Comparison, compare } from './compare.ts';
import { type Label, labelsOf } from './labels.ts';
import type { Player } from './play.ts';
import type { Scenario } from './scenarios.ts';

/** Played before the page is loaded anew. */
const BATCH = 150;

/** One scenario, played; `index`: of the scenario. */
export interface Result extends Comparison {
  readonly index: number;
  readonly labels: readonly Label[];
}

/** Whether a failure is reported of what CORS did not stop. */
export const isFalseAlarm = ({ browser, ours }: Result): boolean => !browser.isBlocked && ours.every(({ isBlocked }) => isBlocked);
export const isWrong = ({ result }: Result): boolean => result === 'different';
/** What is said to be known, and is not so. */
export const wrongLabels = ({ labels }: Result): readonly Label[] => labels.filter(({ isKnown, isRight }) => isKnown && !isRight);

/** Plays all, and holds what ours says against the browser's own word and what the page really asked. */
export const playAll = async (
  engine: Engine,
  player: Player,
  scenarios: readonly Scenario[],
  onProgress: (results: readonly Result[]) => void = () => {},
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (let at = 0; at < scenarios.length; at += BATCH) {
    const played = await player.play(scenarios.slice(at, at + BATCH));
    played.forEach((each, position) => {
      results.push({ ...compare(engine, each), index: at + position, labels: labelsOf(engine, each) });
    });
    onProgress(results);
  }
  return results;
};
