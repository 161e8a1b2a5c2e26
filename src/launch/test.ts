/** `npm test`: everything that has to hold, each step in turn, also after one that failed; then one line with the counts. */
import { refuseArguments } from './arguments.ts';
import { thisMachine } from './browser-sources.ts';
import { buildUnpacked, ENGINES } from './build.ts';
import { findBrowser, PATH_VARIABLES } from './find-browser.ts';
import { type Counts, checkTypes, FAILED, lint, lintExtension, PASSED, runVitest } from './test-steps.ts';

interface Step {
  readonly title: string;
  run(): Promise<Counts>;
}

const build = async (): Promise<Counts> => {
  for (const engine of ENGINES) console.log(await buildUnpacked(engine));
  return PASSED;
};

const testInBrowsers = async (): Promise<Counts> => {
  const paths: Record<string, string> = {};
  for (const engine of ENGINES) paths[PATH_VARIABLES[engine]] = await findBrowser(thisMachine, engine, null);
  return runVitest('browser', paths);
};

const STEPS: readonly Step[] = [
  { title: 'Types', run: checkTypes },
  { title: 'Lint', run: lint },
  { title: 'Build', run: build },
  { title: 'The built extension, as the linter for Firefox add-ons sees it', run: async () => lintExtension(await buildUnpacked('firefox')) },
  { title: 'Unit tests', run: () => runVitest('unit') },
  { title: 'Tests in real browsers', run: testInBrowsers },
];

const runStep = async ({ title, run }: Step, index: number): Promise<Counts> => {
  console.log(`\n━━ ${index + 1}/${STEPS.length} ${title}`);
  const started = Date.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  });
  console.log(`━━ ${title}: ${counts.failed === 0 ? 'passed' : 'FAILED'} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return counts;
};

export const main = async (args: readonly string[]): Promise<number> => {
  if (refuseArguments('test', args)) return 1;
  let passed = 0;
  let failed = 0;
  for (const [index, step] of STEPS.entries()) {
    const counts = await runStep(step, index);
    passed += counts.passed;
    failed += counts.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};
