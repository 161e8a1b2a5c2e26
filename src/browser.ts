/**
 * The only file that names the WebExtension API. Everything else takes what it needs from here as plain functions,
 * so that the archived polyfill can be replaced in one place.
 */
import browser from 'webextension-polyfill';
import { createLine } from './link/line.ts';
import { type FrameAnswer, type FromBackground, type Line, PORT_NAME, type ToBackground } from './link/protocol.ts';
import type { BrowserInfo, RepeatableRequest } from './model.ts';
import { askAgain, readDocument, readTimings } from './page-questions.ts';
import type { HeaderRule } from './trial/rules.ts';
import type { RuleList } from './trial/trials.ts';
import type { EventName, RequestDetails } from './watch/observe.ts';
import { watchingMemory } from './watch/watching-memory.ts';

const ALL_URLS = '<all_urls>';

/** Which engine runs this extension. */
export const engine: BrowserInfo['engine'] = browser.runtime.getURL('').startsWith('moz-extension:') ? 'firefox' : 'chromium';

export const extensionVersion = (): string => browser.runtime.getManifest().version;
/** The languages that the person wants to read, as BCP 47 names them. A DevTools page's `navigator.languages` are not those in Chromium. */
export const preferredLanguages = (): Promise<readonly string[]> => browser.i18n.getAcceptLanguages();

interface UserAgentData {
  getHighEntropyValues(
    hints: readonly string[],
  ): Promise<{ readonly fullVersionList?: readonly { readonly brand: string; readonly version: string }[] }>;
}

/**
 * The browser's version number, such as "156.0.8078.79"; "" where it does not tell. Firefox tells DevTools pages no more
 * than its user agent does (153.0); Chromium's user agent leaves out all but the first part.
 */
export const browserInfo = async (): Promise<BrowserInfo> => {
  const { userAgentData } = navigator as unknown as { readonly userAgentData?: UserAgentData };
  const brands = (await userAgentData?.getHighEntropyValues(['fullVersionList']))?.fullVersionList ?? [];
  const version = brands.find(({ brand }) => brand === 'Chromium')?.version ?? /(?:Chrome|Firefox)\/([\d.]+)/.exec(navigator.userAgent)?.[1];
  return { engine, version: version ?? '' };
};

// ---------------------------------------------------------------- webRequest

type Details = RequestDetails & browser.WebRequest.OnBeforeRequestDetailsType;
interface RequestEvent {
  addListener(listener: (details: Details) => undefined, filter: browser.WebRequest.RequestFilter, extra?: string[]): void;
  removeListener(listener: (details: Details) => undefined): void;
}

/** Chromium shows preflights, Origin and Cookie only to listeners that ask for them; in Firefox asking throws. */
const extraHeaders = engine === 'chromium' ? ['extraHeaders'] : [];
const EXTRA_INFO: Readonly<Record<EventName, readonly string[]>> = {
  onBeforeRequest: extraHeaders,
  onSendHeaders: ['requestHeaders', ...extraHeaders],
  onHeadersReceived: ['responseHeaders', ...extraHeaders],
  onBeforeRedirect: ['responseHeaders', ...extraHeaders],
  onResponseStarted: ['responseHeaders', ...extraHeaders],
  onCompleted: [],
  onErrorOccurred: [],
};

export interface RequestWatcher {
  /** Starts again at a start of the background, synchronously, unless nobody was watching when it was stopped. */
  resume(): void;
  start(): void;
  stop(): void;
}

/** One function for each event, made once: adding the same function twice would deliver every event twice in Chromium. */
export const createRequestWatcher = (onEvent: (event: EventName, details: RequestDetails) => void): RequestWatcher => {
  const api = browser.webRequest as unknown as Record<EventName, RequestEvent>;
  const listeners = (Object.keys(EXTRA_INFO) as EventName[]).map(name => {
    const listener = (details: Details): undefined => {
      onEvent(name, details);
    };
    return { name, listener };
  });
  let watching = false;
  const start = (): void => {
    if (watching) return;
    watching = true;
    watchingMemory.set(true);
    for (const { name, listener } of listeners) {
      const extra = EXTRA_INFO[name];
      if (extra.length > 0) api[name].addListener(listener, { urls: [ALL_URLS] }, [...extra]);
      else api[name].addListener(listener, { urls: [ALL_URLS] });
    }
  };
  return {
    resume: () => {
      if (watchingMemory.get()) start();
    },
    start,
    stop: () => {
      if (!watching) return;
      watching = false;
      watchingMemory.set(false);
      for (const { name, listener } of listeners) api[name].removeListener(listener);
    },
  };
};

// ---------------------------------------------------------------- storage, messages, ports

/** Memory that outlives a stopped worker, but not the browser. */
export const sessionStorage = {
  readAll: (): Promise<Record<string, unknown>> => browser.storage.session.get(null),
  write: (items: Record<string, unknown>): Promise<void> => browser.storage.session.set(items),
  remove: (keys: string[]): Promise<void> => browser.storage.session.remove(keys),
};

/** One end of a connection between the background and a DevTools page. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
  disconnect(): void;
}

const wrapPort = (port: browser.Runtime.Port): Port => ({
  post: message => port.postMessage(message),
  onMessage: listener => port.onMessage.addListener(message => listener(message)),
  onDisconnect: listener => port.onDisconnect.addListener(() => listener()),
  disconnect: () => port.disconnect(),
});

/** The line from a DevTools page to the background. */
export const connectLine = (): Line<ToBackground, FromBackground> =>
  createLine({ connect: () => wrapPort(browser.runtime.connect({ name: PORT_NAME })) });

/** Whether a message comes from one of the extension's own pages. A content script has a tab but another URL. */
const isOwnPage = (sender: browser.Runtime.MessageSender | undefined): boolean =>
  sender?.id === browser.runtime.id && (sender.url === undefined || sender.url.startsWith(browser.runtime.getURL('')));

export const onPort = (name: string, listener: (port: Port) => void): void => {
  browser.runtime.onConnect.addListener(port => {
    if (port.name === name && isOwnPage(port.sender)) listener(wrapPort(port));
  });
};

/** Firefox makes a page for the background's script, and names it itself. */
const backgroundUrl = browser.runtime.getURL(engine === 'firefox' ? '_generated_background_page.html' : 'background.js');

export type Sender = 'background' | 'page';

/** `answer` returns undefined to leave a message to another page. Messages from anywhere but the extension's own pages are ignored. */
export const onMessage = (answer: (message: unknown, from: Sender) => Promise<unknown> | undefined): void => {
  browser.runtime.onMessage.addListener(((message: unknown, sender: browser.Runtime.MessageSender) =>
    isOwnPage(sender) ? answer(message, sender.url === backgroundUrl ? 'background' : 'page') : undefined) as browser.Runtime.OnMessageListener);
};

/** What a page of the extension answers; undefined where none does. Rejects where none is there. */
export const sendMessage = <Answer>(message: unknown): Promise<Answer | undefined> => browser.runtime.sendMessage(message);

// ---------------------------------------------------------------- host access

export const hasHostAccess = (): Promise<boolean> => browser.permissions.contains({ origins: [ALL_URLS] });

/** Opens the page with the button that asks for access. */
export const openAccessPage = (): void => {
  void browser.tabs.create({ url: browser.runtime.getURL('panel/access.html') });
};

/** To be called from a click: the browser asks the person. Resolves to whether access was granted. */
export const requestHostAccess = (): Promise<boolean> => browser.permissions.request({ origins: [ALL_URLS] });

export const onHostAccessChanged = (listener: () => void): void => {
  browser.permissions.onAdded.addListener(() => listener());
  browser.permissions.onRemoved.addListener(() => listener());
};

// ---------------------------------------------------------------- rules

/**
 * Rules for as long as the browser runs. Their permission cannot be one that is asked for when it is first used. Firefox
 * (153) knows `declarativeNetRequestWithHostAccess` as one that is never optional. Chromium (156) takes it as optional and
 * grants it, but then `updateSessionRules` never settles, and no rule is there, until the extension is loaded anew. Neither
 * browser warns of it at the installation, and without access to the site it does nothing.
 */
export const sessionRules: RuleList = {
  read: async () => (await browser.declarativeNetRequest.getSessionRules()) as unknown as readonly HeaderRule[],
  update: (removedIds, added) =>
    browser.declarativeNetRequest.updateSessionRules({
      removeRuleIds: [...removedIds],
      addRules: [...added] as unknown as browser.DeclarativeNetRequest.Rule[],
    }),
};

// ---------------------------------------------------------------- DevTools

/** The id of the tab that these tools inspect. */
export const inspectedTabId = (): number => browser.devtools.inspectedWindow.tabId;

export const createPanel = async (title: string, icon: string, page: string): Promise<void> => {
  await browser.devtools.panels.create(title, icon, page);
};

export const reloadInspectedPage = (): void => {
  void browser.devtools.inspectedWindow.reload();
};

/** Chromium's alone. Line and column count from 0. */
interface SourcesPanel {
  openResource?(url: string, line: number, column: number, done: (status?: { readonly isError?: boolean }) => void): void;
}
const sourcesPanel = (): SourcesPanel => browser.devtools.panels as unknown as SourcesPanel;

export const canOpenSource = (): boolean => sourcesPanel().openResource !== undefined;

/** Shows a line of code in DevTools' Sources. Whether it was found there. */
export const openSource = (url: string, line: number, column: number): Promise<boolean> =>
  new Promise(resolve => sourcesPanel().openResource?.(url, line, column, status => resolve(status?.isError !== true)));

/** The tab's address changed to this URL: with its document, or within it. */
export const onNavigated = (listener: (url: string) => void): void => {
  browser.devtools.network.onNavigated.addListener(listener);
};

/** DevTools' network log. An entry is a HAR 1.2 entry with fields of the browser's own. */
export const networkLog = {
  /** Tells the listener of each request that finishes from now on, until the function that it returns is called. */
  follow: (listener: (entry: unknown) => void): (() => void) => {
    const hear = (entry: unknown): void => listener(entry);
    const { onRequestFinished } = browser.devtools.network;
    onRequestFinished.addListener(hear);
    return () => onRequestFinished.removeListener(hear);
  },
  /** Chromium's: all entries so far, of unfinished requests too. (The polyfill makes no promise of it.) */
  read: (): Promise<readonly unknown[]> =>
    new Promise(resolve => {
      const { getHAR } = browser.devtools.network as unknown as { getHAR(done: (log: { readonly entries?: readonly unknown[] }) => void): void };
      getHAR(({ entries }) => resolve(entries ?? []));
    }),
};

/**
 * What an expression is in the inspected page, as JSON gives it; undefined where the page cannot be asked (about:, a PDF, a
 * crash). Chromium's own promise is of the value, the polyfill's of the value and an error: the value is put into an object,
 * which neither of the two can be taken for.
 */
const evaluateInPage = async (expression: string): Promise<unknown> => {
  try {
    const answer: unknown = await browser.devtools.inspectedWindow.eval(`({ value: ${expression} })`);
    const [result] = Array.isArray(answer) ? answer : [answer];
    return (result as { readonly value?: unknown } | null | undefined)?.value;
  } catch {
    return undefined;
  }
};

/**
 * The background's, in Firefox: asks every frame of a tab for its timings of these URLs, or (null) the page which document it
 * shows. No answers where it cannot be asked.
 */
export const askFrames = async (tabId: number, urls: readonly string[] | null): Promise<readonly FrameAnswer[]> => {
  const question =
    urls === null
      ? { target: { tabId }, func: readDocument, args: [] }
      : { target: { tabId, allFrames: true }, func: readTimings as () => unknown, args: [urls] };
  try {
    // In the page's own world: a content script, which may read what the page may not, is told the status of every answer.
    const results = await browser.scripting.executeScript({ ...question, world: 'MAIN', injectImmediately: true });
    return results.map(({ frameId, result }) => ({ frameId, answer: result }));
  } catch {
    return [];
  }
};

/** A Chromium DevTools page's: which document the inspected page shows; undefined where it cannot be asked. */
export const askDocument = (): Promise<unknown> => evaluateInPage(`(${readDocument})()`);

/** A Chromium DevTools page's: has the inspected page make a request once more. */
export const repeatFromDevtools = (request: RepeatableRequest): void => {
  void evaluateInPage(`(${askAgain})(${JSON.stringify(request)})`);
};

/** The background's, in Firefox: the same. */
export const repeatInTab = (tabId: number, request: RepeatableRequest): void => {
  const question = { target: { tabId }, func: askAgain as () => unknown, args: [request] };
  // A page that cannot be asked has nothing to repeat.
  void browser.scripting.executeScript({ ...question, world: 'MAIN', injectImmediately: true }).catch(() => undefined);
};

export type Theme = 'light' | 'dark';
const toTheme = (name: string): Theme => (name === 'dark' ? 'dark' : 'light');

export const devtoolsTheme = (): Theme => toTheme(browser.devtools.panels.themeName);

interface ThemeEvents {
  /** Firefox's. */
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
  /** Chromium's. */
  setThemeChangeHandler?(listener: (name: string) => void): void;
}

export const onDevtoolsThemeChanged = (listener: (theme: Theme) => void): void => {
  const panels = browser.devtools.panels as unknown as ThemeEvents;
  const tell = (name: string): void => listener(toTheme(name));
  if (panels.onThemeChanged) panels.onThemeChanged.addListener(tell);
  else panels.setThemeChangeHandler?.(tell);
};
