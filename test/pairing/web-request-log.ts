/** What webRequest itself tells, beside the extension's own listeners and without any of its code. */
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { MARK } from './site.ts';

/** One request id of webRequest's. */
export interface ToldRequest {
  readonly id: string;
  /** Of the first hop. */
  readonly url: string;
  readonly method: string;
  readonly frameId: number;
  /** The serialized origin of whoever asked. */
  readonly initiator: string;
  /** What it asks for, where it is a preflight; null where it is none, undefined where its headers were never seen. */
  readonly asked: string | null | undefined;
  /** Those of its answers, all hops. */
  readonly marks: readonly string[];
  readonly error: string | null;
}

interface Details {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly frameId: number;
  readonly initiator?: string;
  readonly error?: string;
  readonly requestHeaders?: readonly { readonly name: string; readonly value?: string }[];
  readonly responseHeaders?: readonly { readonly name: string; readonly value?: string }[];
}
type WebRequest = Record<string, { addListener(listener: (details: Details) => void, filter: object, extra: readonly string[]): void }>;
interface Background {
  readonly chrome: { readonly webRequest: WebRequest };
  told?: Map<string, ToldRequest>;
}

const listen = (urls: readonly string[], mark: string): void => {
  const view = globalThis as unknown as Background;
  const told = new Map<string, ToldRequest>();
  view.told = told;
  const field = (headers: Details['requestHeaders'], name: string): string | null =>
    headers?.find(header => header.name.toLowerCase() === name.toLowerCase())?.value ?? null;
  const on = (event: string, extra: readonly string[], change: (request: ToldRequest, details: Details) => Partial<ToldRequest>): void =>
    view.chrome.webRequest[event]?.addListener(
      details => {
        const { requestId, url, method, frameId, initiator = '' } = details;
        const request = told.get(requestId) ?? { id: requestId, url, method, frameId, initiator, asked: undefined, marks: [], error: null };
        told.set(requestId, { ...request, ...change(request, details) });
      },
      { urls },
      extra,
    );
  on('onBeforeRequest', [], () => ({}));
  on('onSendHeaders', ['requestHeaders', 'extraHeaders'], (_, { requestHeaders }) => {
    const method = field(requestHeaders, 'Access-Control-Request-Method');
    return { asked: method === null ? null : `${method} ${field(requestHeaders, 'Access-Control-Request-Headers') ?? ''}` };
  });
  on('onHeadersReceived', ['responseHeaders', 'extraHeaders'], ({ marks }, { responseHeaders }) => {
    const found = field(responseHeaders, mark);
    return { marks: found === null ? marks : [...marks, found] };
  });
  on('onErrorOccurred', [], (_, { error = null }) => ({ error }));
};

export interface WebRequestLog {
  /** Every request so far, in the order in which they began. */
  read(): Promise<readonly ToldRequest[]>;
}

/** Chromium's alone: Firefox itself knows webRequest's ids. `urls`: match patterns. */
export const keepWebRequestLog = async (browser: InspectedBrowser, urls: readonly string[]): Promise<WebRequestLog> => {
  await browser.inBackground(listen, urls, MARK);
  const read = (): readonly ToldRequest[] => [...((globalThis as unknown as Background).told?.values() ?? [])];
  return { read: async () => (await browser.inBackground(read)).toSorted((a, b) => Number(a.id) - Number(b.id)) };
};
