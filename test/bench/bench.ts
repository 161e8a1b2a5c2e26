/** `npm run bench`: measures what the design promises, and says of each figure whether it holds. `npm run bench -- sizes events` measures those alone. */
import { thisMachine } from '../../src/launch/browser-sources.ts';
import { findBrowser } from '../../src/launch/find-browser.ts';
import { type Figure, formatFigure } from './figure.ts';
import { measureMemory } from './memory.ts';
import { measurePageLoad } from './page-load.ts';
import { measurePanel } from './panel.ts';
import { measureSizes } from './sizes.ts';
import { measureThroughput } from './throughput.ts';

const chromium = (): Promise<string> => findBrowser(thisMachine, 'chromium', null);

const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  sizes: measureSizes,
  events: measureThroughput,
  panel: async () => measurePanel(await chromium()),
  memory: async () => measureMemory(await chromium()),
  load: async () => measurePageLoad(await chromium()),
};

/** `args`: names of benches; all without one. */
export const main = async (args: readonly string[]): Promise<number> => {
  const unknown = args.find(name => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) {
    console.error(`There is no bench "${unknown}": ${Object.keys(BENCHES).join(', ')}.`);
    return 1;
  }
  let holds = true;
  for (const [name, measure] of Object.entries(BENCHES)) {
    if (args.length > 0 && !args.includes(name)) continue;
    for (const figure of await measure()) {
      console.log(formatFigure(figure));
      holds &&= figure.budget?.holds ?? true;
    }
  }
  return holds ? 0 : 1;
};
