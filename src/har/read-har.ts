/** Opens a HAR: what the tab lists of it. */
import type { Exchange, Recording } from '../model.ts';
import { concernsCors, isNeverCors } from '../watch/keep.ts';
import { type HarMessage, readMessage } from './entry.ts';
import { toExchange } from './exchange.ts';
import { freshen } from './freshen.ts';
import { link } from './link.ts';
import { asArray, asObject } from './shape.ts';
import { type HarSource, readPages, readSource } from './source.ts';

/** Entries read of one file. A page of 20,000 requests has recorded for hours. */
export const ENTRIES_MAX = 50_000;

export interface OpenedHar {
  readonly source: HarSource;
  readonly recording: Recording;
  /** Those that the CORS protocol can have a say in, in the order in which they began. */
  readonly exchanges: readonly Exchange[];
}

/** Whether it says of itself that it is a HAR. */
export const isHarLike = (value: unknown): boolean => Array.isArray(asObject(asObject(value).log).entries);

/** `max`: how many exchanges are kept; the oldest go first, and are counted. Never throws. */
export const readHar = (value: unknown, max: number): OpenedHar => {
  const log = asObject(asObject(value).log);
  const entries = asArray(log.entries);
  const source = readSource(log);
  const read = entries
    .slice(-ENTRIES_MAX)
    .map((entry, place) => readMessage(entry, place, source.isBrowser))
    .filter((message): message is HarMessage => message !== null);
  const messages = freshen(read);
  const pages = readPages(log, messages);
  const { chains } = link(messages);
  const exchanges = chains
    .map(chain => toExchange(chain, source, pages.get(chain.hops[0]?.request.pageref ?? '')))
    .filter(exchange => !isNeverCors(exchange) && concernsCors(exchange));
  const startedAt = messages.reduce((earliest, message) => Math.min(earliest, message.startedAt), Number.POSITIVE_INFINITY);
  const start = Number.isFinite(startedAt) ? startedAt : 0;
  return {
    source,
    exchanges: exchanges.slice(-max),
    recording: {
      tabId: 0,
      pageUrl: [...pages.values()][0] ?? '',
      pageStartedAt: start,
      startedAt: start,
      requests: entries.length,
      dropped: Math.max(0, exchanges.length - max) + Math.max(0, entries.length - ENTRIES_MAX),
      missedLoad: false,
    },
  };
};
