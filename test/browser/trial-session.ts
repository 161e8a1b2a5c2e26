/** A fix that is tried in a real browser: what a person does, and which rules the browser has. */
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { type InspectedSite, openSite } from './inspected-site.ts';
import type { Api } from './views.ts';

interface Rules {
  readonly runtime: { getURL(path: string): string };
  readonly declarativeNetRequest: { getSessionRules(): Promise<readonly { readonly id: number }[]> };
}

const wake = async (): Promise<void> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  await (browser ?? chrome).runtime.sendMessage({ type: 'wake' }).catch(() => undefined);
};

/** In a page of the extension: how many rules the browser has of it. */
const countRules = async (): Promise<number> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Rules; readonly chrome: Rules };
  return (await (browser ?? chrome).declarativeNetRequest.getSessionRules()).length;
};
const ownPage = (): string => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Rules; readonly chrome: Rules };
  return (browser ?? chrome).runtime.getURL('panel/access.html');
};
/** The site with a page of the extension beside it that knows the rules whoever else is there. */
export interface TrialSite extends InspectedSite {
  rules(): Promise<number>;
  /** Starts the background if it has stopped. */
  wake(): Promise<void>;
}

export const openTrialSite = async (engine: InspectedBrowser['engine']): Promise<TrialSite> => {
  const session = await openSite(engine);
  try {
    const own = await session.browser.openTab(await session.browser.inBackground(ownPage));
    return { ...session, rules: () => own.run(countRules), wake: () => own.run(wake) };
  } catch (error) {
    await session.close();
    throw error;
  }
};
