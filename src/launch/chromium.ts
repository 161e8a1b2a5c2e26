/**
 * Chromium, Chrome or Edge, driven by puppeteer. How to use it: inspected-browser.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser, type Frame, type Page, type Target } from 'puppeteer';
import type { Report } from '../model.ts';
import { devtoolsPreferences, extensionFrame, painted, selectPanel, setTheme } from './chromium-devtools.ts';
import { watchVerdicts } from './chromium-verdicts.ts';
import { guardBrowser } from './guard.ts';
import { asCall, type InspectedBrowser, type LaunchOptions, type Run, WINDOW } from './inspected-browser.ts';
import { createTemporaryDirectory } from './temporary-directory.ts';

/** No first-run page, and no talk with hosts of the browser's own. */
const QUIET_ARGS = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
/** A page of a real site may load slowly. */
const LOAD_TIMEOUT_MS = 60_000;
/** One call may run a whole demo. */
const PROTOCOL_TIMEOUT_MS = 600_000;

const writePreferences = (profile: string, headless: boolean): void => {
  fs.mkdirSync(path.join(profile, 'Default'));
  const preferences = {
    devtools: devtoolsPreferences(!headless),
    // Developer mode is what makes the browser collect an extension's errors.
    extensions: { ui: { developer_mode: true } },
  };
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
};

/** Root may not use the sandbox; where the kernel forbids it to others (containers, some Linux distributions), Chromium says so and ends. */
const startBrowser = async (options: LaunchOptions, userDataDir: string): Promise<Browser> => {
  const start = (sandbox: boolean): Promise<Browser> =>
    puppeteer.launch({
      executablePath: options.executablePath,
      headless: options.headless ?? true,
      pipe: true,
      enableExtensions: true,
      userDataDir,
      defaultViewport: null,
      acceptInsecureCerts: options.acceptInsecureCerts ?? false,
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...QUIET_ARGS, `--window-size=${WINDOW.width},${WINDOW.height}`, ...(sandbox ? [] : ['--no-sandbox']), ...(options.args ?? [])],
    });
  if (process.platform === 'linux' && process.getuid?.() === 0) return start(false);
  try {
    return await start(true);
  } catch (error) {
    if (process.platform !== 'linux' || !/sandbox/i.test(String(error))) throw error;
    return start(false);
  }
};

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
    writePreferences(profile.path, options.headless ?? true);
    browser = await startBrowser(options, profile.path);
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
  if (id !== null) await browser.waitForTarget(isWorkerOf(id));
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
    const found = await (await browser.waitForTarget(isWorkerOf(extensionId()))).worker();
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
    report: async ({ redact = true } = {}) => panelMessage<Report>({ type: 'cors-devtools:report', redact }),
    verdicts: verdicts.take,
    screenshot: async (file, { width, height, dark }) => {
      const { devtools, panel } = tab();
      await devtools.setViewport({ width, height });
      await setTheme(devtools, dark);
      await painted(panel);
      fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
      fs.writeFileSync(file, await devtools.screenshot());
    },
    stopBackground: async () => {
      const target = browser.targets().find(isWorkerOf(extensionId()));
      if (target === undefined) return;
      const gone = new Promise<void>(resolve => {
        const listener = (destroyed: Target): void => {
          if (destroyed !== target) return;
          browser.off('targetdestroyed', listener);
          resolve();
        };
        browser.on('targetdestroyed', listener);
      });
      await (await target.worker())?.close();
      await gone;
    },
    extensionErrors: () => readExtensionErrors(browser, extensionId()),
  };
};
