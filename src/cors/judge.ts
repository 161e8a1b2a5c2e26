import type { Exchange, Failure, Hop, PreflightSeen, ResponseSeen, Stage } from '../model.ts';
import type { Chain } from './chain.ts';
import { corsCheck, isCorsCheckSuccess } from './cors-check.ts';
import type { EngineRow } from './engines.ts';
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

/** In which an engine's rules differ from the standard's. */
type Deviations = PreflightDeviation & Pick<EngineRow, 'letsSharedWorkersLeaveTls'>;

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

/** What was followed in one engine tells that a shared worker asked. */
const refusesInsecure = ({ hops }: Exchange, index: number, { letsSharedWorkersLeaveTls }: Deviations): boolean =>
  index === hops.length - 1 || !letsSharedWorkersLeaveTls;

const redirectRequest = (chain: Chain, index: number, hop: Hop, deviations: Deviations): RedirectRequest => ({
  mode: chain.mode.value,
  origin: chain.origin.value,
  currentUrl: hop.url,
  isCorsTainted: chain.isCorsTainted[index] === true,
  refusesInsecure: chain.leavesTls[index] === true && refusesInsecure(chain.exchange, index, deviations),
});

const hasNone = (evidence: Iterable<Evidence>): boolean => {
  for (const _ of evidence) return false;
  return true;
};

/** Decides whether every answer seen passes. https://fetch.spec.whatwg.org/#concept-http-fetch, step 4 */
export function isAllowedByRules(chain: Chain, includesCredentials: boolean, deviation: Deviations): boolean {
  return !chain.leavesHttp && areAllowedByRules(chain, includesCredentials, deviation, 2 * chain.exchange.hops.length);
}

/**
 * Decides whether every answer passes that the browser let through for certain, however the exchange ended: all but the last.
 * Where nothing came of the last hop at all, the one before it is the last: Firefox shows a hop after a redirect that it refuses.
 */
export function isPassedByRules(chain: Chain, includesCredentials: boolean, deviation: Deviations): boolean {
  const { hops } = chain.exchange;
  const last = hops.at(-1);
  if (last === undefined) return true;
  const ofLast = answerOf(last.response) !== null ? 1 : decidingPreflight(last) !== null ? 0 : -1;
  return areAllowedByRules(chain, includesCredentials, deviation, 2 * (hops.length - 1) + ofLast);
}

/** @param count of the answers, a preflight's and its request's of each hop, the first so many */
function areAllowedByRules(chain: Chain, includesCredentials: boolean, deviation: Deviations, count: number): boolean {
  if (chain.mode.value !== 'cors') return true;
  const { hops } = chain.exchange;
  for (let index = 0; 2 * index < count; index++) {
    const hop = hops[index];
    if (hop === undefined) continue;
    const preflight = decidingPreflight(hop);
    const preflightAnswer = answerOf(preflight?.response ?? null);
    if (preflight !== null && preflightAnswer !== null) {
      // step 4.1
      if (!isPreflightSuccess(preflightRequest(chain, index, hop, preflight, includesCredentials, deviation), preflightAnswer, deviation))
        return false;
    }
    const response = 2 * index + 1 < count ? answerOf(hop.response) : null;
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
    if (isRedirectStatus(response.status) && !hasNone(redirectFetch(redirectRequest(chain, index, hop, deviation), response))) return false;
  }
  return true;
}

/** Diagnoses: every rule that any answer seen breaks, hop by hop, in the standard's order. */
export function failuresByRules(chain: Chain, includesCredentials: boolean, deviation: Deviations): Failure[] {
  const failures: Failure[] = [];
  if (chain.mode.value !== 'cors') return failures;
  const add = (evidence: Iterable<Evidence>, stage: Stage, hop: number): void => {
    // To spread evidence, of which every code has another shape, takes several times as long.
    for (const found of evidence) failures.push(Object.assign({ stage, hop }, found));
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
    if (isRedirect) add(redirectFetch(redirectRequest(chain, index, hop, deviation), response), 'redirect', index);
  });
  return failures;
}
