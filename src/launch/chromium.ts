/**
 * Chromium, Chrome or Edge, driven by puppeteer. How to use it: inspected-browser.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, KeyInput, Page, Target } from 'puppeteer';
import type { Report } from '../model.ts';
import { extensionFrame, painted, scrollBack, selectPanel, setTheme } from './chromium-devtools.ts';
import { startChromium } from './chromium-start.ts';
import { watchTraffic } from './chromium-traffic.ts';
import { watchVerdicts } from './chromium-verdicts.ts';
import { stopWorker } from './chromium-worker.ts';
import { guardBrowser } from './guard.ts';
import { asCall, type InspectedBrowser, type LaunchOptions, type Run, START_TIMEOUT_MS } from './inspected-browser.ts';
import { createTemporaryDirectory } from './temporary-directory.ts';

/** A page of a real site may load slowly. */
const LOAD_TIMEOUT_MS = 60_000;
/** Reads the collected errors where the browser itself shows them, in a tab of its own. */
const readExtensionErrors = async (browser: Browser, id: string): Promise<readonly string[]> => {
  const page = await browser.newPage();
  try {
    await page.goto('chrome://extensions');
    return await page.evaluate(async (extensionId: string) => {
      interface Info {
        readonly manifestErrors: readonly { readonly message: string }[];
        readonly runtimeErrors: readonly { readonly message: string; readonly source: string; readonly severity: string }[];
      }
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: { getExtensionInfo(id: string): Promise<Info> } } };
      const info = await chrome.developerPrivate.getExtensionInfo(extensionId);
      return [
        ...info.manifestErrors.map(error => `manifest.json: ${error.message}`),
        ...info.runtimeErrors.map(error => `${new URL(error.source).pathname}: ${error.message}`),
      ];
    }, id);
  } finally {
    await page.close();
  }
};

const runIn =
  (where: () => Promise<{ evaluate(script: string): Promise<unknown> }>): Run =>
  async <Args extends readonly unknown[], Result>(run: (...args: Args) => Result | Promise<Result>, ...args: Args): Promise<Result> =>
    (await (await where()).evaluate(asCall(run, args))) as Result;

/** The path of the extension's devtools_page, as its URL has it. */
const devtoolsPageOf = (extension: string | null): string =>
  extension === null ? '' : `/${JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8')).devtools_page}`;

const isWorkerOf = (id: string) => (target: Target) => target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`);

/** Starts the browser with the extension loaded and one empty tab. Rejects, having cleaned up, where either fails. */
export const launchChromium = async (options: LaunchOptions): Promise<InspectedBrowser> => {
  const profile = createTemporaryDirectory('cors-devtools-chromium');
  let browser: Browser;
  try {
    browser = await startChromium(options, profile.path);
  } catch (error) {
    profile.remove();
    throw error;
  }
  const pid = browser.process()?.pid;
  const release = pid === undefined ? () => undefined : guardBrowser(pid, profile.path);
  const closed = new Promise<void>(resolve => {
    browser.once('disconnected', () => resolve());
  });
  const close = async (): Promise<void> => {
    await browser.close();
    release();
    profile.remove();
  };
  try {
    return { ...(await createDriver(browser, options)), closed, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const createDriver = async (browser: Browser, options: LaunchOptions): Promise<Omit<InspectedBrowser, 'closed' | 'close'>> => {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  page.setDefaultNavigationTimeout(LOAD_TIMEOUT_MS);
  const id = options.extension === null ? null : await browser.installExtension(path.resolve(options.extension));
  if (id !== null) await browser.waitForTarget(isWorkerOf(id), { timeout: START_TIMEOUT_MS });
  const verdicts = await watchVerdicts(page);

  const isDevtoolsPage = (file: string): boolean => file === devtoolsPageOf(options.extension);

  let shown: { readonly devtools: Page; readonly panel: Frame; readonly devtoolsPage: Frame } | null = null;
  const extensionId = (): string => {
    if (id === null) throw new Error('No extension was loaded.');
    return id;
  };
  const tab = () => {
    if (shown === null) throw new Error('The CORS tab is not shown: call showTab() first.');
    return shown;
  };
  const panelMessage = <Reply>(message: object): Promise<Reply> =>
    tab().panel.evaluate(sent => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<Reply> }; devtools: { inspectedWindow: { tabId: number } } };
      };
      return chrome.runtime.sendMessage({ ...sent, tabId: chrome.devtools.inspectedWindow.tabId });
    }, message) as Promise<Reply>;
  const worker = async () => {
    const running = browser.targets().find(isWorkerOf(extensionId()));
    // Any message starts a stopped worker; that nobody answers this one does not matter.
    if (running === undefined) await panelMessage({ type: 'wake' }).catch(() => undefined);
    const found = await (await browser.waitForTarget(isWorkerOf(extensionId()), { timeout: START_TIMEOUT_MS })).worker();
    if (found === null) throw new Error('The service worker has gone.');
    return found;
  };

  return {
    engine: 'chromium',
    version: (await browser.version()).replace(/^[^/]*\//, ''),
    open: async url => void (await page.goto(url, { waitUntil: 'load' })),
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    settle: ({ quietMs, timeoutMs }) =>
      page.waitForNetworkIdle({ idleTime: quietMs, timeout: timeoutMs }).then(
        () => true,
        () => false,
      ),
    showTab: async () => {
      const devtools = await page.openDevTools();
      await selectPanel(devtools, extensionId());
      shown = {
        devtools,
        panel: await extensionFrame(devtools, extensionId(), file => !isDevtoolsPage(file)),
        devtoolsPage: await extensionFrame(devtools, extensionId(), isDevtoolsPage),
      };
    },
    closeDevTools: async () => {
      await tab().devtools.close();
      shown = null;
    },
    inPage: runIn(async () => page),
    inPanel: runIn(async () => tab().panel),
    inDevtoolsPage: runIn(async () => tab().devtoolsPage),
    inBackground: runIn(worker),
    click: selector => tab().panel.click(selector),
    press: key => tab().devtools.keyboard.press(key as KeyInput),
    openTab: async url => {
      const other = await browser.newPage({ background: true });
      await other.goto(url);
      return { run: runIn(async () => other), click: selector => other.click(selector), close: () => other.close() };
    },
    report: async ({ redact = true } = {}) => panelMessage<Report>({ type: 'cors-devtools:report', redact }),
    verdicts: verdicts.take,
    watchTraffic: () => watchTraffic(page),
    screenshot: async (file, { width, height, dark }) => {
      const { devtools, panel } = tab();
      await devtools.setViewport({ width, height });
      await setTheme(devtools, dark);
      await scrollBack(devtools);
      await painted(panel);
      fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
      fs.writeFileSync(file, await devtools.screenshot());
    },
    stopBackground: () => stopWorker(browser, page, isWorkerOf(extensionId())),
    isBackgroundRunning: async () => browser.targets().some(isWorkerOf(extensionId())),
    extensionErrors: () => readExtensionErrors(browser, extensionId()),
  };
};
