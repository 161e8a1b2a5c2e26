/** When the answer of each page that a tab goes to began to arrive, which is when the page before it ended. */
import type { ObservedRequest, ShownDocument } from '../model.ts';

/** Arrivals of one tab that wait for their document. Those of downloads and of answers without content never find one. */
const WAITING_MAX = 50;

interface Arrival {
  /** Without a fragment. */
  readonly url: string;
  /** Milliseconds since the epoch, as webRequest tells them: a page's own clock may differ by as long as the machine slept. */
  readonly time: number;
}

export interface Arrivals {
  add(answer: Pick<ObservedRequest, 'tabId' | 'url' | 'time'>): void;
  /** When this document's answer began to arrive; undefined where it was not seen, or the browser had kept the page. */
  of(tabId: number, document: ShownDocument): number | undefined;
  /** The same, and forgets it, and what came before it. */
  take(tabId: number, document: ShownDocument): number | undefined;
  forget(tabId: number): void;
}

const withoutFragment = (url: string): string => url.replace(/#.*/s, '');

export const createArrivals = (): Arrivals => {
  const waiting = new Map<number, readonly Arrival[]>();
  const find = (tabId: number, { url, answerUrl = url, startedAt }: ShownDocument): Arrival | undefined => {
    const own = (waiting.get(tabId) ?? []).filter(arrival => arrival.url === withoutFragment(answerUrl));
    // A page that loads itself again may arrive a second time before its first document is known.
    return own.find(({ time }) => time >= startedAt) ?? own.at(-1);
  };
  return {
    add: ({ tabId, url, time }) => {
      waiting.set(tabId, [...(waiting.get(tabId) ?? []), { url: withoutFragment(url), time }].slice(-WAITING_MAX));
    },
    of: (tabId, document) => find(tabId, document)?.time,
    take: (tabId, document) => {
      const arrivals = waiting.get(tabId) ?? [];
      const arrival = find(tabId, document);
      if (!arrival) return undefined;
      waiting.set(tabId, arrivals.slice(arrivals.indexOf(arrival) + 1));
      return arrival.time;
    },
    forget: tabId => {
      waiting.delete(tabId);
    },
  };
};
