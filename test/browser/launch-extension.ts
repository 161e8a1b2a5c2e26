/** The built extension in a real browser. */
import { thisMachine } from '../../src/launch/browser-sources.ts';
import { buildUnpacked } from '../../src/launch/build.ts';
import { findBrowser } from '../../src/launch/find-browser.ts';
import type { Engine, FirefoxLaunchOptions, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { launchBrowser } from '../../src/launch/launch-browser.ts';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

export const launchExtension = async (
  engine: Engine,
  options: Omit<FirefoxLaunchOptions, 'executablePath' | 'extension'> = {},
): Promise<InspectedBrowser> => {
  const extension = await buildUnpacked(engine);
  return launchBrowser(engine, { ...options, extension, executablePath: await findBrowser(thisMachine, engine, null) });
};
