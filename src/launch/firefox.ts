/**
 * Firefox, driven over Marionette. How to use it: inspected-browser.ts.
 */
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Report } from '../model.ts';
import { startFirefox } from './firefox-process.ts';
import * as scripts from './firefox-scripts.ts';
import * as traffic from './firefox-traffic.ts';
import { asCall, type FirefoxLaunchOptions, type FirefoxVerdict, type InspectedBrowser, type Run } from './inspected-browser.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import type { SentRequest } from './traffic.ts';

/** One script may run a whole demo. */
const SCRIPT_TIMEOUT_MS = 600_000;
const SHOW_TIMEOUT_MS = 60_000;
const RESIZE_TIMEOUT_MS = 10_000;
/** Firefox asked to quit is killed after this long. */
const QUIT_TIMEOUT_MS = 10_000;

type View = 'page' | 'background' | 'devtools_page' | 'devtools_panel' | `tab ${number}`;

/** Wraps an async function body so that its value, or what it throws, crosses as JSON text. */
const asScript = (body: string): string =>
  `const done = arguments[arguments.length - 1];
   (async () => { ${body} })().then(value => done(JSON.stringify({ value })), error => done(JSON.stringify({ error: String(error?.message ?? error) })));`;

const fromScript = (text: unknown): unknown => {
  const answer = JSON.parse(String(text)) as { readonly value?: unknown; readonly error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value;
};

/** Firefox marks the URL's direction with invisible characters, and ends its sentence with a full stop. */
const urlIn = (message: string): string => /remote resource at [‎‘']*(.*?)[’'‎]*\. \(Reason: /.exec(message)?.[1] ?? '';

const verdict = ({ category, message }: { readonly category: string; readonly message: string }): FirefoxVerdict => ({
  engine: 'firefox',
  url: urlIn(message),
  reason: category.replace(/\d+$/, ''),
  category,
  message,
});

/** Runs a script of firefox-scripts.ts in the browser itself. */
const inBrowser = async (marionette: Marionette, body: string, args: readonly unknown[] = []): Promise<unknown> => {
  const script = asScript(`const args = ${JSON.stringify(args)}; ${body}`);
  const parameters = { script, args: [], newSandbox: true };
  return fromScript(((await marionette.send('WebDriver:ExecuteAsyncScript', parameters)) as { readonly value: unknown }).value);
};

const addonIdOf = (extension: string): string => {
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
};

/** Starts Firefox with the extension loaded and one empty tab. Rejects, having cleaned up, where either fails. */
export const launchFirefox = async (options: FirefoxLaunchOptions): Promise<InspectedBrowser> => {
  const firefox = await startFirefox(options);
  const marionette = await connectMarionette(firefox.marionettePort).catch(async (error: unknown) => {
    firefox.kill();
    await firefox.closed;
    throw error;
  });
  const close = async (): Promise<void> => {
    const late = setTimeout(firefox.kill, QUIT_TIMEOUT_MS);
    // The connection ends before the answer comes.
    await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    await firefox.closed;
    clearTimeout(late);
    marionette.close();
  };
  try {
    return { ...(await createDriver(marionette, options)), closed: firefox.closed, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const createDriver = async (marionette: Marionette, options: FirefoxLaunchOptions): Promise<Omit<InspectedBrowser, 'closed' | 'close'>> => {
  const session = (await marionette.send('WebDriver:NewSession', {
    capabilities: { alwaysMatch: { acceptInsecureCerts: options.acceptInsecureCerts ?? false } },
  })) as { readonly capabilities: { readonly browserVersion: string } };
  await marionette.send('WebDriver:SetTimeouts', { script: SCRIPT_TIMEOUT_MS });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  const browser = (body: string, ...args: unknown[]) => inBrowser(marionette, body, args);
  await browser(scripts.START);
  for (const { host, port, pem } of options.acceptCertificates ?? []) {
    await browser(scripts.ACCEPT_CERTIFICATE, host, port, new X509Certificate(pem).raw.toString('base64'));
  }
  const id = options.extension === null ? null : addonIdOf(options.extension);
  if (options.extension !== null) await marionette.send('Addon:Install', { path: path.resolve(options.extension), temporary: true });
  const addonId = (): string => {
    if (id === null) throw new Error('No extension was loaded.');
    return id;
  };

  const execute = async (view: View, body: string, sandboxName: 'system' | null = null): Promise<unknown> => {
    const answer = await browser(scripts.EXECUTE_IN, id, view, asScript(body), sandboxName, SCRIPT_TIMEOUT_MS);
    if (answer === null) throw new Error(view === 'background' ? 'The background is not running.' : `There is no ${view}: call showTab() first.`);
    return fromScript(answer);
  };
  // The function is compiled in a sandbox whose prototype is the window: `globalThis` is made to name the window itself.
  const run =
    (view: View): Run =>
    async <Args extends readonly unknown[], Result>(fn: (...args: Args) => Result | Promise<Result>, ...args: Args): Promise<Result> =>
      (await execute(view, `return ((globalThis, self) => ${asCall(fn, args)})(window, window);`)) as Result;

  const input = async (view: View, script: string, argument: string): Promise<void> =>
    void (await execute(view, `const args = ${JSON.stringify([argument])}; ${script}`, 'system'));

  const logged = new Map<string, string>();
  const keepLogged = async (): Promise<void> => {
    await browser(scripts.WAKE_BACKGROUND, addonId());
    for (const { id: event, text } of (await execute('background', scripts.LOGGED_ERRORS, 'system')) as { id: string; text: string }[]) {
      logged.set(event, text);
    }
  };
  const untilLoaded = (): Promise<void> =>
    new Promise(resolve => {
      if (document.readyState === 'complete') resolve();
      else window.addEventListener('load', () => resolve());
    });

  return {
    engine: 'firefox',
    version: session.capabilities.browserVersion,
    open: async url => void (await browser(scripts.NAVIGATE, url)),
    reload: async () => void (await browser(scripts.NAVIGATE, null)),
    settle: async ({ quietMs, timeoutMs }) => (await browser(scripts.SETTLE, quietMs, timeoutMs)) as boolean,
    showTab: async () => {
      await browser(scripts.SHOW_TAB, addonId(), SHOW_TIMEOUT_MS);
      await run('devtools_panel')(untilLoaded);
    },
    closeDevTools: async () => {
      await keepLogged();
      await browser(scripts.CLOSE_TOOLBOX);
    },
    inPage: run('page'),
    inPanel: run('devtools_panel'),
    inDevtoolsPage: run('devtools_page'),
    inBackground: async (fn, ...args) => {
      await browser(scripts.WAKE_BACKGROUND, addonId());
      return run('background')(fn, ...args);
    },
    click: selector => input('devtools_panel', scripts.CLICK, selector),
    press: key => input('devtools_panel', scripts.PRESS, key),
    openTab: async url => {
      const name = (await browser(scripts.OPEN_TAB, url)) as View;
      return {
        run: run(name),
        click: selector => input(name, scripts.CLICK, selector),
        close: async () => void (await browser(scripts.CLOSE_TAB, name)),
      };
    },
    report: async ({ redact = true } = {}) =>
      (await execute(
        'devtools_panel',
        `return browser.runtime.sendMessage({ type: 'cors-devtools:report', tabId: browser.devtools.inspectedWindow.tabId, redact: ${redact} });`,
      )) as Report,
    verdicts: async () => ((await browser(scripts.TAKE_CORS_MESSAGES)) as { category: string; message: string }[]).map(verdict),
    watchTraffic: async () => {
      await browser(traffic.WATCH_TRAFFIC);
      return { sent: async () => (await browser(traffic.SENT_REQUESTS)) as SentRequest[] };
    },
    screenshot: async (file, { width, height, dark }) => {
      const image = (await browser(scripts.SCREENSHOT, width, height, dark ? 'dark' : 'light', RESIZE_TIMEOUT_MS)) as string;
      fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
      fs.writeFileSync(file, Buffer.from(image, 'base64'));
    },
    stopBackground: async () => {
      await keepLogged();
      await browser(scripts.STOP_BACKGROUND, addonId());
    },
    isBackgroundRunning: async () => (await browser(scripts.BACKGROUND_STATE, addonId())) === 'running',
    extensionErrors: async () => {
      await keepLogged();
      return [...((await browser(scripts.EXTENSION_ERRORS, addonId())) as string[]), ...logged.values()];
    },
  };
};
