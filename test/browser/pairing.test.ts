/** Every preflight is given to the request that caused it, of a thousand in flight at once. More of them: `npm run test:pairing`. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asLine, playPairing } from '../pairing/play.ts';
import { ENGINES } from './launch-extension.ts';

const COUNT = 1_000;
const SEED_MAX = 1e9;
/**
 * Of requests that are wholly alike, and that the page gives up at the same moment, nothing but their order tells which of
 * them a preflight was for, and a busy browser does not always keep it. More than a few mistakes are ours.
 */
const AMBIGUOUS_MOST = 5;

it.each(ENGINES)('pairs a thousand requests at once in %s', async engine => {
  // Another run each time; the seed repeats what is asked for and what the servers do with it.
  const [seed = 0] = fc.sample(fc.nat(SEED_MAX), 1);
  console.log(`Seed ${seed} in ${engine}.`);
  const pairs = await playPairing(engine, seed, COUNT);
  console.log([asLine(engine, seed, COUNT, pairs), ...pairs.mistakes].join('\n'));
  if (pairs.mistakes.length > AMBIGUOUS_MOST) expect(pairs.mistakes).toEqual([]);
});
