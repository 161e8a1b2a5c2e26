/** Whether a request can be made once more without doing anything twice. */
import type { Exchange, Headers, RepeatableRequest, Verdict } from '../model.ts';

const named = (headers: Headers | null, lowerName: string): string | null =>
  headers?.find(({ name }) => name.toLowerCase() === lowerName)?.value ?? null;

/** The header fields that the preflight asked about, with the values that the page's code set; null where a value was never seen. */
const askedHeaders = ({ hops, log }: Exchange): Headers | null => {
  const [first] = hops;
  const preflight = first?.preflights.at(-1);
  const names = (named(preflight?.requestHeaders ?? null, 'access-control-request-headers') ?? '').split(',').flatMap(name => name.trim() || []);
  const sent = first?.requestHeaders ?? log?.requestHeaders ?? null;
  const fields = names.map(name => ({ name, value: named(sent, name.toLowerCase()) }));
  return fields.every((field): field is { name: string; value: string } => field.value !== null) ? fields : null;
};

/**
 * The request that asks the same again from the page's own code: of a GET, which has no body, by fetch or XMLHttpRequest of
 * the page itself. null where that is not so, or where the page may have asked in a way that was not seen.
 */
export const repeatOf = (exchange: Exchange, { mode, credentials }: Verdict): RepeatableRequest | null => {
  const [first] = exchange.hops;
  const isOfPage = exchange.frameId === 0 && exchange.type === 'xmlhttprequest' && exchange.topOrigin === null;
  if (first === undefined || first.method !== 'GET' || !isOfPage || mode.value !== 'cors' || credentials.value === 'unknown') return null;
  const headers = askedHeaders(exchange);
  if (headers === null) return null;
  return { url: first.url, credentials: credentials.value === 'include' ? 'include' : 'same-origin', headers };
};
