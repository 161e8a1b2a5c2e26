/** A fix that is tried in a real browser: what a person does, and which rules the browser has. */
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { type InspectedSite, openSite } from './inspected-site.ts';
import { accessPage, wake } from './views.ts';

interface Rules {
  readonly declarativeNetRequest: { getSessionRules(): Promise<readonly { readonly id: number }[]> };
}

/** In a page of the extension: how many rules the browser has of it. */
export const countRules = async (): Promise<number> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Rules; readonly chrome: Rules };
  return (await (browser ?? chrome).declarativeNetRequest.getSessionRules()).length;
};

/** What has the fix tried. */
export const TRY = '.try-fix .primary';
/** In the panel: where the page asks, which Chromium's network log tells a moment later than the rest; of these tests' own code it takes a second line. */
export const LATE_LINE: Readonly<Record<InspectedBrowser['engine'], string>> = { chromium: '.asked-at b', firefox: TRY };
/** In the panel: what the banner says came of a trial; undefined where there is none. */
export const outcome = (): string | undefined => document.querySelector<HTMLElement>('.trial')?.dataset.outcome;
export const isThere = (selector: string): boolean => document.querySelector(selector) !== null;

/** The site with a page of the extension beside it that knows the rules whoever else is there. */
export interface TrialSite extends InspectedSite {
  rules(): Promise<number>;
  /** Starts the background if it has stopped. */
  wake(): Promise<void>;
}

export const openTrialSite = async (engine: InspectedBrowser['engine']): Promise<TrialSite> => {
  const session = await openSite(engine);
  try {
    const own = await session.browser.openTab(await session.browser.inBackground(accessPage));
    return { ...session, rules: () => own.run(countRules), wake: () => own.run(wake) };
  } catch (error) {
    await session.close();
    throw error;
  }
};
