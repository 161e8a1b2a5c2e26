/**
 * A real browser with the extension loaded and its real DevTools within reach: what `npm start`, the browser tests and
 * the bench drive. `launchChromium` (chromium.ts) and `launchFirefox` (firefox.ts) both give one.
 *
 *     const browser = await launchChromium({ executablePath, extension: 'dist/chromium' });
 *     await browser.open('http://127.0.0.1:8080/');
 *     await browser.showTab();
 *     await browser.inPage(url => fetch(url).catch(() => undefined), 'http://localhost:8081/');
 *     const report = await browser.report();
 *     await browser.close();
 *
 * Functions given to the in… methods are sent as source text: they see their arguments (JSON) and the globals of where
 * they run, nothing of the module that they were written in. They may be async; what they return must be JSON.
 * `globalThis` is the window there, so a property set on it is seen by the page and by later calls.
 */
import type { Report } from '../model.ts';
import type { TrafficWatch } from './traffic.ts';

export type Engine = 'chromium' | 'firefox';

/** The browser's window, in CSS pixels: room for a page with DevTools beside it. */
export const WINDOW = { width: 1440, height: 900 } as const;

/** A first start on a slow machine takes long: so many milliseconds at most. */
export const START_TIMEOUT_MS = 120_000;

export interface LaunchOptions {
  readonly executablePath: string;
  /** Directory of the unpacked extension; null loads none (then only `open`, `inPage`, `settle`, `verdicts` and `close` work). */
  readonly extension: string | null;
  /** Without a window; true unless set to false. */
  readonly headless?: boolean;
  /** Further command-line arguments, such as Chromium's `--ip-address-space-overrides=127.0.0.1:8080=public`. */
  readonly args?: readonly string[];
  /** Lets certificates pass that no authority signed; false unless set. */
  readonly acceptInsecureCerts?: boolean;
}

export interface FirefoxLaunchOptions extends LaunchOptions {
  /** Preferences of the new profile, beside and above those that the driver needs. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  /** Certificates to accept, each from one host and port alone; `pem` is PEM text. (Chromium has a command-line argument for this.) */
  readonly acceptCertificates?: readonly { readonly host: string; readonly port: number; readonly pem: string }[];
}

/** A request that Chromium failed, in the DevTools protocol's own terms (`Network.loadingFailed`). */
export interface ChromiumVerdict {
  readonly engine: 'chromium';
  readonly url: string;
  readonly method: string;
  /** `Network.ResourceType`; a preflight of its own is "Preflight". */
  readonly resourceType: string;
  readonly errorText: string;
  /** `Network.CorsError`; null where CORS is not the reason. */
  readonly corsError: string | null;
  readonly failedParameter: string | null;
  /** `Network.BlockedReason`; null without one. */
  readonly blockedReason: string | null;
}

/** A CORS message of Firefox's console. A failed preflight often has two: the reason, and CORSDidNotSucceed after it. */
export interface FirefoxVerdict {
  readonly engine: 'firefox';
  /** The URL that the message names; "" where it names none. */
  readonly url: string;
  /** The reason's page name on MDN, such as CORSMissingAllowOrigin. */
  readonly reason: string;
  /** The category as Firefox gives it, such as CORSMissingAllowOrigin2. */
  readonly category: string;
  readonly message: string;
}

export type BrowserVerdict = ChromiumVerdict | FirefoxVerdict;

export interface ScreenshotOptions {
  /** Size of the whole DevTools window in CSS pixels; the tab is as wide as the window. It stays at this size. */
  readonly width: number;
  readonly height: number;
  /** DevTools' own theme, which stays set. */
  readonly dark: boolean;
}

/** Runs a function there and gives what it returns. */
export type Run = <Args extends readonly unknown[], Result>(run: (...args: Args) => Result | Promise<Result>, ...args: Args) => Promise<Result>;

/** A tab beside the inspected one. */
export interface OtherTab {
  readonly run: Run;
  /** A person's click on the first element that the selector finds. */
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

export interface InspectedBrowser {
  readonly engine: Engine;
  /** Such as "156.0.8078.79". */
  readonly version: string;
  /** Loads a page in the inspected tab and waits for its load event. */
  open(url: string): Promise<void>;
  /** Loads the tab's page again and waits for its load event. */
  reload(): Promise<void>;
  /** Waits until the page has had no request in flight for `quietMs`. False where that did not come about within `timeoutMs`. */
  settle(options: { readonly quietMs: number; readonly timeoutMs: number }): Promise<boolean>;
  /** Opens the real DevTools on the tab, selects the extension's panel and waits until its document has loaded. */
  showTab(): Promise<void>;
  closeDevTools(): Promise<void>;
  readonly inPage: Run;
  /** In the extension's DevTools panel; showTab() first. */
  readonly inPanel: Run;
  /** In the extension's devtools_page; showTab() first. */
  readonly inDevtoolsPage: Run;
  /** In the service worker (Chromium) or the event page (Firefox), which is started if it has stopped. */
  readonly inBackground: Run;
  /** A person's click on the first element of the panel that the selector finds. */
  click(selector: string): Promise<void>;
  /** A person's key press in the panel, as `KeyboardEvent.key` names the key. */
  press(key: string): Promise<void>;
  /** Loads a page in another tab, behind the inspected one; the extension's own and the browser's pages too. */
  openTab(url: string): Promise<OtherTab>;
  /** The report of the inspected tab, as the extension's automation message gives it; showTab() first. */
  report(options?: { readonly redact?: boolean }): Promise<Report>;
  /**
   * The browser's own word on each request that it failed, of frames and workers too, since the last call. It may come a
   * moment after the page itself is told: wait until the one that you look for is there.
   */
  verdicts(): Promise<readonly BrowserVerdict[]>;
  /** Begins to write down which requests the browser itself sends, and for which of them each preflight is. Frames and workers: those started from now on. */
  watchTraffic(): Promise<TrafficWatch>;
  /** Writes a PNG of the whole DevTools window with the tab; showTab() first. */
  screenshot(path: string, options: ScreenshotOptions): Promise<void>;
  /** Kills the service worker or the event page. The next event starts it again. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** Errors and warnings that the extension's pages and worker logged or threw, and errors in its manifest, since launch. */
  extensionErrors(): Promise<readonly string[]>;
  /** Resolves when the browser has gone, whoever closed it. */
  readonly closed: Promise<void>;
  /** Closes the browser and deletes its profile. Does nothing the second time. */
  close(): Promise<void>;
}

/** The source text of a call: how a function and its arguments reach another process. */
export const asCall = <Args extends readonly unknown[]>(run: (...args: Args) => unknown, args: Args): string =>
  `(${run})(...${JSON.stringify(args)})`;
