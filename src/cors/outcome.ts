import type { Exchange, Outcome } from '../model.ts';
import type { Chain } from './chain.ts';
import { ENGINES, type Engine } from './engines.ts';
import { getHeader } from './header-values.ts';
import { isAllowedByRules } from './judge.ts';
import { concernsNoCors, type ErrorMeaning, meaningOfError } from './network-error.ts';
import { opensSocket } from './socket.ts';

/** A page that closes an EventSource leaves the timing entry of one that failed. */
const isEventStream = (hops: Chain['exchange']['hops']): boolean => getHeader(hops[0]?.requestHeaders ?? [], 'accept') === 'text/event-stream';

const mayPass = (chain: Chain, engine: Engine): boolean => [false, true].some(mode => isAllowedByRules(chain, mode, ENGINES[engine]));

/** Whether the page gave a request up, however the browser calls that. */
function isCalledOff(chain: Chain, engine: Engine, meaning: ErrorMeaning): boolean {
  const { frameId, log, hops } = chain.exchange;
  if (meaning === 'cancelled') return true;
  // An EventSource calls off an answer that is no stream, with an error that in Firefox extensions cause too.
  if (meaning === 'blocked-by-extension' && isEventStream(hops) && (hops.at(-1)?.response ?? null) !== null) return true;
  // A page that closes an EventSource calls it off, of which Chromium's webRequest makes a refusal, and its network log does not.
  if (!log?.error || meaningOfError(log.error) !== 'cancelled') return false;
  // A page closes its stream too when its service worker's own request for it was refused.
  return frameId >= 0 || (meaning === 'refused' && mayPass(chain, engine));
}

/**
 * A handshake fails whose answer opens no socket. Chromium has one error for nearly all that keeps a socket shut, the page's own
 * closing of it included: only its network log tells them apart, of those that reached the server. Firefox has one for an answer
 * that it does not take, and perhaps for that closing.
 */
function outcomeOfSocket({ state, error, log, hops }: Exchange, engine: Engine): Outcome {
  if (state === 'open') return { result: 'pending', evidence: 'error', error: null };
  const last = hops.at(-1);
  const response = last?.response ?? null;
  if (state === 'completed') {
    const isOpened = last !== undefined && response !== null && opensSocket(last.url, response);
    return { result: isOpened ? 'allowed' : 'blocked', evidence: 'error', error: null };
  }
  const meaning = meaningOfError(error ?? '');
  if (meaning === 'cancelled' || (log?.error && meaningOfError(log.error) === 'cancelled')) return { result: 'cancelled', evidence: 'error', error };
  const isUntold = response === null && (engine === 'chromium' ? meaning === 'refused' && log === null : meaning === 'websocket-refused');
  return { result: isUntold ? 'unknown' : 'blocked', evidence: 'error', error };
}

/**
 * What the browser did, where it says so; null where only the rules can say: Firefox reports the end of a request that
 * it keeps from the page as if all were well.
 */
export function outcomeOf(chain: Chain, engine: Engine): Outcome | null {
  const { state, error, timing, hops } = chain.exchange;
  if (chain.mode.value === 'websocket') return outcomeOfSocket(chain.exchange, engine);
  const isCors = chain.mode.value === 'cors' && chain.isCrossOrigin;
  // To a page, mixed content is an error as any other; Chromium tells it as a request that the page called off.
  if (chain.leavesTls.at(-1) === true && state === 'failed') return { result: 'blocked', evidence: 'error', error };
  // Nothing more is heard of an exchange that was redirected away from HTTP, in either browser.
  if (chain.mode.value === 'cors' && chain.leavesHttp) return { result: 'blocked', evidence: error === null ? 'rules' : 'error', error };
  if (state === 'open') return { result: 'pending', evidence: 'error', error: null };
  if (state === 'failed') {
    const meaning = meaningOfError(error ?? '');
    if (isCalledOff(chain, engine, meaning)) return { result: 'cancelled', evidence: 'error', error };
    // Whether CORS would have allowed a plain load that broke for another reason, nobody asked.
    if (isCors || (chain.mode.value === 'no-cors' && concernsNoCors(meaning))) return { result: 'blocked', evidence: 'error', error };
    return { result: 'unknown', evidence: 'error', error };
  }
  if (engine === 'chromium' || !isCors || chain.isCorsTainted.at(-1) !== true) return { result: 'allowed', evidence: 'error', error: null };
  if (timing === null || (timing.responseStatus === 0 && isEventStream(hops))) return null;
  const status = hops.at(-1)?.response?.status ?? 0;
  if (timing.responseStatus !== 0) return { result: 'allowed', evidence: 'resource-timing', error: null };
  return status === 0 ? null : { result: 'blocked', evidence: 'resource-timing', error: null };
}
