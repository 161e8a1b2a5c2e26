/**
 * What runs inside the browser while it is recorded. Each function is sent there as source text: it sees its arguments
 * and the globals of where it runs, nothing of this module.
 */
import type { Exchange, ResponseSeen } from '../../src/model.ts';
import type { EventName, RequestDetails } from '../../src/watch/observe.ts';
import type { Engine } from '../demo/model.ts';

/** One webRequest event, and the case that was played when its request began. */
export interface RecordedEvent {
  readonly caseId: string;
  readonly event: EventName;
  /** As the browser gave them, fields that nobody reads included. */
  readonly details: RequestDetails & Readonly<Record<string, unknown>>;
}

/** The request that each case ends with: once it has ended, the events before it have come. */
export const END_OF_CASE = '/frame?end-of-case';

/** What the recording scripts share in the background. */
interface Recording {
  caseId: string;
  events: RecordedEvent[];
  /** Request id → its case. */
  owners: Record<string, string>;
  caseEnded: Promise<void>;
  endCase: () => void;
}

/** In the background: listens to the same events as src/browser.ts, and asks for the same extra information. */
export const listen = (engine: Engine, endOfCase: string): void => {
  interface RequestEvent {
    addListener(listener: (details: RequestDetails) => void, filter: { urls: string[] }, extra?: string[]): void;
  }
  const scope = globalThis as unknown as { chrome: { webRequest: Record<EventName, RequestEvent> }; recording: Recording };
  scope.recording = { caseId: '', events: [], owners: {}, caseEnded: Promise.resolve(), endCase: () => undefined };
  const extraHeaders = engine === 'chromium' ? ['extraHeaders'] : [];
  const extra: Record<EventName, string[]> = {
    onBeforeRequest: extraHeaders,
    onSendHeaders: ['requestHeaders', ...extraHeaders],
    onHeadersReceived: ['responseHeaders', ...extraHeaders],
    onBeforeRedirect: ['responseHeaders', ...extraHeaders],
    onResponseStarted: ['responseHeaders', ...extraHeaders],
    onCompleted: [],
    onErrorOccurred: [],
  };
  for (const event of Object.keys(extra) as EventName[]) {
    const listener = (details: RequestDetails): void => {
      const { caseId: current, events, owners, endCase } = scope.recording;
      if (details.url.endsWith(endOfCase)) {
        if (event === 'onCompleted') endCase();
        return;
      }
      // A request belongs to the case in which it began, however late its events come.
      const caseId = owners[details.requestId] ?? /\/case\/([a-z0-9-]+)/.exec(details.url)?.[1] ?? current;
      owners[details.requestId] = caseId;
      events.push({ caseId, event, details: JSON.parse(JSON.stringify(details)) });
    };
    const names = extra[event];
    if (names.length > 0) scope.chrome.webRequest[event].addListener(listener, { urls: ['<all_urls>'] }, names);
    else scope.chrome.webRequest[event].addListener(listener, { urls: ['<all_urls>'] });
  }
};

/** In the background: from now on this case is played. */
export const beginCase = (id: string): void => {
  const { recording } = globalThis as unknown as { recording: Recording };
  recording.caseId = id;
  recording.caseEnded = new Promise(resolve => {
    recording.endCase = resolve;
  });
};

/** In the background: resolves once the request that ends the case has ended. */
export const untilCaseEnded = (): Promise<void> => (globalThis as unknown as { recording: Recording }).recording.caseEnded;

/** In the background: everything since the last time. */
export const takeEvents = (): readonly RecordedEvent[] => (globalThis as unknown as { recording: Recording }).recording.events.splice(0);

/**
 * In the panel: every exchange of the tab, as a viewer is told of them, once the network log has told apart the lines of
 * every answer where it makes a difference. Rejects where that does not come about in time.
 */
export const readExchanges = (tabId: number, patienceMs: number): Promise<readonly Exchange[]> => {
  interface Message {
    readonly type: string;
    readonly changed: readonly Exchange[];
  }
  interface Port {
    readonly onMessage: { addListener(listener: (message: Message) => void): void };
    postMessage(message: object): void;
    disconnect(): void;
  }
  const { chrome } = globalThis as unknown as { chrome: { runtime: { connect(options: { name: string }): Port } } };
  const mayBeJoined = (response: ResponseSeen | null): boolean =>
    response?.linesKnown === false && response.headers.some(({ name, value }) => /^access-control-/i.test(name) && value.includes(','));
  const isWaiting = ({ hops }: Exchange): boolean =>
    hops.some(hop => mayBeJoined(hop.response) || hop.preflights.some(({ response }) => mayBeJoined(response)));
  return new Promise((resolve, reject) => {
    const port = chrome.runtime.connect({ name: 'cors-devtools' });
    const exchanges = new Map<string, Exchange>();
    let isWhole = false;
    const late = setTimeout(() => reject(new Error('The network log does not tell the lines of every answer.')), patienceMs);
    port.onMessage.addListener(message => {
      if (message.type === 'exchanges') for (const exchange of message.changed) exchanges.set(exchange.id, exchange);
      isWhole ||= message.type === 'ready';
      if (!isWhole || [...exchanges.values()].some(isWaiting)) return;
      clearTimeout(late);
      port.disconnect();
      resolve([...exchanges.values()]);
    });
    port.postMessage({ type: 'hello', role: 'viewer', tabId });
  });
};

/** In the devtools page. */
export const inspectedTabId = (): number =>
  (globalThis as unknown as { chrome: { devtools: { inspectedWindow: { tabId: number } } } }).chrome.devtools.inspectedWindow.tabId;
