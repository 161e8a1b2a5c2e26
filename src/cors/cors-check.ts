import type { OriginDifference, OriginMalformation, ResponseSeen } from '../model.ts';
import type { EvidenceOf } from './evidence.ts';
import { countLines, getHeader } from './header-values.ts';
import { includesCredentials, OPAQUE_ORIGIN, parseUrl } from './origin.ts';

/** What a CORS check needs to know of the request. */
export interface CorsCheckRequest {
  /** The serialized request origin: "null" once redirect-tainted. */
  readonly origin: string;
  /** Whether the credentials mode is "include". */
  readonly includesCredentials: boolean;
}

export type CorsCheckEvidence = EvidenceOf<
  | 'allow-origin-missing'
  | 'allow-origin-wildcard-with-credentials'
  | 'allow-origin-multiple'
  | 'allow-origin-invalid'
  | 'allow-origin-mismatch'
  | 'allow-credentials-missing'
  | 'allow-credentials-invalid'
>;

const ALLOW_ORIGIN = 'access-control-allow-origin';
const ALLOW_CREDENTIALS = 'access-control-allow-credentials';

/** The headers that the browser judged: another extension may have changed the server's. */
export const judgedHeaders = (response: ResponseSeen) => response.delivered ?? response.headers;

/** Decides. https://fetch.spec.whatwg.org/#concept-cors-check */
export function isCorsCheckSuccess(request: CorsCheckRequest, response: ResponseSeen): boolean {
  const headers = judgedHeaders(response);
  const origin = getHeader(headers, ALLOW_ORIGIN); // step 1
  if (origin === null) return false; // step 2
  if (!request.includesCredentials && origin === '*') return true; // step 3
  if (request.origin !== origin) return false; // step 4
  if (!request.includesCredentials) return true; // step 5
  return getHeader(headers, ALLOW_CREDENTIALS) === 'true'; // steps 6 to 8
}

/** Diagnoses: every rule of the CORS check that an answer breaks. The first is where the standard's algorithm stops. */
export function* corsCheck(request: CorsCheckRequest, response: ResponseSeen): Generator<CorsCheckEvidence, void, undefined> {
  const headers = judgedHeaders(response);
  const origin = getHeader(headers, ALLOW_ORIGIN); // step 1
  if (origin === null) {
    yield { code: 'allow-origin-missing', status: response.status }; // step 2
  } else if (origin === '*') {
    if (request.includesCredentials) yield { code: 'allow-origin-wildcard-with-credentials' }; // steps 3 and 4
  } else if (origin !== request.origin) {
    yield describeRefusedOrigin(origin, request.origin, response); // step 4
  }
  if (!request.includesCredentials) return; // step 5
  const credentials = getHeader(headers, ALLOW_CREDENTIALS); // step 6
  if (credentials === 'true') return; // step 7
  // step 8
  if (credentials === null) yield { code: 'allow-credentials-missing' };
  else yield { code: 'allow-credentials-invalid', value: credentials, because: describeCredentials(credentials) };
}

/** Chromium's URL parser takes `*` for a letter of a host name; Firefox's, in which this runs too, does not. */
const withoutHostPattern = (value: string): string => value.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#:@]*/i, host => host.replaceAll('*', 'x'));

/** An answer is judged several times over, with credentials and without: to parse what it names is slow, so the last is kept. */
let lastRefused: readonly [response: ResponseSeen, expected: string, evidence: CorsCheckEvidence] | null = null;

function describeRefusedOrigin(value: string, expected: string, response: ResponseSeen): CorsCheckEvidence {
  if (lastRefused?.[0] !== response || lastRefused[1] !== expected) lastRefused = [response, expected, describeOrigin(value, expected, response)];
  return lastRefused[2];
}

/** Sorts a refused value as Chromium does: a list before an invalid value before a mismatch. */
function describeOrigin(value: string, expected: string, response: ResponseSeen): CorsCheckEvidence {
  if (/[ ,]/.test(value)) return describeMultiple(value, response);
  if (value === 'null') return { code: 'allow-origin-mismatch', value, because: 'null' };
  const url = parseUrl(withoutHostPattern(value));
  if (url === null) return { code: 'allow-origin-invalid', value, because: describeMalformation(value) };
  return { code: 'allow-origin-mismatch', value, because: describeDifference(value, url, expected) };
}

const EXACT_NAME = 'Access-Control-Allow-Origin';

function describeMultiple(value: string, response: ResponseSeen): EvidenceOf<'allow-origin-multiple'> {
  const code = 'allow-origin-multiple';
  const headers = judgedHeaders(response);
  const exactLines = headers.reduce((count, { name }) => (name === EXACT_NAME ? count + 1 : count), 0);
  // Another extension's headers are lines in either browser only as far as the browser tells lines apart at all.
  if (!response.linesKnown) return { code, value, because: value.includes(',') ? 'lines-or-list' : 'list', exactName: exactLines > 0 };
  const isLines = countLines(headers, ALLOW_ORIGIN) > 1;
  return { code, value, because: isLines ? 'lines' : 'list', exactName: exactLines > (isLines ? 1 : 0) };
}

/** What looks like a host without its scheme: a dotted name, localhost, an address, or any name with a port. */
const HOST_WITHOUT_SCHEME = /^(?:\/\/)?(?:localhost|[\w-]+(?:\.[\w-]+)+|\[[\da-f:.]+\]|[\w-]+(?=:\d))(?::\d+)?(?:\/.*)?$/i;

function describeMalformation(value: string): OriginMalformation {
  if (value === '') return 'empty';
  if (/^(["'`]).*\1$/.test(value)) return 'quoted';
  if (value.includes('*')) return 'pattern';
  return HOST_WITHOUT_SCHEME.test(value) ? 'no-scheme' : 'not-an-origin';
}

function describeDifference(value: string, url: URL, expected: string): OriginDifference {
  const wanted = expected === OPAQUE_ORIGIN ? null : parseUrl(expected);
  if (wanted === null) return 'null';
  // Both of these parse as a URL: https://*.shop.test with a strange host, localhost:3000 with a strange scheme.
  if (value.includes('*')) return 'pattern';
  if (HOST_WITHOUT_SCHEME.test(value)) return 'no-scheme';
  if (url.origin === expected) return describeSpelling(value, url, expected);
  const differences: OriginDifference[] = [];
  if (url.protocol !== wanted.protocol) differences.push('scheme');
  // As written, so that http://a.test and https://a.test differ in the scheme alone.
  if (url.port !== wanted.port) differences.push('port');
  if (url.hostname !== wanted.hostname) differences.push('host');
  const [only] = differences;
  return only !== undefined && differences.length === 1 ? only : 'several';
}

/** Why a value that means the request's origin is not spelled as it. */
function describeSpelling(value: string, url: URL, expected: string): OriginDifference {
  if (value === `${expected}/`) return 'trailing-slash';
  if (url.pathname !== '/' || /[?#]/.test(value)) return 'path';
  if (value.toLowerCase() === expected) return 'case';
  if (includesCredentials(url)) return 'userinfo';
  return /:(?:80|443)\/?$/.test(value) ? 'default-port' : 'several';
}

function describeCredentials(value: string): 'case' | 'several' | 'value' {
  if (value.toLowerCase() === 'true') return 'case';
  return value.includes(',') ? 'several' : 'value';
}
