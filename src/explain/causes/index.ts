/** Every root cause, and which of them are behind a failure. */
import type { Cause, Responsible } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { addedTwice } from './added-twice.ts';
import { answerMalformed } from './answer-malformed.ts';
import { anyOriginWithCredentials } from './any-origin-with-credentials.ts';
import { apiGatewayError } from './api-gateway-error.ts';
import { appsScript } from './apps-script.ts';
import { authBeforeCors } from './auth-before-cors.ts';
import { azureAppService } from './azure-app-service.ts';
import { azureStorage } from './azure-storage.ts';
import { bodyTooLarge } from './body-too-large.ts';
import { botChallenge } from './bot-challenge.ts';
import { cdnForbidsOptions } from './cdn-forbids-options.ts';
import { certificateNotTrusted } from './certificate-not-trusted.ts';
import { clientCertificate } from './client-certificate.ts';
import { computerOffline } from './computer-offline.ts';
import { connectionCut } from './connection-cut.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { contentTypeNotListed } from './content-type-not-listed.ts';
import { corsNotSetUp } from './cors-not-set-up.ts';
import { credentialsNotAllowed } from './credentials-not-allowed.ts';
import { credentialsNotTrue } from './credentials-not-true.ts';
import { devServer } from './dev-server.ts';
import { elementWithCrossorigin } from './element-with-crossorigin.ts';
import { embedderPolicy } from './embedder-policy.ts';
import { entryMisspelt } from './entry-misspelt.ts';
import { errorWithoutHeaders } from './error-without-headers.ts';
import { errorsLoseHeaders } from './errors-lose-headers.ts';
import { extensionRewritesHeaders } from './extension-rewrites-headers.ts';
import { forbiddenPort } from './forbidden-port.ts';
import { gatewayChecksKey } from './gateway-checks-key.ts';
import { gatewayError } from './gateway-error.ts';
import { gatewayHasNoOptions } from './gateway-has-no-options.ts';
import { googleStorageBucket } from './google-storage-bucket.ts';
import { headerMisspelt } from './header-misspelt.ts';
import { iisAnswersOptions } from './iis-answers-options.ts';
import { imageWithCrossorigin } from './image-with-crossorigin.ts';
import { insecureAddress } from './insecure-address.ts';
import { keptWithoutCors } from './kept-without-cors.ts';
import { keycloakWebOrigins } from './keycloak-web-origins.ts';
import { lambdaUrlTwice } from './lambda-url-twice.ts';
import { libraryHeaders } from './library-headers.ts';
import { listInLowerCase } from './list-in-lower-case.ts';
import { listIncomplete } from './list-incomplete.ts';
import { listMalformed } from './list-malformed.ts';
import { listOfOrigins } from './list-of-origins.ts';
import { localFile } from './local-file.ts';
import { localNetwork } from './local-network.ts';
import { lowerCaseMethod } from './lower-case-method.ts';
import { methodNotOffered } from './method-not-offered.ts';
import { moduleScript } from './module-script.ts';
import { nameUnknown } from './name-unknown.ts';
import { networkChanged } from './network-changed.ts';
import { nginxInheritance } from './nginx-inheritance.ts';
import { nginxNotAlways } from './nginx-not-always.ts';
import { noAnswerInTime } from './no-answer-in-time.ts';
import { noOptionsRoute } from './no-options-route.ts';
import { noWayThere } from './no-way-there.ts';
import { notCors } from './not-cors.ts';
import { notSignedIn } from './not-signed-in.ts';
import { nothingListens } from './nothing-listens.ts';
import { onlyPreflightAllowed } from './only-preflight-allowed.ts';
import { opaqueOrigin } from './opaque-origin.ts';
import { opaqueResponseBlocking } from './opaque-response-blocking.ts';
import { optionsAnsweredByFramework } from './options-answered-by-framework.ts';
import { optionsNotPublic } from './options-not-public.ts';
import { originCheckThrows } from './origin-check-throws.ts';
import { originMisconfigured } from './origin-misconfigured.ts';
import { originPattern } from './origin-pattern.ts';
import { otherLoopbackName } from './other-loopback-name.ts';
import { otherOriginAllowed } from './other-origin-allowed.ts';
import { otherPortAllowed } from './other-port-allowed.ts';
import { otherSchemeAllowed } from './other-scheme-allowed.ts';
import { outputBeforeHeaders } from './output-before-headers.ts';
import { ownOriginAllowed } from './own-origin-allowed.ts';
import { plainHttpPort } from './plain-http-port.ts';
import { preflightForbidden } from './preflight-forbidden.ts';
import { preflightRejected } from './preflight-rejected.ts';
import { proxyFails } from './proxy-fails.ts';
import { r2Bucket } from './r2-bucket.ts';
import { redirectBroken } from './redirect-broken.ts';
import { redirectElsewhere } from './redirect-elsewhere.ts';
import { redirectLoop } from './redirect-loop.ts';
import { redirectRefused } from './redirect-refused.ts';
import { redirectTainted } from './redirect-tainted.ts';
import { redirectToHttp } from './redirect-to-http.ts';
import { redirectToHttps } from './redirect-to-https.ts';
import { redirectToLogin } from './redirect-to-login.ts';
import { redirectToRegion } from './redirect-to-region.ts';
import { redirectTrailingSlash } from './redirect-trailing-slash.ts';
import { redirectWww } from './redirect-www.ts';
import { rememberedPreflight } from './remembered-preflight.ts';
import { requestBlocker } from './request-blocker.ts';
import { requestForbidden } from './request-forbidden.ts';
import { resourcePolicy } from './resource-policy.ts';
import { responseHeadersInRequest } from './response-headers-in-request.ts';
import { s3Bucket } from './s3-bucket.ts';
import { sandboxedFrame } from './sandboxed-frame.ts';
import { serverError } from './server-error.ts';
import { serviceWorkerOpaque } from './service-worker-opaque.ts';
import { signInRefused } from './sign-in-refused.ts';
import { silentRefusal } from './silent-refusal.ts';
import { starIsNoList } from './star-is-no-list.ts';
import { preflightError } from './status.ts';
import { supabaseFunction } from './supabase-function.ts';
import { tlsNotAgreed } from './tls-not-agreed.ts';
import { tooManyRequests } from './too-many-requests.ts';
import { tracingHeaders } from './tracing-headers.ts';
import { tunnelWarning } from './tunnel-warning.ts';
import { unknown } from './unknown.ts';
import { varyMissing } from './vary-missing.ts';
import { webFont } from './web-font.ts';
import { websocketNotOffered } from './websocket-not-offered.ts';
import { websocketOrigin } from './websocket-origin.ts';
import { websocketRedirected } from './websocket-redirected.ts';
import { websocketServerError } from './websocket-server-error.ts';
import { websocketSignIn } from './websocket-sign-in.ts';
import { withOrWithoutWww } from './with-or-without-www.ts';
import { wrongAddress } from './wrong-address.ts';

/** The more telling ones first: of those that are equally sure, the first is the likelier one. */
export const CAUSES = [
  responseHeadersInRequest,
  lowerCaseMethod,
  extensionRewritesHeaders,
  redirectToHttp,
  redirectToHttps,
  redirectToRegion,
  redirectWww,
  redirectTrailingSlash,
  redirectToLogin,
  redirectTainted,
  sandboxedFrame,
  localFile,
  opaqueOrigin,
  redirectElsewhere,
  clientCertificate,
  keptWithoutCors,
  varyMissing,
  tunnelWarning,
  appsScript,
  r2Bucket,
  botChallenge,
  s3Bucket,
  googleStorageBucket,
  azureStorage,
  gatewayHasNoOptions,
  supabaseFunction,
  gatewayChecksKey,
  optionsNotPublic,
  azureAppService,
  keycloakWebOrigins,
  cdnForbidsOptions,
  iisAnswersOptions,
  authBeforeCors,
  preflightForbidden,
  preflightRejected,
  noOptionsRoute,
  optionsAnsweredByFramework,
  originCheckThrows,
  headerMisspelt,
  devServer,
  bodyTooLarge,
  tooManyRequests,
  outputBeforeHeaders,
  nginxNotAlways,
  apiGatewayError,
  notSignedIn,
  signInRefused,
  requestForbidden,
  wrongAddress,
  methodNotOffered,
  gatewayError,
  errorsLoseHeaders,
  serverError,
  nginxInheritance,
  onlyPreflightAllowed,
  rememberedPreflight,
  serviceWorkerOpaque,
  errorWithoutHeaders,
  lambdaUrlTwice,
  addedTwice,
  listOfOrigins,
  anyOriginWithCredentials,
  originPattern,
  originMisconfigured,
  ownOriginAllowed,
  otherLoopbackName,
  withOrWithoutWww,
  otherSchemeAllowed,
  otherPortAllowed,
  otherOriginAllowed,
  credentialsNotTrue,
  credentialsNotAllowed,
  tracingHeaders,
  libraryHeaders,
  contentTypeNotListed,
  starIsNoList,
  entryMisspelt,
  listInLowerCase,
  listIncomplete,
  listMalformed,
  webFont,
  imageWithCrossorigin,
  elementWithCrossorigin,
  moduleScript,
  redirectRefused,
  silentRefusal,
  corsNotSetUp,
  proxyFails,
  networkChanged,
  certificateNotTrusted,
  plainHttpPort,
  tlsNotAgreed,
  nothingListens,
  nameUnknown,
  connectionCut,
  noAnswerInTime,
  computerOffline,
  noWayThere,
  answerMalformed,
  redirectLoop,
  redirectBroken,
  requestBlocker,
  contentSecurityPolicy,
  embedderPolicy,
  resourcePolicy,
  opaqueResponseBlocking,
  insecureAddress,
  localNetwork,
  forbiddenPort,
  websocketOrigin,
  websocketNotOffered,
  websocketRedirected,
  websocketSignIn,
  websocketServerError,
  notCors,
  unknown,
] as const;

export type CauseCode = (typeof CAUSES)[number]['code'];

export interface FoundCause {
  readonly code: CauseCode;
  readonly confidence: Cause['confidence'];
  readonly responsible: Responsible | null;
}

const foundAs = (cause: (typeof CAUSES)[number], confidence: Cause['confidence']): FoundCause => ({
  code: cause.code,
  confidence,
  responsible: 'responsible' in cause ? cause.responsible : null,
});

/** More readings than this are no help. */
const MAX_READINGS = 3;
const SURENESS = ['certain', 'likely', 'possible'] as const satisfies readonly Cause['confidence'][];

/** Never empty. The likelier ones first; one alone where it is certain. */
export const findCauses = (facts: Facts): readonly [FoundCause, ...FoundCause[]] => {
  const all = CAUSES.flatMap(cause => {
    const found: Cause['confidence'] | null = cause.find(facts);
    // With another value the preflight would still fail, by its status.
    const confidence = found !== null && cause.kind === 'value' && preflightError(facts) !== null ? 'possible' : found;
    return confidence === null ? [] : [{ cause, found: foundAs(cause, confidence) }];
  });
  const telling = all.filter(({ cause }) => !('isFallback' in cause));
  const [first, ...others] = (telling.length > 0 ? telling : all.slice(0, 1))
    .map(({ found }) => found)
    .toSorted((a, b) => SURENESS.indexOf(a.confidence) - SURENESS.indexOf(b.confidence))
    .slice(0, MAX_READINGS);
  if (first === undefined) return [{ code: 'unknown', confidence: 'possible', responsible: null }];
  return first.confidence === 'certain' ? [first] : [first, ...others];
};

/** The same again, by what was told of it; null where that is nothing, or has a code that there is none of here. */
export const foundBefore = (causes: readonly Pick<Cause, 'code' | 'confidence'>[]): readonly [FoundCause, ...FoundCause[]] | null => {
  const [first, ...others] = causes.flatMap(({ code, confidence }): readonly FoundCause[] => {
    const cause = CAUSES.find(each => each.code === code);
    return cause === undefined ? [] : [foundAs(cause, confidence)];
  });
  return first === undefined || 1 + others.length < causes.length ? null : [first, ...others];
};
