/** A trial ends with its tab, and with the browser. */
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { thisMachine } from '../../src/launch/browser-sources.ts';
import { buildUnpacked } from '../../src/launch/build.ts';
import { findBrowser } from '../../src/launch/find-browser.ts';
import { START_TIMEOUT_MS } from '../../src/launch/inspected-browser.ts';
import { createTemporaryDirectory, type TemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import { ENGINES } from './launch-extension.ts';
import { countRules, isThere, LATE_LINE, openTrialSite, outcome, TRY, type TrialSite } from './trial-session.ts';
import { until } from './until.ts';
import { inspectedTab } from './views.ts';

const closeTab = async (tabId: number): Promise<void> => {
  interface Tabs {
    readonly tabs: { remove(tabId: number): Promise<void> };
  }
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Tabs; readonly chrome: Tabs };
  await (browser ?? chrome).tabs.remove(tabId);
};
describe.each(ENGINES)('a trial in %s', engine => {
  let session: TrialSite;
  const press = async (): Promise<void> => {
    await until(() => session.browser.inPanel(isThere, LATE_LINE[engine]), Boolean);
    await session.browser.click(TRY);
  };
  const comesThrough = (): Promise<unknown> =>
    until(
      () => session.browser.inPanel(outcome),
      kind => kind === 'through',
    );

  beforeEach(async () => {
    session = await openTrialSite(engine);
    await session.fetch(`${session.site.api}/refused`);
    await until(() => session.browser.inPanel(isThere, '[role=treeitem]'), Boolean);
    await session.browser.click('[role=treeitem]');
  });
  afterEach(() => session?.close());

  it('ends with its tab', async () => {
    const { browser } = session;
    await press();
    await comesThrough();
    await browser.inBackground(closeTab, await browser.inPanel(inspectedTab));
    await until(session.rules, count => count === 0);
  });
});

describe('a trial in Chromium that crashes', () => {
  let profile: TemporaryDirectory;
  const started: Browser[] = [];
  beforeEach(() => {
    profile = createTemporaryDirectory('cors-devtools-crash');
  });
  afterEach(async () => {
    for (const browser of started.splice(0)) await browser.close();
    profile.remove();
  });

  /** The browser, and what the extension's own page says there. */
  const start = async () => {
    const browser = await puppeteer.launch({
      executablePath: await findBrowser(thisMachine, 'chromium', null),
      pipe: true,
      enableExtensions: true,
      userDataDir: profile.path,
      timeout: START_TIMEOUT_MS,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    started.push(browser);
    const id = await browser.installExtension(path.resolve(await buildUnpacked('chromium')));
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/panel/access.html`);
    return { browser, page };
  };
  /** In the extension's page. */
  const addRule = async (): Promise<number> => {
    interface Rules {
      readonly declarativeNetRequest: { updateSessionRules(options: object): Promise<void>; getSessionRules(): Promise<readonly object[]> };
    }
    const { declarativeNetRequest: rules } = (globalThis as unknown as { readonly chrome: Rules }).chrome;
    const condition = { urlFilter: '|https://api.example/|', tabIds: [1] };
    const responseHeaders = [{ header: 'Access-Control-Allow-Origin', operation: 'set', value: 'https://app.example' }];
    await rules.updateSessionRules({ addRules: [{ id: 1, condition, action: { type: 'modifyHeaders', responseHeaders } }] });
    return (await rules.getSessionRules()).length;
  };

  it('leaves no rule to the next start', async () => {
    const first = await start();
    expect(await first.page.evaluate(addRule)).toBe(1);
    const gone = new Promise(resolve => first.browser.once('disconnected', resolve));
    first.browser.process()?.kill('SIGKILL');
    await gone;
    const second = await start();
    expect(await second.page.evaluate(countRules)).toBe(0);
  });
});
