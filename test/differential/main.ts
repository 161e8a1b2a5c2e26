/**
 * `npm run test:differential -- --seed S --count N [--browser chromium|firefox] [--fixes]`: plays random exchanges in real
 * browsers through the built extension, and holds its verdict against the browser's own; with `--fixes`, tries every fix too.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { type Comparison, compare } from './compare.ts';
import { describeComparison, describePlayed } from './describe.ts';
import { lacksFix, type Tried, trialsOf, tryFixes } from './fixes.ts';
import { openPlayer, type Player } from './play.ts';
import { predictions } from './predict.ts';
import { isFalseAlarm, isWrong, playAll, type Result, wrongLabels } from './run.ts';
import { type Scenario, scenarios } from './scenarios.ts';

/** Disagreements that are made smaller. */
const SHRUNK_MAX = 10;
/** Longer than this, in milliseconds, nothing is made smaller: what is smallest by then will do. */
const SHRINK_WITHIN_MS = 20_000;
const COUNT = 300;

/** The smallest exchange that both still judge differently, made from the one at that place of the run; null where it agrees when played alone. */
const shrink = async (engine: Engine, player: Player, seed: number, index: number): Promise<Comparison | null> => {
  let smallest: Comparison | null = null;
  const agrees = async (scenario: Scenario): Promise<boolean> => {
    const [played] = await player.play([scenario]);
    const comparison = played === undefined ? null : compare(engine, played);
    if (comparison?.result !== 'different') return true;
    smallest = comparison;
    return false;
  };
  await fc.check(fc.asyncProperty(scenarios, agrees), { seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: SHRINK_WITHIN_MS });
  return smallest;
};

/** Of each thing that is said of requests, how often it is no more than assumed. */
const shares = (results: readonly Result[]): string =>
  (['mode', 'origin', 'credentials', 'outcome'] as const)
    .map(about => {
      const all = results.flatMap(({ labels }) => labels.filter(each => each.about === about));
      return `${about} assumed ${all.filter(({ isKnown }) => !isKnown).length} of ${all.length}`;
    })
    .join(', ');

/** Tries what the reports offer. Gives how many fixes are wrong, or missing. */
const tryAll = async (engine: Engine, player: Player, seed: number, results: readonly Result[]): Promise<number> => {
  const trials = results.flatMap(each => trialsOf(each, player.canonical));
  const lacking = results.filter(lacksFix);
  const tried: Tried[] = [];
  for (let at = 0; at < trials.length; at += TRIALS) tried.push(...(await tryFixes(engine, player, trials.slice(at, at + TRIALS))));
  const whole = tried.filter(({ trial }) => trial.without === null);
  const parts = tried.filter(({ trial }) => trial.without !== null && !trial.servesBoth);
  const right = (all: readonly Tried[]): number => all.filter(({ isRight }) => isRight).length;
  console.log(
    `${engine}, seed ${seed}: ${right(whole)} of ${whole.length} fixes let the request through at the first try; ` +
      `${right(parts)} of ${parts.length} do not without one of their parts; ${lacking.length} missing.`,
  );
  const wrong = tried.filter(({ isRight }) => !isRight);
  for (const { trial, played } of wrong) {
    console.log(`${engine}: fix ${JSON.stringify(trial.fix)} without ${JSON.stringify(trial.without)}\n${describePlayed(played)}`);
  }
  for (const each of lacking) console.log(`${engine}: exchange ${each.index} could have a fix\n${describeComparison(each)}`);
  return wrong.length + lacking.length;
};

/** Trials between two page loads. */
const TRIALS = 150;

interface Findings {
  readonly results: readonly Result[];
  readonly mistakes: number;
}

const run = async (engine: Engine, seed: number, count: number, fixes: boolean): Promise<Findings> => {
  const player = await openPlayer(engine);
  try {
    const results = await playAll(engine, player, fc.sample(scenarios, { seed, numRuns: count }), sofar => {
      process.stderr.write(`\r${engine}: ${sofar.length} of ${count} played, ${sofar.filter(isWrong).length} differ `);
    });
    process.stderr.write('\n');
    const wrong = results.filter(isWrong);
    const open = results.filter(({ result }) => result === 'open').length;
    const passed = results.filter(({ browser }) => !browser.isBlocked);
    const unheard = results.filter(({ browser }) => browser.isUnheard).length;
    const alarms = passed.filter(isFalseAlarm).length;
    const mislabelled = results.filter(each => wrongLabels(each).length > 0);
    console.log(
      [
        `${engine}, seed ${seed}: ${count - open - wrong.length} of ${count} agree, ${open} left open, ${wrong.length} disagree.`,
        ...(unheard > 0 ? [`${engine}, seed ${seed}: of ${unheard} the browser told the page alone.`] : []),
        `${engine}, seed ${seed}: ${alarms} false alarms on ${passed.length} exchanges that CORS did not stop.`,
        `${engine}, seed ${seed}: ${shares(results)}; ${mislabelled.length} wrong.`,
      ].join('\n'),
    );
    for (const [position, each] of wrong.entries()) {
      const smallest = position < SHRUNK_MAX ? await shrink(engine, player, seed, each.index) : null;
      console.log(`${engine}: exchange ${each.index}${smallest ? ', made smaller' : ''}\n${describeComparison(smallest ?? each)}`);
    }
    for (const each of mislabelled) {
      const texts = wrongLabels(each).map(({ text }) => text);
      console.log(`${engine}: exchange ${each.index}: ${texts.join('; ')}\n${describePlayed(each.played)}`);
    }
    const wrongFixes = fixes ? await tryAll(engine, player, seed, results) : 0;
    return { results, mistakes: wrong.length + mislabelled.length + wrongFixes };
  } finally {
    await player.close();
  }
};

/** Each engine's recordings against what the other did. */
const foretell = (seed: number, results: ReadonlyMap<Engine, readonly Result[]>): number => {
  let mistakes = 0;
  for (const [recordedIn, engine] of [
    ['chromium', 'firefox'],
    ['firefox', 'chromium'],
  ] as const) {
    const all = predictions(recordedIn, results.get(recordedIn) ?? [], engine, results.get(engine) ?? []);
    const wrong = all.filter(({ result }) => result === 'different');
    const open = all.filter(({ result }) => result === 'open').length;
    console.log(
      `${recordedIn} of ${engine}, seed ${seed}: ${all.length - open - wrong.length} of ${all.length} foretold, ${open} left open, ${wrong.length} wrong.`,
    );
    for (const each of wrong) {
      console.log(`${recordedIn} of ${engine}: exchange ${each.index}\n${describeComparison(each)}\n  there:\n${describePlayed(each.there.played)}`);
    }
    mistakes += wrong.length;
  }
  return mistakes;
};

export const main = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, count: { type: 'string' }, browser: { type: 'string' }, fixes: { type: 'boolean' } },
  });
  const seed = Number(values.seed ?? Date.now() % 1e9);
  const count = Number(values.count ?? COUNT);
  const engines: readonly Engine[] = values.browser === 'chromium' || values.browser === 'firefox' ? [values.browser] : ['chromium', 'firefox'];
  const results = new Map<Engine, readonly Result[]>();
  let mistakes = 0;
  for (const engine of engines) {
    const found = await run(engine, seed, count, values.fixes ?? false);
    results.set(engine, found.results);
    mistakes += found.mistakes;
  }
  if (engines.length > 1) mistakes += foretell(seed, results);
  return mistakes === 0 ? 0 : 1;
};
