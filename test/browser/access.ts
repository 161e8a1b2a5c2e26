/** Withholding the access to web sites, and giving it back, as a person does it in the browser's own settings. */
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { until } from './until.ts';
import type { Api } from './views.ts';

/** Firefox then grants what a page of the extension asks for without a question of its own. */
export const UNASKED = { 'extensions.webextOptionalPermissionPrompts': false } as const;

/** In a page of the browser's own. */
const configure = async (extensionId: string, hostAccess: string): Promise<void> => {
  const { chrome } = globalThis as unknown as { chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } } };
  await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
};
const remove = async (): Promise<void> => {
  const { browser } = globalThis as unknown as { readonly browser: Api };
  await browser.permissions.remove({ origins: ['<all_urls>'] });
};
/** In the access page: which of its sections is shown. */
const shownSection = (): string | null => document.querySelector('section:not([hidden])')?.id ?? null;

/** Firefox gives access only to who asks for it with a click. */
const grantByClick = async (browser: InspectedBrowser, accessPage: string): Promise<void> => {
  const page = await browser.openTab(accessPage);
  const section = await until(
    () => page.run(shownSection),
    shown => shown !== null,
  );
  if (section === 'ask') await page.click('#grant');
  await until(
    () => page.run(shownSection),
    shown => shown === 'done',
  );
  await page.close();
};

/** Chromium takes nothing back that the manifest asks for, except by its own settings. */
const setInSettings = async (browser: InspectedBrowser, accessPage: string, granted: boolean): Promise<void> => {
  const settings = await browser.openTab('chrome://extensions');
  await settings.run(configure, new URL(accessPage).host, granted ? 'ON_ALL_SITES' : 'ON_CLICK');
  await settings.close();
};

export const setHostAccess = async (browser: InspectedBrowser, accessPage: string, granted: boolean): Promise<void> => {
  if (browser.engine === 'chromium') await setInSettings(browser, accessPage, granted);
  else if (granted) await grantByClick(browser, accessPage);
  else await browser.inBackground(remove);
};
