/** The verdict is the browser's own, on exchanges that nobody thought of. More of them: `npm run test:differential`. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { FIXTURES } from '../differential/fixtures.ts';
import { openPlayer } from '../differential/play.ts';
import { predictions } from '../differential/predict.ts';
import { isFalseAlarm, isWrong, playAll, type Result, wrongLabels } from '../differential/run.ts';
import { scenarios } from '../differential/scenarios.ts';
import { ENGINES } from './launch-extension.ts';

const COUNT = 300;
/** Longest that one browser takes for all of them on a slow machine, in milliseconds. */
const PATIENCE_MS = 1_200_000;
/** New exchanges each time: those that anything is found on are kept as fixtures. */
const SEED = Date.now() % 1e9;

const DIRECTIONS = [
  ['chromium', 'firefox'],
  ['firefox', 'chromium'],
] as const;

describe.each([
  ['of which ours and a browser’s once differed', FIXTURES],
  [`made up with seed ${SEED}`, fc.sample(scenarios, { seed: SEED, numRuns: COUNT })],
] as const)('exchanges %s', (title, all) => {
  const results = new Map<Engine, readonly Result[]>();
  beforeAll(async () => {
    console.log(`Exchanges ${title}: ${all.length} in each browser.`);
    for (const engine of ENGINES) {
      const player = await openPlayer(engine);
      try {
        results.set(engine, await playAll(engine, player, all));
      } finally {
        await player.close();
      }
    }
  }, PATIENCE_MS);
  const of = (engine: Engine): readonly Result[] => results.get(engine) ?? [];

  it.each(ENGINES)('are judged as %s judges them', engine => {
    const wrong = of(engine).filter(isWrong);
    expect(wrong.map(({ index, browser, ours, played }) => ({ index, browser, ours, scenario: played.scenario }))).toEqual([]);
    expect(of(engine)).toHaveLength(all.length);
  });

  it.each(ENGINES)('raise no false alarm in %s', engine => {
    expect(
      of(engine)
        .filter(isFalseAlarm)
        .map(({ index }) => index),
    ).toEqual([]);
  });

  it.each(ENGINES)('are known for what they are, or assumed to be it, in %s', engine => {
    const mistaken = of(engine).flatMap(each => wrongLabels(each).map(({ text }) => ({ index: each.index, text })));
    expect(mistaken).toEqual([]);
  });

  it.each(DIRECTIONS)('as %s recorded them, tell what %s does', (recordedIn, engine) => {
    const wrong = predictions(recordedIn, of(recordedIn), engine, of(engine)).filter(({ result }) => result === 'different');
    expect(wrong.map(({ index, browser, ours, played }) => ({ index, browser, ours, scenario: played.scenario }))).toEqual([]);
  });
});
