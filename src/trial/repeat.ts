/** Whether a request can be made once more without doing anything twice. */
import { extractHeaderListValues, getHeader } from '../cors/header-values.ts';
import type { Exchange, Headers, RepeatableRequest, Verdict } from '../model.ts';

/** The header fields that the preflight asked about, with the values that the page's code set; null where a value was never seen. */
const askedHeaders = ({ hops, log }: Exchange): Headers | null => {
  const [first] = hops;
  const names = extractHeaderListValues(first?.preflights.at(-1)?.requestHeaders ?? [], 'access-control-request-headers') ?? [];
  if (names === 'failure') return null;
  const sent = first?.requestHeaders ?? log?.requestHeaders ?? [];
  const fields = names.map(name => ({ name, value: getHeader(sent, name.toLowerCase()) }));
  return fields.every((field): field is { name: string; value: string } => field.value !== null) ? fields : null;
};

/**
 * Where nothing shows how the page asked, with credentials: what passes so passes without them too, and the fix is made for
 * both. Only where no answer could pass so, as for the origin "null", without.
 */
const credentialsOf = ({ credentials, hopOrigins }: Verdict): RepeatableRequest['credentials'] =>
  credentials.value === 'include' || (credentials.value === 'unknown' && !hopOrigins.includes('null')) ? 'include' : 'same-origin';

/**
 * The request that asks the same again from the page's own code: of a GET, which has no body, by fetch or XMLHttpRequest of
 * the page itself. null where that is not so, or where a header that it set was not seen.
 */
export const repeatOf = (exchange: Exchange, verdict: Verdict): RepeatableRequest | null => {
  const [first] = exchange.hops;
  const isOfPage = exchange.frameId === 0 && exchange.type === 'xmlhttprequest' && exchange.topOrigin === null;
  if (first === undefined || first.method !== 'GET' || !isOfPage || verdict.mode.value !== 'cors') return null;
  const headers = askedHeaders(exchange);
  if (headers === null) return null;
  return { url: first.url, credentials: credentialsOf(verdict), headers };
};
