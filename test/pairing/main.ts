/**
 * `npm run test:pairing -- --seed S --count N [--browser chromium|firefox]`: has a page ask for N things across origins at
 * once, and holds the preflights that the extension gives to each request against those that the browser sent for it.
 */
import { parseArgs } from 'node:util';
import type { Engine } from '../../src/launch/inspected-browser.ts';
import { asLine, playPairing } from './play.ts';

const COUNT = 1_000;

export const main = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, count: { type: 'string' }, browser: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Date.now() % 1e9);
  const count = Number(values.count ?? COUNT);
  const engines: readonly Engine[] = values.browser === 'chromium' || values.browser === 'firefox' ? [values.browser] : ['chromium', 'firefox'];
  let wrong = 0;
  for (const engine of engines) {
    const pairs = await playPairing(engine, seed, count);
    console.log([asLine(engine, seed, count, pairs), ...pairs.mistakes.map(mistake => `  ${mistake}`)].join('\n'));
    wrong += pairs.mistakes.length;
  }
  return wrong === 0 ? 0 : 1;
};
