import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type Disagreement, disagreement } from './compare.ts';
import { type Label, labelsOf } from './labels.ts';
import type { Played, Player } from './play.ts';
import type { Scenario } from './scenarios.ts';

/** Played before the page is loaded anew. */
const BATCH = 150;

/** What one run found. */
export interface Findings {
  /** Where ours and the browser's own verdict differ; `index`: of the scenario. */
  readonly disagreements: readonly (Disagreement & { readonly index: number })[];
  /** What was said of the requests: their modes, their origins, what became of them. */
  readonly labels: readonly (Label & { readonly index: number; readonly played: Played })[];
}

export const findDisagreements = async (
  engine: Engine,
  player: Player,
  scenarios: readonly Scenario[],
  onProgress: (played: number, differing: number) => void = () => {},
): Promise<Findings> => {
  const disagreements: (Disagreement & { readonly index: number })[] = [];
  const labels: (Label & { readonly index: number; readonly played: Played })[] = [];
  for (let at = 0; at < scenarios.length; at += BATCH) {
    const played = await player.play(scenarios.slice(at, at + BATCH));
    played.forEach((each, position) => {
      const index = at + position;
      const differs = disagreement(engine, each);
      if (differs) disagreements.push({ ...differs, index });
      for (const label of labelsOf(engine, each)) labels.push({ ...label, index, played: each });
    });
    onProgress(Math.min(at + BATCH, scenarios.length), disagreements.length);
  }
  return { disagreements, labels };
};
