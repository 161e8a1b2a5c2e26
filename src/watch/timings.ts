/** The page's Resource Timing, each entry for the exchange that it is about. */
import type { Exchange, TimingEvidence } from '../model.ts';
import { align } from './align.ts';
import { grouped } from './grouped.ts';
import { CLOCKS_DIFFER_MS, comparable, concerned } from './same-request.ts';

export interface Timing extends TimingEvidence {
  readonly frameId: number;
  readonly url: string;
  readonly startedAt: number;
}

/** What `PerformanceResourceTiming.initiatorType` calls what code asks for, and what elements do; the rest may be either. */
const CODE_INITIATORS: ReadonlySet<string> = new Set(['fetch', 'xmlhttprequest', 'beacon']);
const ELEMENT_INITIATORS: ReadonlySet<string> = new Set([
  'img',
  'image',
  'script',
  'iframe',
  'frame',
  'video',
  'audio',
  'track',
  'input',
  'object',
  'embed',
]);
/** webRequest's types of what code asks for. */
const CODE_TYPES: ReadonlySet<string> = new Set(['xmlhttprequest', 'beacon', 'ping']);

/** A page may ask for one URL by several means, of which only some are recorded. */
const isOfKind = ({ type }: Exchange, { initiatorType }: Timing): boolean =>
  CODE_TYPES.has(type) ? !ELEMENT_INITIATORS.has(initiatorType) : !CODE_INITIATORS.has(initiatorType);

/** null where a request and an entry cannot be the same. */
const distanceTo = (exchange: Exchange, entry: Timing): number | null => {
  const distance = Math.abs(exchange.startedAt - entry.startedAt);
  return distance < CLOCKS_DIFFER_MS && isOfKind(exchange, entry) ? distance : null;
};

const startOf = ({ startedAt }: { readonly startedAt: number }): number => startedAt;

/** What can bear on exchanges that have no entry yet: of a URL that is asked for again and again, the end. */
const recent = <T extends { readonly startedAt: number }>(
  items: readonly T[],
  alike: readonly Exchange[],
  entries: readonly Timing[],
): readonly T[] => {
  const from = Math.min(...alike.filter(({ timing }) => timing === null).map(startOf)) - CLOCKS_DIFFER_MS;
  const to = Math.max(...entries.map(startOf)) + CLOCKS_DIFFER_MS;
  return items.filter(({ startedAt }) => startedAt > from && startedAt < to).sort((a, b) => a.startedAt - b.startedAt);
};

/**
 * The exchanges that these timing entries are about, each with its entry in it. A page tells of every request for a URL each
 * time that it is asked about one: an exchange that has its entry already takes it again, so that no other gets it.
 */
export const withTimings = (exchanges: Iterable<Exchange>, entries: readonly Timing[]): readonly Exchange[] => {
  const told = grouped(entries, ({ frameId, url }) => `${frameId} ${comparable(url)}`);
  const known = grouped(concerned(exchanges, entries).values(), ({ frameId, hops }) => `${frameId} ${comparable(hops[0]?.url ?? '')}`);
  return [...known].flatMap(([key, alike]) => {
    const own = told.get(key) ?? [];
    return align(recent(alike, alike, own), recent(own, alike, own), distanceTo).flatMap(([exchange, { responseStatus, initiatorType }]) =>
      exchange.timing === null ? [{ ...exchange, timing: { responseStatus, initiatorType } }] : [],
    );
  });
};
