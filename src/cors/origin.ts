/** An opaque origin, serialized. */
export const OPAQUE_ORIGIN = 'null';

/** A URL record, or null where the string does not parse. */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** The ASCII serialization of a URL's origin; "null" for an opaque one and for what is no URL. */
export const serializeOrigin = (url: URL | null): string => url?.origin ?? OPAQUE_ORIGIN;

/** Scheme and authority of an http(s) URL without userinfo: all that its origin, or its being no URL, hangs on. */
const PLAIN_AUTHORITY = /^https?:\/\/[\w.:[\]-]+(?=[/?#]|$)/;

/** The requests of a page go to few servers, and to parse a URL is slow: the last authority's origin is kept. */
let lastAuthority = '';
let lastOrigin = OPAQUE_ORIGIN;

/** A handshake is a request for an http(s) URL: https://websockets.spec.whatwg.org/#concept-websocket-establish, step 2 */
const WEBSOCKET_SCHEME = /^ws(?=s?:)/;

/** The serialized origin of what is asked at a URL; "null" for what is no URL. */
export function originOfUrl(text: string): string {
  const authority = PLAIN_AUTHORITY.exec(text)?.[0];
  if (authority === undefined) return serializeOrigin(parseUrl(text.replace(WEBSOCKET_SCHEME, 'http')));
  if (authority !== lastAuthority) {
    lastOrigin = serializeOrigin(parseUrl(authority));
    lastAuthority = authority;
  }
  return lastOrigin;
}

/**
 * Whether two serialized origins are the same origin. Two opaque ones never are: neither can be shown to be the other.
 * https://html.spec.whatwg.org/multipage/browsers.html#same-origin
 */
export const isSameOrigin = (a: string, b: string): boolean => a === b && a !== OPAQUE_ORIGIN;

/** https://fetch.spec.whatwg.org/#http-scheme */
export const isHttpScheme = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

/** https://url.spec.whatwg.org/#include-credentials */
export const includesCredentials = (url: URL): boolean => url.username !== '' || url.password !== '';

/** 127.0.0.0/8, ::1, localhost and what ends in .localhost. */
const LOOPBACK_HOST = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:.+\.)?localhost)$/;
export const isLoopbackHost = (hostname: string): boolean => LOOPBACK_HOST.test(hostname);

const IP_ADDRESS = /^[\d.]+$|^\[/;

/** The last two labels of the host name, or the whole address: a site is that, or more where two are a public suffix. */
function siteOf(origin: string): string | null {
  const hostname = parseUrl(origin)?.hostname ?? null;
  return hostname === null || IP_ADDRESS.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}

/** Whether two origins may be of one site (https://html.spec.whatwg.org/#same-site): false only where they are not. */
export const isPerhapsSameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b);

/** What a secure page may not ask for: https://w3c.github.io/webappsec-mixed-content/#should-block-fetch */
export const isInsecure = (url: URL): boolean => url.protocol === 'http:' && !isLoopbackHost(url.hostname);

/** https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy, as far as a serialized origin tells. */
export function isPotentiallyTrustworthy(origin: string): boolean {
  const url = parseUrl(origin);
  return url !== null && (url.protocol !== 'http:' || isLoopbackHost(url.hostname));
}
