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
/** New exchanges each time. */
const SEED = Date.now() % 1e9;
/**
 * What is found on new exchanges is printed, to be mended and kept as a fixture: of those none may differ ever again. A change
 * that has nothing to do with it is not held up by one in a hundred; more of them are no chance find.
 */
const NEW_MOST = COUNT / 100;

const DIRECTIONS = [
  ['chromium', 'firefox'],
  ['firefox', 'chromium'],
] as const;

describe.each([
  ['of which ours and a browser’s once differed', FIXTURES, 0],
  [`made up with seed ${SEED}`, fc.sample(scenarios, { seed: SEED, numRuns: COUNT }), NEW_MOST],
] as const)('exchanges %s', (title, all, most) => {
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
  /** Fails with all of them where there are more than may be. */
  const expectFew = (found: readonly unknown[]): void => {
    if (found.length > most) expect(found).toEqual([]);
    else if (found.length > 0) console.log(`Found, ${title}: ${JSON.stringify(found)}`);
  };

  it.each(ENGINES)('are judged as %s judges them', engine => {
    const wrong = of(engine).filter(isWrong);
    expect(of(engine)).toHaveLength(all.length);
    expectFew(wrong.map(({ index, browser, ours, played }) => ({ index, browser, ours, scenario: played.scenario })));
  });

  it.each(ENGINES)('raise no false alarm in %s', engine => {
    expectFew(
      of(engine)
        .filter(isFalseAlarm)
        .map(({ index, played }) => ({ index, scenario: played.scenario })),
    );
  });

  it.each(ENGINES)('are known for what they are, or assumed to be it, in %s', engine => {
    expectFew(of(engine).flatMap(each => wrongLabels(each).map(({ text }) => ({ index: each.index, text, scenario: each.played.scenario }))));
  });

  it.each(DIRECTIONS)('as %s recorded them, tell what %s does', (recordedIn, engine) => {
    const wrong = predictions(recordedIn, of(recordedIn), engine, of(engine)).filter(({ result }) => result === 'different');
    expectFew(wrong.map(({ index, browser, ours, played }) => ({ index, browser, ours, scenario: played.scenario })));
  });
});
