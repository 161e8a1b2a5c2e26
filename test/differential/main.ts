/**
 * `npm run test:differential -- --seed S --count N [--browser chromium|firefox]`: plays random exchanges in real browsers
 * through the built extension, and holds its verdict against the browser's own.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type Disagreement, disagreement } from './compare.ts';
import { describeDisagreement, describePlayed } from './describe.ts';
import { findDisagreements } from './find-disagreements.ts';
import type { Label } from './labels.ts';
import { openPlayer, type Player } from './play.ts';
import { type Scenario, scenarios } from './scenarios.ts';

/** Disagreements that are made smaller. */
const SHRUNK_MAX = 10;
/** Longer than this, in milliseconds, nothing is made smaller: what is smallest by then will do. */
const SHRINK_WITHIN_MS = 20_000;
const COUNT = 300;

/** The smallest exchange that both still judge differently, made from the one at that place of the run; null where it agrees when played alone. */
const shrink = async (engine: Engine, player: Player, seed: number, index: number): Promise<Disagreement | null> => {
  let smallest: Disagreement | null = null;
  const agrees = async (scenario: Scenario): Promise<boolean> => {
    const [played] = await player.play([scenario]);
    const differs = played === undefined ? null : disagreement(engine, played);
    if (differs === null || differs.isAssumed) return true;
    smallest = differs;
    return false;
  };
  await fc.check(fc.asyncProperty(scenarios, agrees), { seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: SHRINK_WITHIN_MS });
  return smallest;
};

/** Of each thing that is said of requests, how often it is no more than assumed. */
const shares = (labels: readonly Label[]): string =>
  (['mode', 'origin', 'credentials', 'outcome'] as const)
    .map(about => {
      const all = labels.filter(each => each.about === about);
      return `${about} assumed ${all.filter(({ isKnown }) => !isKnown).length} of ${all.length}`;
    })
    .join(', ');

const run = async (engine: Engine, seed: number, count: number): Promise<number> => {
  const all = fc.sample(scenarios, { seed, numRuns: count });
  const player = await openPlayer(engine);
  try {
    const { disagreements: found, labels } = await findDisagreements(engine, player, all, (played, differing) => {
      process.stderr.write(`\r${engine}: ${played} of ${count} played, ${differing} differ `);
    });
    process.stderr.write('\n');
    const wrong = found.filter(({ isAssumed }) => !isAssumed);
    const assumed = found.length - wrong.length;
    console.log(
      `${engine}: ${count - found.length} of ${count} agree, ${assumed} rest on what cannot be seen, ${wrong.length} disagree (seed ${seed}).`,
    );
    for (const [position, each] of wrong.entries()) {
      const smallest = position < SHRUNK_MAX ? await shrink(engine, player, seed, each.index) : null;
      console.log(`${engine}: exchange ${each.index}${smallest ? ', made smaller' : ''}\n${describeDisagreement(smallest ?? each)}`);
    }
    const mislabelled = labels.filter(({ isKnown, isRight }) => isKnown && !isRight);
    console.log(`${engine}: ${shares(labels)}; ${mislabelled.length} wrong.`);
    for (const { index, text, played } of mislabelled) console.log(`${engine}: exchange ${index}: ${text}\n${describePlayed(played)}`);
    return wrong.length + mislabelled.length;
  } finally {
    await player.close();
  }
};

export const main = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, count: { type: 'string' }, browser: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Date.now() % 1e9);
  const count = Number(values.count ?? COUNT);
  const engines: readonly Engine[] = values.browser === 'chromium' || values.browser === 'firefox' ? [values.browser] : ['chromium', 'firefox'];
  let differing = 0;
  for (const engine of engines) differing += await run(engine, seed, count);
  return differing === 0 ? 0 : 1;
};
