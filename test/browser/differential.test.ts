/** The verdict is the browser's own, on exchanges that nobody thought of. More of them: `npm run test:differential`. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlayer, type Player } from '../differential/play.ts';
import { isWrong, playAll, wrongLabels } from '../differential/run.ts';
import { scenarios } from '../differential/scenarios.ts';
import { ENGINES } from './launch-extension.ts';

const COUNT = 100;
/** Each stands for exchanges of its own. */
const SEEDS = [12, 13];

describe.each(ENGINES)('random exchanges in %s', engine => {
  let player: Player;
  beforeAll(async () => {
    player = await openPlayer(engine);
  });
  afterAll(() => player?.close());

  it.each(SEEDS)('are judged as the browser judges them: seed %d', async seed => {
    const results = await playAll(engine, player, fc.sample(scenarios, { seed, numRuns: COUNT }));
    const wrong = results.filter(isWrong).map(({ index, browser, ours, played }) => ({ index, browser, ours, scenario: played.scenario }));
    const mislabelled = results.flatMap(each => wrongLabels(each).map(({ text }) => ({ index: each.index, text })));
    expect({ wrong, mislabelled }).toEqual({ wrong: [], mislabelled: [] });
  });
});
