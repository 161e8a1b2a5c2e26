import type { Exchange, Headers, Hop, LogEvidence, PreflightSeen, ResponseSeen } from '../model.ts';
import type { ReportVisitor } from './walk.ts';

export function mapHeaders(headers: Headers, { headerName, headerValue }: ReportVisitor): Headers {
  return headers.map(header => ({ ...header, name: headerName(header.name), value: headerValue(header.name, header.value) }));
}

/** The exchange with every string of the network's replaced by what the visitor makes of it, and with nothing else changed. */
export function mapExchange(exchange: Exchange, visitor: ReportVisitor): Exchange {
  const { origin, token, text } = visitor;
  return {
    ...exchange,
    type: token(exchange.type),
    initiator: exchange.initiator === null ? null : origin(exchange.initiator),
    topOrigin: exchange.topOrigin === null ? null : origin(exchange.topOrigin),
    error: exchange.error === null ? null : text(exchange.error),
    hops: exchange.hops.map(hop => mapHop(hop, visitor)),
    timing: exchange.timing && { ...exchange.timing, initiatorType: token(exchange.timing.initiatorType) },
    log: exchange.log && mapLog(exchange.log, visitor),
  };
}

function mapHop(hop: Hop, visitor: ReportVisitor): Hop {
  return {
    url: visitor.url(hop.url),
    method: visitor.token(hop.method),
    requestHeaders: hop.requestHeaders && mapHeaders(hop.requestHeaders, visitor),
    preflights: hop.preflights.map(preflight => mapPreflight(preflight, visitor)),
    response: hop.response && mapResponse(hop.response, visitor),
  };
}

function mapPreflight(preflight: PreflightSeen, visitor: ReportVisitor): PreflightSeen {
  return {
    ...preflight,
    url: visitor.url(preflight.url),
    requestHeaders: preflight.requestHeaders && mapHeaders(preflight.requestHeaders, visitor),
    response: preflight.response && mapResponse(preflight.response, visitor),
    error: preflight.error === null ? null : visitor.text(preflight.error),
  };
}

function mapResponse(response: ResponseSeen, visitor: ReportVisitor): ResponseSeen {
  return {
    ...response,
    headers: mapHeaders(response.headers, visitor),
    delivered: response.delivered && mapHeaders(response.delivered, visitor),
  };
}

function mapLog({ error, resourceType, initiator, requestHeaders }: LogEvidence, visitor: ReportVisitor): LogEvidence {
  const { url, text, token } = visitor;
  return {
    error: error === null ? null : text(error),
    resourceType: resourceType === null ? null : token(resourceType),
    initiator: initiator && { ...initiator, url: url(initiator.url), function: text(initiator.function) },
    requestHeaders: requestHeaders && mapHeaders(requestHeaders, visitor),
  };
}

/** Each message's header lines replaced by what `bound` makes of them. */
export function mapMessages(exchange: Exchange, bound: (headers: Headers) => Headers): Exchange {
  const headers = (seen: Headers | null): Headers | null => seen && bound(seen);
  const response = (seen: ResponseSeen | null): ResponseSeen | null =>
    seen && { ...seen, headers: bound(seen.headers), delivered: headers(seen.delivered) };
  return {
    ...exchange,
    hops: exchange.hops.map(hop => ({
      ...hop,
      requestHeaders: headers(hop.requestHeaders),
      response: response(hop.response),
      preflights: hop.preflights.map(preflight => ({
        ...preflight,
        requestHeaders: headers(preflight.requestHeaders),
        response: response(preflight.response),
      })),
    })),
    log: exchange.log && { ...exchange.log, requestHeaders: headers(exchange.log.requestHeaders) },
  };
}
