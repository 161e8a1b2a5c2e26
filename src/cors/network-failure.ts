import type { Exchange, Failure, Hop } from '../model.ts';
import type { Chain } from './chain.ts';
import { type Engine, UNANSWERED } from './engines.ts';
import { CALLED_OFF, MIXED_CONTENT, meaningOfError } from './network-error.ts';
import { decidingPreflight } from './preflight-seen.ts';

/** The error of a request that was sent and never answered, of which Firefox makes the error of a refused one; null elsewhere. */
function unansweredError({ error, hops }: Exchange): string | null {
  const last = hops.at(-1);
  if (error === null || !UNANSWERED.has(error) || last === undefined) return null;
  const { method, requestHeaders, preflights, response } = last;
  const isSent = requestHeaders !== null && preflights.every(preflight => preflight.error === null);
  // Firefox also shows where a redirect leads that it refuses, and asks nothing there.
  const isAsked = hops.length === 1 || preflights.length > 0;
  return method === 'PUT' && isSent && isAsked && response === null ? error : null;
}

/**
 * What Firefox calls both a request that an extension stopped and one whose HTTP/2 connection was given up. The latter was sent,
 * after a preflight that passed, and has no answer.
 */
const STOPPED = 'NS_ERROR_ABORT';
const isReset = (error: string | null, { requestHeaders, preflights, response }: Hop): error is typeof STOPPED =>
  error === STOPPED && requestHeaders !== null && response === null && preflights.every(({ state }) => state === 'completed');

/**
 * A handshake that was not answered with 101 (https://www.rfc-editor.org/rfc/rfc6455#section-4.1). Chromium has no error for that
 * alone, and Firefox none where the answer ended before the socket was given up.
 */
function refusedSocket({ hops, error }: Exchange): Failure | null {
  const meaning = error === null ? 'refused' : meaningOfError(error);
  if (meaning !== 'refused' && meaning !== 'websocket-refused') return null;
  // Firefox also shows where a redirect leads, which no browser follows.
  const hop = Math.max(
    0,
    hops.findLastIndex(({ response }) => response !== null),
  );
  return { code: 'websocket-refused', error: error ?? '', stage: 'network', hop };
}

/** The error that ended an exchange, where it is no broken rule of CORS; null where it is one, or there is no error. */
export function networkFailure({ exchange, leavesHttp, origin, mode }: Chain, engine: Engine): Failure | null {
  const ofSocket = mode.value === 'websocket' ? refusedSocket(exchange) : null;
  if (ofSocket !== null) return ofSocket;
  const hop = Math.max(0, exchange.hops.length - 1);
  const last = exchange.hops[hop];
  const preflight = last === undefined ? null : decidingPreflight(last);
  const hasPreflightDied = preflight !== null && preflight.response === null && preflight.error !== null && last?.response == null;
  // Where a page over TLS is redirected to what is no web address, Chromium calls some requests off (those of workers with `keepalive`).
  if (leavesHttp && exchange.error === CALLED_OFF && origin.value.startsWith('https:'))
    return { code: 'mixed-content', error: MIXED_CONTENT, stage: 'network', hop };
  if (last !== undefined && isReset(exchange.error, last)) return { code: 'connection-lost', error: exchange.error, stage: 'network', hop };
  const unanswered = unansweredError(exchange);
  if (unanswered !== null) return { code: 'connection-lost', error: unanswered, stage: 'network', hop };
  if (!hasPreflightDied) return failureOfError(exchange.error, 'network', hop);
  if (engine === 'firefox') return failureOfError(preflight.error, 'preflight', hop);
  // Chromium's preflight always dies of net::ERR_FAILED, and the request carries the true error; without one it was
  // Local Network Access (measured in Chromium 156).
  const ofRequest = failureOfError(exchange.error, 'preflight', hop);
  return ofRequest ?? { code: 'local-network-access', error: exchange.error ?? '', stage: 'preflight', hop };
}

function failureOfError(error: string | null, stage: 'network' | 'preflight', hop: number): Failure | null {
  if (error === null) return null;
  const code = meaningOfError(error);
  return code === 'refused' || code === 'cancelled' ? null : { code, error, stage, hop };
}
