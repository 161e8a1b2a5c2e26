import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Engine, FirefoxLaunchOptions, InspectedBrowser } from './inspected-browser.ts';

/** Starts either browser; options that only the other one knows are left out. */
export const launchBrowser = (engine: Engine, options: FirefoxLaunchOptions): Promise<InspectedBrowser> =>
  ({ chromium: launchChromium, firefox: launchFirefox })[engine](options);
