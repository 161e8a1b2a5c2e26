/** The built extension in a real browser. */
import { thisMachine } from '../../src/launch/browser-sources.ts';
import { buildUnpacked } from '../../src/launch/build.ts';
import { findBrowser } from '../../src/launch/find-browser.ts';
import type { Engine, FirefoxLaunchOptions, InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { launchBrowser } from '../../src/launch/launch-browser.ts';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

export interface ExtensionOptions extends Omit<FirefoxLaunchOptions, 'executablePath' | 'extension'> {
  /** Those that the browser prefers, whatever the machine's, as in Accept-Language: "fr,en". */
  readonly languages?: string;
}

export const launchExtension = async (
  engine: Engine,
  { languages = 'en-US,en', args = [], preferences = {}, ...options }: ExtensionOptions = {},
): Promise<InspectedBrowser> =>
  launchBrowser(engine, {
    ...options,
    args: engine === 'chromium' ? [`--accept-lang=${languages}`, ...args] : args,
    preferences: { 'intl.accept_languages': languages, ...preferences },
    extension: await buildUnpacked(engine),
    executablePath: await findBrowser(thisMachine, engine, null),
  });
