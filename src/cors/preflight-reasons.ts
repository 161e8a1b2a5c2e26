import type { Exchange, Hop, PreflightReason } from '../model.ts';
import { getHeader } from './header-values.ts';
import { decidingPreflight, requestedHeaderNames, requestedMethod } from './preflight-seen.ts';
import { isCorsSafelistedMethod } from './safelist.ts';

const NONE: readonly PreflightReason[] = [];

/** The use-CORS-preflight flag is set by an upload listener or a stream body alone, and leaves no trace on the wire. */
function reasonOfFlag(exchange: Exchange, method: string): PreflightReason['kind'] {
  const isXhr = exchange.timing?.initiatorType === 'xmlhttprequest' || exchange.log?.resourceType === 'xhr';
  if (isXhr) return 'upload-listener';
  const isFetch = exchange.timing?.initiatorType === 'fetch' || exchange.log?.resourceType === 'fetch';
  return isFetch && method === 'POST' ? 'stream-body' : 'unknown';
}

/** Why a hop needed a preflight; empty where none was seen. https://fetch.spec.whatwg.org/#concept-main-fetch, step 12 */
export function preflightReasons(exchange: Exchange, hop: Hop): readonly PreflightReason[] {
  const preflight = decidingPreflight(hop) ?? hop.preflights[0];
  if (preflight === undefined) return NONE;
  const reasons: PreflightReason[] = [];
  const method = requestedMethod(preflight, hop);
  if (!isCorsSafelistedMethod(method)) reasons.push({ kind: 'method', value: method });
  for (const name of requestedHeaderNames(preflight)) {
    if (name !== 'content-type') reasons.push({ kind: 'header', value: name });
    else reasons.push({ kind: 'content-type', value: getHeader(hop.requestHeaders ?? exchange.log?.requestHeaders ?? [], name) });
  }
  if (reasons.length > 0) return reasons;
  return [{ kind: preflight.requestHeaders === null ? 'unknown' : reasonOfFlag(exchange, method), value: null }];
}
