/** Entries of the DevTools network log, each for the exchange that it is about, whichever of the two is known first. */
import type { Exchange } from '../model.ts';
import { createOpaqueCopies, refusedCopy, withRefusal } from './opaque-copies.ts';
import { type Logged, neverSent, withLogEntries } from './outcome.ts';

/** Entries of a tab that wait for their exchange. Most never find one: they are of requests that CORS has no say in. */
const WAITING_MAX = 500;

export interface LogEvidence {
  /**
   * Takes entries in, new ones or (`isWhole`) all of their URLs; yields the exchanges that they change or make known.
   *
   * @param page the origin of the page in the tab
   */
  add(tabId: number, entries: readonly Logged[], isWhole: boolean, exchanges: Iterable<Exchange>, page: string): readonly Exchange[];
  /** Takes note of what a service worker asks for, which entries may bear on. */
  note(exchange: Exchange): void;
  /** The exchange with what entries that came before it tell. */
  complete(exchange: Exchange): Exchange;
  forget(tabId: number): void;
}

export const createLogEvidence = (): LogEvidence => {
  const waiting = new Map<number, readonly Logged[]>();
  const copies = createOpaqueCopies();
  return {
    add: (tabId, entries, isWhole, exchanges, page) => {
      const { changed, unmatched, unanswered } = withLogEntries(exchanges, entries, isWhole);
      const known = changed.map(exchange => {
        const entry = unanswered.get(exchange.id);
        return entry === undefined ? exchange : withRefusal(exchange, entry, copies.of(tabId, entry.url));
      });
      const refused = unmatched.flatMap(entry => refusedCopy(entry, tabId, page, copies.of(tabId, entry.url)) ?? []);
      if (isWhole) return [...known, ...refused];
      const blocked = unmatched.flatMap(entry => neverSent(entry, tabId, page) ?? []);
      waiting.set(tabId, [...(waiting.get(tabId) ?? []), ...unmatched].slice(-WAITING_MAX));
      return [...known, ...refused, ...blocked];
    },
    note: copies.note,
    complete: exchange => {
      const entries = waiting.get(exchange.tabId);
      const isAbout = ({ url }: Logged): boolean => exchange.hops.some(hop => hop.url === url);
      if (!entries?.some(isAbout)) return exchange;
      const { changed, unmatched } = withLogEntries([exchange], entries.filter(isAbout));
      waiting.set(exchange.tabId, [...entries.filter(entry => !isAbout(entry)), ...unmatched]);
      return changed[0] ?? exchange;
    },
    forget: tabId => {
      waiting.delete(tabId);
      copies.forget(tabId);
    },
  };
};
