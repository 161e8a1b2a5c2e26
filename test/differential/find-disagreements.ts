import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type Disagreement, disagreement } from './compare.ts';
import type { Player } from './play.ts';
import type { Scenario } from './scenarios.ts';

/** Played before the page is loaded anew. */
const BATCH = 100;

/** Where ours and the browser's own verdict differ; `index`: of the scenario. */
export const findDisagreements = async (
  engine: Engine,
  player: Player,
  scenarios: readonly Scenario[],
  onProgress: (played: number, differing: number) => void = () => {},
): Promise<readonly (Disagreement & { readonly index: number })[]> => {
  const found: (Disagreement & { readonly index: number })[] = [];
  for (let at = 0; at < scenarios.length; at += BATCH) {
    const played = await player.play(scenarios.slice(at, at + BATCH));
    played.forEach((each, index) => {
      const differs = disagreement(engine, each);
      if (differs) found.push({ ...differs, index: at + index });
    });
    onProgress(Math.min(at + BATCH, scenarios.length), found.length);
  }
  return found;
};
