/** Which inspected tab a request belongs to. */
import type { RequestDetails } from './observe.ts';
import { initiatorOf, serializedOrigin } from './observe.ts';

const NO_TAB = -1;

export interface InspectedTabs {
  /** The tab; null where nobody inspects it. A service worker's request (tab -1) belongs to the inspected tab with a page of its origin. */
  tabFor(details: RequestDetails): number | null;
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
  return {
    tabFor: details => {
      if (details.tabId !== NO_TAB) return origins.has(details.tabId) ? details.tabId : null;
      const initiator = initiatorOf(details);
      if (initiator === null || initiator === 'null') return null;
      for (const [tabId, own] of origins) if (own.has(initiator)) return tabId;
      return null;
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
