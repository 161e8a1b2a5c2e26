import type { Failure, Hop, PreflightSeen, ResponseSeen, Stage } from '../model.ts';
import type { Chain } from './chain.ts';
import { corsCheck, isCorsCheckSuccess } from './cors-check.ts';
import type { Evidence } from './evidence.ts';
import { isSameOrigin, originOfUrl } from './origin.ts';
import { isPreflightSuccess, isRedirectStatus, type PreflightDeviation, type PreflightRequest, preflightFetch } from './preflight.ts';
import { decidingPreflight, requestedHeaderNames, requestedMethod } from './preflight-seen.ts';
import { type RedirectRequest, redirectFetch } from './redirect.ts';

/** An answer of the server's; null also for the empty one with status 0 that Firefox announces for a redirect it then refuses. */
const answerOf = (response: ResponseSeen | null): ResponseSeen | null => (response === null || response.status === 0 ? null : response);

/** A redirect of the browser's own making (HSTS, an extension) has no headers: there is nothing to judge. */
const isInternalRedirect = (chain: Chain, index: number, response: ResponseSeen): boolean =>
  response.headers.length === 0 && index < chain.exchange.hops.length - 1;

const preflightRequest = (
  chain: Chain,
  index: number,
  hop: Hop,
  preflight: PreflightSeen,
  includesCredentials: boolean,
  { preflightOrigin }: PreflightDeviation,
): PreflightRequest => ({
  origin: preflightOrigin === 'page' ? chain.origin.value : (chain.standardOrigins[index] ?? chain.origin.value),
  includesCredentials,
  method: requestedMethod(preflight, hop),
  unsafeNames: requestedHeaderNames(preflight),
  isOwnOrigin: isSameOrigin(originOfUrl(hop.url), chain.origin.value),
});

const redirectRequest = (chain: Chain, index: number, hop: Hop): RedirectRequest => ({
  mode: chain.mode.value,
  origin: chain.origin.value,
  currentUrl: hop.url,
  isCorsTainted: chain.isCorsTainted[index] === true,
});

const hasNone = (evidence: Iterable<Evidence>): boolean => {
  for (const _ of evidence) return false;
  return true;
};

/** Decides whether every answer seen passes. https://fetch.spec.whatwg.org/#concept-http-fetch, step 4 */
export function isAllowedByRules(chain: Chain, includesCredentials: boolean, deviation: PreflightDeviation): boolean {
  if (chain.mode.value !== 'cors') return true;
  if (chain.leavesHttp) return false;
  const { hops } = chain.exchange;
  for (let index = 0; index < hops.length; index++) {
    const hop = hops[index];
    if (hop === undefined) continue;
    const preflight = decidingPreflight(hop);
    const preflightAnswer = answerOf(preflight?.response ?? null);
    if (preflight !== null && preflightAnswer !== null) {
      // step 4.1
      if (!isPreflightSuccess(preflightRequest(chain, index, hop, preflight, includesCredentials, deviation), preflightAnswer, deviation))
        return false;
    }
    const response = answerOf(hop.response);
    if (response === null || isInternalRedirect(chain, index, response)) continue;
    // step 4.4
    if (
      chain.isCorsTainted[index] &&
      !isCorsCheckSuccess(
        {
          origin: chain.hopOrigins[index] ?? chain.origin.value,
          includesCredentials,
        },
        response,
      )
    ) {
      return false;
    }
    // step 6
    if (isRedirectStatus(response.status) && !hasNone(redirectFetch(redirectRequest(chain, index, hop), response))) return false;
  }
  return true;
}

/** Diagnoses: every rule that any answer seen breaks, hop by hop, in the standard's order. */
export function failuresByRules(chain: Chain, includesCredentials: boolean, deviation: PreflightDeviation): Failure[] {
  const failures: Failure[] = [];
  if (chain.mode.value !== 'cors') return failures;
  const add = (evidence: Iterable<Evidence>, stage: Stage, hop: number): void => {
    for (const found of evidence) failures.push({ ...found, stage, hop });
  };
  chain.exchange.hops.forEach((hop, index) => {
    const preflight = decidingPreflight(hop);
    const preflightAnswer = answerOf(preflight?.response ?? null);
    if (preflight !== null && preflightAnswer !== null) {
      add(
        preflightFetch(preflightRequest(chain, index, hop, preflight, includesCredentials, deviation), preflightAnswer, deviation),
        'preflight',
        index,
      );
    }
    const response = answerOf(hop.response);
    if (response === null || isInternalRedirect(chain, index, response)) return;
    const isRedirect = isRedirectStatus(response.status);
    if (chain.isCorsTainted[index]) {
      const request = { origin: chain.hopOrigins[index] ?? chain.origin.value, includesCredentials };
      add(corsCheck(request, response), isRedirect ? 'redirect' : 'response', index);
    }
    if (isRedirect) add(redirectFetch(redirectRequest(chain, index, hop), response), 'redirect', index);
  });
  return failures;
}

/**
 * A chain without what the browser may have refused, its last answer: the rest it let through, whatever it did then. Where
 * nothing came of the last hop at all, it may have been the redirect to it that was refused (Firefox shows the hop all the same).
 */
export function passedPart(chain: Chain): Chain {
  const { hops } = chain.exchange;
  const last = hops.at(-1);
  const isReached = last === undefined || answerOf(last.response) !== null || decidingPreflight(last) !== null;
  const reached = isReached ? hops : hops.slice(0, -1);
  const stopped = reached.at(-1);
  // A hop with an answer passed its preflight.
  const passed = stopped === undefined || answerOf(stopped.response) === null ? [] : [{ ...stopped, response: null }];
  return {
    ...chain,
    exchange: { ...chain.exchange, hops: [...reached.slice(0, -1), ...passed] },
    leavesHttp: false,
  };
}
