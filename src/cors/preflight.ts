import type { ResponseSeen } from '../model.ts';
import { type CorsCheckEvidence, type CorsCheckRequest, corsCheck, isCorsCheckSuccess, judgedHeaders } from './cors-check.ts';
import type { EvidenceOf } from './evidence.ts';
import { extractHeaderListValues, getHeader } from './header-values.ts';
import { isCorsSafelistedMethod } from './safelist.ts';

/** What a CORS-preflight fetch needs to know of the request that it is made for. */
export interface PreflightRequest extends CorsCheckRequest {
  readonly method: string;
  /** The CORS-unsafe request-header names: lower case, sorted. */
  readonly unsafeNames: readonly string[];
  /** Whether the page's own origin is asked, after a redirect that went elsewhere. */
  readonly isOwnOrigin: boolean;
}

/** Where engines may deviate from the algorithm. */
export interface PreflightDeviation {
  /** Whether `*` in Access-Control-Allow-Headers covers `Authorization` too, against step 7.6. */
  readonly authorizationCoveredByWildcard: boolean;
  /** Whether the CORS check of step 7 is made of an answer of the page's own origin too. */
  readonly checksOwnOrigin: boolean;
  /** Whose origin a preflight after redirects names: the page's, or the request's own, which may be tainted. */
  readonly preflightOrigin: 'page' | 'request';
}

export type PreflightEvidence =
  | CorsCheckEvidence
  | EvidenceOf<
      'preflight-status' | 'preflight-redirect' | 'allow-methods-invalid' | 'allow-headers-invalid' | 'method-not-allowed' | 'header-not-allowed'
    >;

const ALLOW_METHODS = 'access-control-allow-methods';
const ALLOW_HEADERS = 'access-control-allow-headers';

type List = readonly string[] | 'failure' | null;

/** https://fetch.spec.whatwg.org/#ok-status */
const isOkStatus = (status: number): boolean => status >= 200 && status <= 299;

/** https://fetch.spec.whatwg.org/#redirect-status */
export const isRedirectStatus = (status: number): boolean => status === 301 || status === 302 || status === 303 || status === 307 || status === 308;

/** Step 7.5 */
function isMethodAllowed(request: PreflightRequest, methods: readonly string[] | null): boolean {
  if (isCorsSafelistedMethod(request.method)) return true;
  if (methods === null) return false;
  return methods.includes(request.method) || (!request.includesCredentials && methods.includes('*'));
}

const NO_NAMES: readonly string[] = [];

/** Steps 7.6 and 7.7: the names of the request that the list does not allow. */
function refusedNames(request: PreflightRequest, headerNames: readonly string[] | null, deviation: PreflightDeviation): readonly string[] {
  if (request.unsafeNames.length === 0) return NO_NAMES;
  const listed = new Set(headerNames?.map(name => name.toLowerCase()));
  const hasWildcard = !request.includesCredentials && listed.has('*');
  return request.unsafeNames.filter(name => {
    if (listed.has(name)) return false;
    return !hasWildcard || (name === 'authorization' && !deviation.authorizationCoveredByWildcard);
  });
}

const isChecked = (request: PreflightRequest, deviation: PreflightDeviation): boolean => deviation.checksOwnOrigin || !request.isOwnOrigin;

/** Decides. https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, step 7 */
export function isPreflightSuccess(request: PreflightRequest, response: ResponseSeen, deviation: PreflightDeviation): boolean {
  if (isChecked(request, deviation) && !isCorsCheckSuccess(request, response)) return false; // step 7
  if (!isOkStatus(response.status)) return false; // step 7
  const headers = judgedHeaders(response);
  const methods = extractHeaderListValues(headers, ALLOW_METHODS); // step 7.1
  const headerNames = extractHeaderListValues(headers, ALLOW_HEADERS); // step 7.2
  if (methods === 'failure' || headerNames === 'failure') return false; // step 7.3
  // Step 7.4 hangs on the use-CORS-preflight flag, which cannot be seen from outside.
  return isMethodAllowed(request, methods) && refusedNames(request, headerNames, deviation).length === 0;
}

/**
 * Diagnoses: every rule that a preflight's answer breaks, in the standard's order. Step 7 asks for a CORS check and an
 * ok status at once; a redirect comes first, because no header could help it, then the CORS check, as in both engines.
 */
export function* preflightFetch(
  request: PreflightRequest,
  response: ResponseSeen,
  deviation: PreflightDeviation,
): Generator<PreflightEvidence, void, undefined> {
  const headers = judgedHeaders(response);
  const { status } = response;
  // Without a Location it is an answer like any other, whose status is not ok.
  const location = isRedirectStatus(status) ? getHeader(headers, 'location') : null;
  if (location !== null) yield { code: 'preflight-redirect', status, location };
  if (isChecked(request, deviation)) yield* corsCheck(request, response); // step 7
  if (location === null && !isOkStatus(status)) yield { code: 'preflight-status', status }; // step 7
  const methods = extractHeaderListValues(headers, ALLOW_METHODS); // step 7.1
  const headerNames = extractHeaderListValues(headers, ALLOW_HEADERS); // step 7.2
  const methodsValue = getHeader(headers, ALLOW_METHODS);
  const headersValue = getHeader(headers, ALLOW_HEADERS);
  if (methods === 'failure') yield { code: 'allow-methods-invalid', value: methodsValue ?? '' }; // step 7.3
  if (headerNames === 'failure') yield { code: 'allow-headers-invalid', value: headersValue ?? '' }; // step 7.3
  if (methods !== 'failure' && !isMethodAllowed(request, methods)) {
    yield { code: 'method-not-allowed', method: request.method, value: methodsValue, because: describeMethod(request, methods) }; // step 7.5
  }
  if (headerNames === 'failure') return;
  for (const header of refusedNames(request, headerNames, deviation)) {
    yield { code: 'header-not-allowed', header, value: headersValue, because: describeWildcard(headerNames) }; // steps 7.6 and 7.7
  }
}

function describeMethod(request: PreflightRequest, methods: List): 'absent' | 'case' | 'wildcard-with-credentials' {
  if (Array.isArray(methods)) {
    const upper = request.method.toUpperCase();
    if (methods.some((item: string) => item.toUpperCase() === upper)) return 'case';
  }
  return describeWildcard(methods);
}

const describeWildcard = (list: List): 'absent' | 'wildcard-with-credentials' =>
  Array.isArray(list) && list.includes('*') ? 'wildcard-with-credentials' : 'absent';
