/** Every root cause, the more telling ones first: the first that is found is the one that is named. */
import type { Cause, Responsible } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { addedTwice } from './added-twice.ts';
import { anyOriginWithCredentials } from './any-origin-with-credentials.ts';
import { authBeforeCors } from './auth-before-cors.ts';
import { corsNotSetUp } from './cors-not-set-up.ts';
import { credentialsNotAllowed } from './credentials-not-allowed.ts';
import { errorWithoutHeaders } from './error-without-headers.ts';
import { gatewayError } from './gateway-error.ts';
import { listIncomplete } from './list-incomplete.ts';
import { listMalformed } from './list-malformed.ts';
import { listOfOrigins } from './list-of-origins.ts';
import { lowerCaseMethod } from './lower-case-method.ts';
import { noOptionsRoute } from './no-options-route.ts';
import { notCors } from './not-cors.ts';
import { opaqueOrigin } from './opaque-origin.ts';
import { originMisconfigured } from './origin-misconfigured.ts';
import { originPattern } from './origin-pattern.ts';
import { otherOriginAllowed } from './other-origin-allowed.ts';
import { preflightForbidden } from './preflight-forbidden.ts';
import { redirectElsewhere } from './redirect-elsewhere.ts';
import { redirectRefused } from './redirect-refused.ts';
import { redirectTainted } from './redirect-tainted.ts';
import { redirectToHttp } from './redirect-to-http.ts';
import { redirectToHttps } from './redirect-to-https.ts';
import { redirectToLogin } from './redirect-to-login.ts';
import { redirectTrailingSlash } from './redirect-trailing-slash.ts';
import { responseHeadersInRequest } from './response-headers-in-request.ts';
import { serverError } from './server-error.ts';
import { silentRefusal } from './silent-refusal.ts';
import { tracingHeaders } from './tracing-headers.ts';
import { unknown } from './unknown.ts';

export const CAUSES = [
  responseHeadersInRequest,
  lowerCaseMethod,
  redirectToHttp,
  redirectToHttps,
  redirectTrailingSlash,
  redirectToLogin,
  redirectTainted,
  opaqueOrigin,
  redirectElsewhere,
  authBeforeCors,
  preflightForbidden,
  noOptionsRoute,
  gatewayError,
  serverError,
  errorWithoutHeaders,
  addedTwice,
  listOfOrigins,
  anyOriginWithCredentials,
  originPattern,
  originMisconfigured,
  otherOriginAllowed,
  credentialsNotAllowed,
  tracingHeaders,
  listIncomplete,
  listMalformed,
  redirectRefused,
  silentRefusal,
  corsNotSetUp,
  notCors,
  unknown,
] as const;

export type CauseCode = (typeof CAUSES)[number]['code'];

export interface FoundCause {
  readonly code: CauseCode;
  readonly confidence: Cause['confidence'];
  readonly responsible: Responsible | null;
}

export const findCause = (facts: Facts): FoundCause => {
  for (const cause of CAUSES) {
    const confidence = cause.find(facts);
    if (confidence !== null) return { code: cause.code, confidence, responsible: 'responsible' in cause ? cause.responsible : null };
  }
  return { code: 'unknown', confidence: 'possible', responsible: null };
};
