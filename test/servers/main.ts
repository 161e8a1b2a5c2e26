/**
 * `npm run test:servers [-- NAME]`: has a page in both browsers refused by each server that is installed (or by one), and let
 * through with what its recipe says; and has a page that comes from such a server read what a third party's answers.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../src/launch/project.ts';
import { RECIPES } from '../../src/recipes/index.ts';
import { PROVEN_ON, RELAYS_PROVEN_ON } from '../../src/recipes/proven.ts';
import { RELAYS } from '../../src/recipes/relay/index.ts';

const NAMES: readonly string[] = [
  ...new Set(
    [...RECIPES.filter(({ id }) => PROVEN_ON[id] !== null), ...RELAYS.filter(({ id }) => RELAYS_PROVEN_ON[id] !== null)].map(({ id }) => id),
  ),
];

export const main = async (args: readonly string[]): Promise<number> => {
  const [name] = args;
  if (args.length > 1 || (name !== undefined && !NAMES.includes(name))) {
    console.error(`npm run test:servers -- NAME, with one of these or none: ${NAMES.join(', ')}`);
    return 1;
  }
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const filter = name === undefined ? [] : ['-t', `(?:for|by) '${name}' is`];
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'test/vitest.config.ts', '--project', 'browser', 'test/servers', ...filter], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise(resolve => child.once('close', code => resolve(code ?? 1)));
};
