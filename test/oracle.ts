/**
 * The Fetch standard's CORS protocol, transcribed step by step: slow, obvious, and sharing nothing with src/cors. It plays
 * a request against a server that answers as it is told, and says where the standard stops it, and what went over the wire
 * until then.
 *
 * https://fetch.spec.whatwg.org/ as of November 2026; the step numbers are its own.
 */

export type Line = readonly [name: string, value: string];

export interface OracleRequest {
  /** The serialized origin of the page; "null" for an opaque one. */
  readonly origin: string;
  readonly url: string;
  readonly method: string;
  readonly credentials: 'omit' | 'same-origin' | 'include';
  /** What the page's own code set: everything else is the browser's affair. */
  readonly headers: readonly Line[];
}

export interface OracleAnswer {
  readonly status: number;
  readonly lines: readonly Line[];
}

/** What a server answers to each request for a URL, the n-th of the chain (from 0). */
export interface OracleServer {
  preflight(hop: number): OracleAnswer;
  answer(hop: number): OracleAnswer;
}

/** The steps at which the standard gives a network error for what a server answered. */
export type Step =
  | 'cors-check'
  | 'preflight-status'
  | 'preflight-methods-unreadable'
  | 'preflight-headers-unreadable'
  | 'preflight-method'
  | 'preflight-header'
  | 'redirect-location'
  | 'redirect-scheme'
  | 'redirect-count'
  | 'redirect-userinfo';

export interface WireRequest {
  readonly url: string;
  readonly method: string;
  readonly lines: readonly Line[];
}

/** One URL of the chain as it went over the wire; null for what was never sent or asked. */
export interface WireHop {
  readonly url: string;
  readonly method: string;
  readonly preflight: { readonly request: WireRequest; readonly answer: OracleAnswer } | null;
  readonly request: { readonly request: WireRequest; readonly answer: OracleAnswer } | null;
}

export interface OracleVerdict {
  /** null where the page gets the answer. */
  readonly stoppedAt: { readonly step: Step; readonly hop: number; readonly isPreflight: boolean } | null;
  readonly hops: readonly WireHop[];
}

/** Where engines do not do what the standard says. */
export interface Deviations {
  /** CORS-preflight fetch, step 7.6: no engine does this one yet. */
  readonly authorizationCoveredByWildcard: boolean;
  /** HTTP-redirect fetch, steps 9 and 10: Chromium lets no page load what has a user's name in its URL, within its origin either. */
  readonly userinfoRefusedEverywhere: boolean;
}

const lower = (text: string): string => text.toLowerCase();

/** https://fetch.spec.whatwg.org/#concept-header-list-get */
const get = (lines: readonly Line[], name: string): string | null => {
  const values = lines.filter(([each]) => lower(each) === lower(name)).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
};

/** https://fetch.spec.whatwg.org/#extract-header-list-values, for fields whose grammar is a list of tokens */
const extractTokens = (lines: readonly Line[], name: string): readonly string[] | null | 'failure' => {
  const ofName = lines.filter(([each]) => lower(each) === lower(name));
  if (ofName.length === 0) return null;
  const found: string[] = [];
  for (const [, value] of ofName) {
    for (const raw of value.split(',')) {
      const item = raw.replaceAll('\t', ' ').trim();
      if (item === '') continue;
      for (const letter of item) if (!/[A-Za-z0-9!#$%&'*+\-.^_`|~]/.test(letter)) return 'failure';
      found.push(item);
    }
  }
  return found;
};

/** Not by URL.canParse: in Node.js 20 it says false of a base that is not ASCII once it has been asked some thousand times. */
export const parse = (url: string, base?: string): URL | null => {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
};
const originOf = (url: string): string => parse(url)?.origin ?? 'null';
const sameOrigin = (a: string, b: string): boolean => a !== 'null' && a === b;

// ---------------------------------------------------------------- 2.2.2 and 2.2.3

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
const hasUnsafeByte = (value: string): boolean =>
  [...value].some(letter => {
    const byte = letter.charCodeAt(0);
    return (byte < 0x20 && byte !== 0x09) || '"():<>?@[\\]{}'.includes(letter) || byte === 0x7f;
  });

/** https://mimesniff.spec.whatwg.org/#parsing-a-mime-type, as far as the essence; null for failure */
const essenceOf = (value: string): string | null => {
  const input = value.replace(/^[\t\n\r ]+/, '').replace(/[\t\n\r ]+$/, '');
  const slash = input.indexOf('/');
  if (slash < 0) return null;
  const type = input.slice(0, slash);
  const [subtype = ''] = input.slice(slash + 1).split(';');
  const isTokens = (text: string): boolean => text !== '' && [...text].every(letter => /[A-Za-z0-9!#$%&'*+\-.^_`|~]/.test(letter));
  const trimmed = subtype.replace(/[\t\n\r ]+$/, '');
  return isTokens(type) && isTokens(trimmed) ? lower(`${type}/${trimmed}`) : null;
};

/** https://fetch.spec.whatwg.org/#simple-range-header-value: with a start */
const isSafelistedRange = (value: string): boolean => {
  if (!value.startsWith('bytes=')) return false;
  const rest = value.slice('bytes='.length);
  const dash = rest.indexOf('-');
  if (dash < 0) return false;
  const [start, end] = [rest.slice(0, dash), rest.slice(dash + 1)];
  const isDigits = (text: string): boolean => [...text].every(letter => letter >= '0' && letter <= '9');
  if (start === '' || !isDigits(start) || !isDigits(end)) return false;
  return end === '' || BigInt(start) <= BigInt(end);
};

/** https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const isSafelisted = ([name, value]: Line): boolean => {
  if (value.length > 128) return false;
  switch (lower(name)) {
    case 'accept':
      return !hasUnsafeByte(value);
    case 'accept-language':
    case 'content-language':
      return [...value].every(letter => /[0-9A-Za-z]/.test(letter) || ' *,-.;='.includes(letter));
    case 'content-type':
      if (hasUnsafeByte(value)) return false;
      return ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].includes(essenceOf(value) ?? '');
    case 'range':
      return isSafelistedRange(value);
    default:
      return false;
  }
};

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names */
export const unsafeNames = (headers: readonly Line[]): readonly string[] => {
  const unsafe: string[] = [];
  const potentiallyUnsafe: string[] = [];
  let size = 0;
  for (const header of headers) {
    if (!isSafelisted(header)) unsafe.push(lower(header[0]));
    else {
      potentiallyUnsafe.push(lower(header[0]));
      size += header[1].length;
    }
  }
  if (size > 1024) unsafe.push(...potentiallyUnsafe);
  return [...new Set(unsafe)].sort();
};

const isSafelistedMethod = (method: string): boolean => ['GET', 'HEAD', 'POST'].includes(method);

// ---------------------------------------------------------------- 3.2 and 4

/** https://fetch.spec.whatwg.org/#serializing-a-request-origin, with https://fetch.spec.whatwg.org/#concept-request-tainted-origin */
const serializedOrigin = (origin: string, urls: readonly string[]): string => {
  let lastUrl: string | null = null;
  for (const url of urls) {
    if (lastUrl === null) {
      lastUrl = url;
      continue;
    }
    if (!sameOrigin(originOf(url), originOf(lastUrl)) && !sameOrigin(origin, originOf(lastUrl))) return 'null';
    lastUrl = url;
  }
  return origin;
};

/** https://fetch.spec.whatwg.org/#concept-cors-check */
const corsCheck = (origin: string, credentials: OracleRequest['credentials'], answer: OracleAnswer): boolean => {
  const allowed = get(answer.lines, 'Access-Control-Allow-Origin');
  if (allowed === null) return false;
  if (credentials !== 'include' && allowed === '*') return true;
  if (origin !== allowed) return false;
  if (credentials !== 'include') return true;
  return get(answer.lines, 'Access-Control-Allow-Credentials') === 'true';
};

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, step 7; null for success */
const judgePreflight = (
  origin: string,
  request: { readonly method: string; readonly headers: readonly Line[]; readonly credentials: OracleRequest['credentials'] },
  answer: OracleAnswer,
  deviations: Deviations,
): Step | null => {
  if (!corsCheck(origin, request.credentials, answer)) return 'cors-check';
  if (answer.status < 200 || answer.status > 299) return 'preflight-status';
  const methods = extractTokens(answer.lines, 'Access-Control-Allow-Methods');
  const names = extractTokens(answer.lines, 'Access-Control-Allow-Headers');
  if (methods === 'failure') return 'preflight-methods-unreadable';
  if (names === 'failure') return 'preflight-headers-unreadable';
  const isIncluded = request.credentials === 'include';
  const methodsOrNone = methods ?? [];
  if (!methodsOrNone.includes(request.method) && !isSafelistedMethod(request.method) && (isIncluded || !methodsOrNone.includes('*'))) {
    return 'preflight-method';
  }
  const listed = (names ?? []).map(lower);
  const unsafe = unsafeNames(request.headers);
  if (!deviations.authorizationCoveredByWildcard && unsafe.includes('authorization') && !listed.includes('authorization')) return 'preflight-header';
  for (const name of unsafe) if (!listed.includes(name) && (isIncluded || !listed.includes('*'))) return 'preflight-header';
  return null;
};

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** https://fetch.spec.whatwg.org/#request-body-header-name */
const BODY_HEADERS = ['content-encoding', 'content-language', 'content-location', 'content-type'];

/** https://fetch.spec.whatwg.org/#concept-main-fetch and what it calls, for a request in mode "cors" that follows redirects. */
export const playOracle = (asked: OracleRequest, server: OracleServer, deviations: Deviations): OracleVerdict => {
  const hops: WireHop[] = [];
  const urls: string[] = [asked.url];
  let method = asked.method;
  let headers = asked.headers;
  let tainting: 'basic' | 'cors' = 'basic';
  for (;;) {
    const hop = urls.length - 1;
    const url = urls[hop] ?? '';
    const stop = (step: Step, isPreflight: boolean): OracleVerdict => ({ stoppedAt: { step, hop, isPreflight }, hops });
    // Main fetch, step 12.
    if (!(sameOrigin(originOf(url), asked.origin) && tainting === 'basic')) tainting = 'cors';
    const unsafe = unsafeNames(headers);
    const makesPreflight = tainting === 'cors' && (!isSafelistedMethod(method) || unsafe.length > 0);
    const origin = serializedOrigin(asked.origin, urls);
    const sendsOrigin = tainting === 'cors' || !['GET', 'HEAD'].includes(method);
    // HTTP fetch, step 4.1.
    let preflight: WireHop['preflight'] = null;
    if (makesPreflight) {
      const lines: Line[] = [
        ['Access-Control-Request-Method', method],
        ...(unsafe.length > 0 ? [['Access-Control-Request-Headers', unsafe.join(',')] as const] : []),
        ['Origin', origin],
        ['Sec-Fetch-Mode', 'cors'],
      ];
      preflight = { request: { url, method: 'OPTIONS', lines }, answer: server.preflight(hop) };
      const failed = judgePreflight(origin, { method, headers, credentials: asked.credentials }, preflight.answer, deviations);
      if (failed !== null) {
        hops.push({ url, method, preflight, request: null });
        return stop(failed, true);
      }
    }
    // Steps 4.3 and 4.4.
    const sent: Line[] = [...headers, ...(sendsOrigin ? [['Origin', origin] as const] : []), ['Sec-Fetch-Mode', 'cors']];
    const answer = server.answer(hop);
    hops.push({ url, method, preflight, request: { request: { url, method, lines: sent }, answer } });
    if (tainting === 'cors' && !corsCheck(origin, asked.credentials, answer)) return stop('cors-check', false);
    // Step 6.
    if (!isRedirect(answer.status)) return { stoppedAt: null, hops };
    // HTTP-redirect fetch.
    const location = get(answer.lines, 'Location');
    if (location === null) return { stoppedAt: null, hops }; // steps 3 and 4
    const target = parse(location, url);
    if (target === null) return stop('redirect-location', false); // step 5
    if (target.protocol !== 'http:' && target.protocol !== 'https:') return stop('redirect-scheme', false); // step 6
    if (hop === 20) return stop('redirect-count', false); // steps 7 and 8
    const hasUserinfo = target.username !== '' || target.password !== '';
    if (hasUserinfo && (deviations.userinfoRefusedEverywhere || !sameOrigin(asked.origin, target.origin))) return stop('redirect-userinfo', false); // step 9
    if (hasUserinfo && tainting === 'cors') return stop('redirect-userinfo', false); // step 10
    // Step 12. (Step 11 is about streams, whose bodies cannot be sent again.)
    const losesBody =
      ((answer.status === 301 || answer.status === 302) && method === 'POST') || (answer.status === 303 && method !== 'GET' && method !== 'HEAD');
    if (losesBody) {
      method = 'GET';
      headers = headers.filter(([name]) => !BODY_HEADERS.includes(lower(name)));
    }
    // Step 13.
    if (!sameOrigin(originOf(url), target.origin)) headers = headers.filter(([name]) => lower(name) !== 'authorization');
    urls.push(target.href);
  }
};
