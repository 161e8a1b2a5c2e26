/** Which inspected tab a request belongs to. */
import type { Observation } from '../model.ts';
import { type EventName, initiatorOf, observe, type RequestDetails, serializedOrigin } from './observe.ts';

const NO_TAB = -1;
/** What Chromium calls the frame of a service worker, which to Firefox is 0. */
const NO_FRAME = -1;

export interface InspectedTabs {
  /**
   * What an event tells, of the tab that it belongs to; null where nobody inspects that. A service worker's request (tab -1)
   * belongs to the inspected tab with a page of its origin.
   */
  observe(event: EventName, details: RequestDetails): Observation | null;
  add(tabId: number): void;
  remove(tabId: number): void;
  /** The tab shows this page. */
  setPage(tabId: number, url: string): void;
  /** The tab is about to show this page, unless its answer turns out to be none to show. */
  expectPage(tabId: number, url: string): void;
  readonly size: number;
}

export const createInspectedTabs = (): InspectedTabs => {
  /** Tab → the origins of its page, and of those that it is about to show. */
  const origins = new Map<number, ReadonlySet<string>>();
  const tabFor = (details: RequestDetails): number | null => {
    if (details.tabId !== NO_TAB) return origins.has(details.tabId) ? details.tabId : null;
    const initiator = initiatorOf(details);
    if (initiator === null || initiator === 'null') return null;
    for (const [tabId, own] of origins) if (own.has(initiator)) return tabId;
    return null;
  };
  /** The page that the tab shows, or is about to. */
  const pageOf = (tabId: number): string | null => [...(origins.get(tabId) ?? [])].at(-1) ?? null;
  return {
    observe: (event, details) => {
      const tabId = tabFor(details);
      if (tabId === null) return null;
      const observed = observe(event, details);
      if (details.tabId === NO_TAB) return { ...observed, tabId, frameId: NO_FRAME, topOrigin: pageOf(tabId) };
      return details.frameId === 0 ? observed : { ...observed, topOrigin: pageOf(tabId) };
    },
    add: tabId => {
      if (!origins.has(tabId)) origins.set(tabId, new Set());
    },
    remove: tabId => {
      origins.delete(tabId);
    },
    setPage: (tabId, url) => {
      if (origins.has(tabId)) origins.set(tabId, new Set([serializedOrigin(url)]));
    },
    expectPage: (tabId, url) => {
      const own = origins.get(tabId);
      if (own) origins.set(tabId, new Set([...own, serializedOrigin(url)]));
    },
    get size() {
      return origins.size;
    },
  };
};
