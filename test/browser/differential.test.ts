/** The verdict is the browser's own, on exchanges that nobody thought of. More of them: `npm run test:differential`. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDisagreements } from '../differential/find-disagreements.ts';
import { openPlayer, type Player } from '../differential/play.ts';
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
    const { disagreements, labels } = await findDisagreements(engine, player, fc.sample(scenarios, { seed, numRuns: COUNT }));
    const wrong = disagreements.filter(({ isAssumed }) => !isAssumed);
    expect(labels.filter(({ isKnown, isRight }) => isKnown && !isRight).map(({ index, text }) => ({ index, text }))).toEqual([]);
    expect(wrong.map(({ index, browser, ours, played }) => ({ index, browser, ours, scenario: played.scenario }))).toEqual([]);
  });
});
