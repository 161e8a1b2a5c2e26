/** Prints where the browsers differ from what the cases expect. */
import type { DemoCase, Engine } from '../model.ts';
import { startDemo } from '../start-demo.ts';
import { differences } from './compare.ts';
import { measure } from './measure.ts';

const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

/** A hostile value is 100,000 characters long. */
const MAX_LINE = 300;

const isShownBy = (engine: Engine) => (each: DemoCase) => each.only === null || each.only.engine === engine;

/** `args`: names of browsers (all without one) and parts of case ids (all cases without one). Returns the number of differing cases. */
export const main = async (args: readonly string[]): Promise<number> => {
  const named = ENGINES.filter(engine => args.includes(engine));
  const parts = args.filter(arg => !ENGINES.some(engine => engine === arg));
  const demo = await startDemo({ port: 0 });
  const cases = demo.cases.filter(({ id }) => parts.length === 0 || parts.some(part => id.includes(part)));
  let differing = 0;
  try {
    for (const engine of named.length === 0 ? ENGINES : named) {
      const shown = cases.filter(isShownBy(engine));
      const measured = await measure(engine, demo, shown);
      for (const each of shown) {
        const found = measured.get(each.id);
        const lines = found === undefined ? ['was not measured'] : differences(engine, each, found);
        if (lines.length > 0) differing += 1;
        for (const line of lines) console.log(`${engine} ${each.id}: ${line.slice(0, MAX_LINE)}`);
      }
      console.log(`${engine}: ${shown.length} cases measured.`);
    }
  } finally {
    await demo.close();
  }
  return differing;
};
