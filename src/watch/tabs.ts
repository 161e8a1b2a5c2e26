/** Which inspected tab a request belongs to. */
import type { RequestDetails } from './observe.ts';
import { initiatorOf, serializedOrigin } from './observe.ts';

const NO_TAB = -1;

export interface InspectedTabs {
  /** The tab; null where nobody inspects it. A service worker's request (tab -1) belongs to the inspected tab with a page of its origin. */
  tabFor(details: RequestDetails): number | null;
  add(tabId: number): void;
  remove(tabId: number): void;
  setPage(tabId: number, url: string): void;
  readonly size: number;
}

export const createInspectedTabs = (): InspectedTabs => {
  /** Tab → its page's origin; "" until known. */
  const origins = new Map<number, string>();
  return {
    tabFor: details => {
      if (details.tabId !== NO_TAB) return origins.has(details.tabId) ? details.tabId : null;
      const initiator = initiatorOf(details);
      if (initiator === null || initiator === 'null') return null;
      for (const [tabId, origin] of origins) if (origin === initiator) return tabId;
      return null;
    },
    add: tabId => {
      if (!origins.has(tabId)) origins.set(tabId, '');
    },
    remove: tabId => {
      origins.delete(tabId);
    },
    setPage: (tabId, url) => {
      if (origins.has(tabId)) origins.set(tabId, serializedOrigin(url));
    },
    get size() {
      return origins.size;
    },
  };
};
