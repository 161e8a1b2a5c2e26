/** Which exchanges evidence from elsewhere may be about. */
import type { Exchange } from '../model.ts';
import { URL_MAX } from './observe.ts';

/** What the page, the network log and webRequest take for the start of a request lies less than this many milliseconds apart, also on a busy machine. */
export const CLOCKS_DIFFER_MS = 5_000;

/** Neither the network log nor Resource Timing keeps fragments in every browser. */
export const comparable = (url: string): string => {
  const hash = url.indexOf('#');
  return (hash < 0 ? url : url.slice(0, hash)).slice(0, URL_MAX);
};

/** The exchanges that any of these entries may be about, by id: one pass over a long log serves a whole batch. */
export const concerned = (exchanges: Iterable<Exchange>, entries: readonly { readonly url: string }[]): Map<string, Exchange> => {
  const urls = new Set(entries.map(({ url }) => comparable(url)));
  const found = new Map<string, Exchange>();
  for (const exchange of exchanges) {
    if (exchange.hops.some(hop => urls.has(comparable(hop.url)))) found.set(exchange.id, exchange);
  }
  return found;
};
