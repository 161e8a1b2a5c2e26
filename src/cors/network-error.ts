import type { NetworkCode } from '../model.ts';

/**
 * What a browser's name of an error means.
 * refused: how the browser reports a broken CORS rule; also what it says of a few other things.
 * cancelled: the page gave up, or the browser tries again by itself.
 */
export type ErrorMeaning = NetworkCode | 'refused' | 'cancelled';

/** https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const CHROMIUM: Readonly<Record<string, ErrorMeaning>> = {
  ERR_FAILED: 'refused',
  ERR_UNSAFE_REDIRECT: 'refused',
  ERR_ABORTED: 'cancelled',
  ERR_CACHE_MISS: 'cancelled',
  ERR_CONNECTION_REFUSED: 'connection-refused',
  ERR_PROXY_CONNECTION_FAILED: 'connection-refused',
  ERR_SOCKS_CONNECTION_FAILED: 'connection-refused',
  ERR_TUNNEL_CONNECTION_FAILED: 'connection-refused',
  ERR_CONNECTION_FAILED: 'connection-refused',
  ERR_NAME_NOT_RESOLVED: 'name-not-resolved',
  ERR_NAME_RESOLUTION_FAILED: 'name-not-resolved',
  ERR_DNS_MALFORMED_RESPONSE: 'name-not-resolved',
  ERR_DNS_SERVER_FAILED: 'name-not-resolved',
  ERR_DNS_TIMED_OUT: 'name-not-resolved',
  ERR_DNS_NO_MATCHING_SUPPORTED_ALPN: 'name-not-resolved',
  ERR_ICANN_NAME_COLLISION: 'name-not-resolved',
  ERR_EMPTY_RESPONSE: 'connection-lost',
  ERR_CONNECTION_RESET: 'connection-lost',
  ERR_CONNECTION_CLOSED: 'connection-lost',
  ERR_CONNECTION_ABORTED: 'connection-lost',
  ERR_SOCKET_NOT_CONNECTED: 'connection-lost',
  ERR_CONTENT_LENGTH_MISMATCH: 'connection-lost',
  ERR_INCOMPLETE_CHUNKED_ENCODING: 'connection-lost',
  ERR_HTTP2_PING_FAILED: 'connection-lost',
  ERR_HTTP2_PROTOCOL_ERROR: 'connection-lost',
  ERR_QUIC_PROTOCOL_ERROR: 'connection-lost',
  ERR_HTTP2_SERVER_REFUSED_STREAM: 'connection-lost',
  ERR_NETWORK_IO_SUSPENDED: 'connection-lost',
  ERR_TIMED_OUT: 'timed-out',
  ERR_CONNECTION_TIMED_OUT: 'timed-out',
  ERR_INTERNET_DISCONNECTED: 'offline',
  ERR_NETWORK_CHANGED: 'offline',
  ERR_ADDRESS_UNREACHABLE: 'address-unreachable',
  ERR_ADDRESS_INVALID: 'address-unreachable',
  ERR_NETWORK_ACCESS_DENIED: 'address-unreachable',
  ERR_TLS13_DOWNGRADE_DETECTED: 'tls-failed',
  ERR_ECH_NOT_NEGOTIATED: 'tls-failed',
  ERR_INVALID_RESPONSE: 'response-malformed',
  ERR_INVALID_HTTP_RESPONSE: 'response-malformed',
  ERR_INVALID_CHUNKED_ENCODING: 'response-malformed',
  ERR_CONTENT_DECODING_FAILED: 'response-malformed',
  ERR_HTTP2_COMPRESSION_ERROR: 'response-malformed',
  ERR_HTTP2_FRAME_SIZE_ERROR: 'response-malformed',
  ERR_HTTP2_FLOW_CONTROL_ERROR: 'response-malformed',
  ERR_TOO_MANY_REDIRECTS: 'too-many-redirects',
  ERR_INVALID_REDIRECT: 'redirect-malformed',
  ERR_BLOCKED_BY_CLIENT: 'blocked-by-extension',
  ERR_BLOCKED_BY_CSP: 'blocked-by-csp',
  ERR_BLOCKED_BY_ORB: 'blocked-by-orb',
  ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS: 'local-network-access',
  ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS: 'local-network-access',
  ERR_INCONSISTENT_IP_ADDRESS_SPACE: 'local-network-access',
  ERR_CACHED_IP_ADDRESS_SPACE_BLOCKED_BY_LOCAL_NETWORK_ACCESS_POLICY: 'local-network-access',
  ERR_UNSAFE_PORT: 'port-blocked',
};

/** The longest prefix comes first. */
const CHROMIUM_FAMILIES: readonly (readonly [prefix: string, meaning: ErrorMeaning])[] = [
  ['ERR_BLOCKED_BY_RESPONSE', 'blocked-by-corp'],
  ['ERR_RESPONSE_HEADERS_', 'response-malformed'],
  ['ERR_SSL_CLIENT_AUTH_', 'certificate-rejected'],
  ['ERR_BAD_SSL_', 'certificate-rejected'],
  ['ERR_CERTIFICATE_', 'certificate-rejected'],
  ['ERR_CERT_', 'certificate-rejected'],
  ['ERR_SSL_', 'tls-failed'],
];

/** https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py */
const FIREFOX: Readonly<Record<string, ErrorMeaning>> = {
  NS_ERROR_DOM_BAD_URI: 'refused',
  // How a refused redirect, a preflight's or a request's own, ends once webRequest has announced its target.
  NS_ERROR_NET_ON_RECEIVING_FROM: 'refused',
  NS_ERROR_UNEXPECTED: 'refused',
  NS_ERROR_INTERCEPTION_FAILED: 'refused',
  NS_BINDING_ABORTED: 'cancelled',
  NS_BINDING_RETARGETED: 'cancelled',
  NS_BINDING_REDIRECTED: 'cancelled',
  NS_ERROR_CONNECTION_REFUSED: 'connection-refused',
  NS_ERROR_PROXY_CONNECTION_REFUSED: 'connection-refused',
  NS_ERROR_PROXY_BAD_GATEWAY: 'connection-refused',
  NS_ERROR_UNKNOWN_HOST: 'name-not-resolved',
  NS_ERROR_UNKNOWN_PROXY_HOST: 'name-not-resolved',
  NS_ERROR_DNS_LOOKUP_QUEUE_FULL: 'name-not-resolved',
  NS_ERROR_NET_RESET: 'connection-lost',
  NS_ERROR_NET_INTERRUPT: 'connection-lost',
  NS_ERROR_NET_EMPTY_RESPONSE: 'connection-lost',
  NS_ERROR_NET_PARTIAL_TRANSFER: 'connection-lost',
  NS_ERROR_NET_HTTP2_SENT_GOAWAY: 'connection-lost',
  NS_ERROR_NET_HTTP3_PROTOCOL_ERROR: 'connection-lost',
  NS_ERROR_NET_TIMEOUT: 'timed-out',
  NS_ERROR_NET_TIMEOUT_EXTERNAL: 'timed-out',
  NS_ERROR_PROXY_GATEWAY_TIMEOUT: 'timed-out',
  NS_ERROR_OFFLINE: 'offline',
  NS_ERROR_HOST_UNREACHABLE: 'address-unreachable',
  NS_ERROR_NETWORK_UNREACHABLE: 'address-unreachable',
  NS_ERROR_NET_INADEQUATE_SECURITY: 'tls-failed',
  NS_ERROR_CORRUPTED_CONTENT: 'response-malformed',
  NS_ERROR_INVALID_CONTENT_ENCODING: 'response-malformed',
  NS_ERROR_DOM_INVALID_HEADER_VALUE: 'response-malformed',
  NS_ERROR_PARSING_HTTP_STATUS_LINE: 'response-malformed',
  NS_ERROR_REDIRECT_LOOP: 'too-many-redirects',
  NS_ERROR_ABORT: 'blocked-by-extension',
  NS_ERROR_DOM_CORP_FAILED: 'blocked-by-corp',
  NS_ERROR_DOM_COEP_FAILED: 'blocked-by-corp',
  NS_ERROR_CONTENT_BLOCKED: 'mixed-content',
  NS_ERROR_WEBSOCKET_CONNECTION_REFUSED: 'websocket-refused',
  NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED: 'local-network-access',
  NS_ERROR_PORT_ACCESS_NOT_ALLOWED: 'port-blocked',
};

const FIREFOX_FAMILIES: readonly (readonly [prefix: string, meaning: ErrorMeaning])[] = [
  ['SEC_ERROR_', 'certificate-rejected'],
  ['SSL_ERROR_BAD_CERT', 'certificate-rejected'],
  ['MOZILLA_PKIX_ERROR_', 'certificate-rejected'],
  ['SSL_ERROR_', 'tls-failed'],
];

const CHROMIUM_PREFIX = 'net::';

const meaningIn = (
  name: string,
  table: Readonly<Record<string, ErrorMeaning>>,
  families: readonly (readonly [prefix: string, meaning: ErrorMeaning])[],
): ErrorMeaning | null => (Object.hasOwn(table, name) ? (table[name] ?? null) : (families.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null));

/**
 * Firefox names a TLS error with a sentence in the reader's language, such as "The certificate is not trusted because it
 * is self-signed." (measured in Firefox 153); every other error is an identifier.
 */
const SENTENCE = /[^\x21-\x7e]/;
/** "Certificate" in the languages that Firefox is used in most. */
const CERTIFICATE = /certif|zertif|sertif|сертиф|πιστοποι|sertyfik|certyfik|証明書|证书|證書|憑證|인증서|tanúsítvány/i;

/** How Chromium ends what a page calls off, and what it does not let a page follow (measured in Chromium 156). */
export const CALLED_OFF = 'net::ERR_ABORTED';

/** What Chromium's network panel calls a request that it never let out, because the page is secure and the address is not. */
export const MIXED_CONTENT = 'blocked:mixed-content';

/** What a browser's name of an error means; a name that no table has is a network error of no known kind. */
export function meaningOfError(error: string): ErrorMeaning {
  if (error.startsWith(CHROMIUM_PREFIX)) return meaningIn(error.slice(CHROMIUM_PREFIX.length), CHROMIUM, CHROMIUM_FAMILIES) ?? 'network-error';
  if (error === MIXED_CONTENT) return 'mixed-content';
  if (SENTENCE.test(error)) return CERTIFICATE.test(error) ? 'certificate-rejected' : 'tls-failed';
  return meaningIn(error, FIREFOX, FIREFOX_FAMILIES) ?? 'network-error';
}

/** What stops a request that CORS does not judge, and is still of this tool's concern. */
const CONCERNS_NO_CORS: ReadonlySet<ErrorMeaning> = new Set<ErrorMeaning>([
  'blocked-by-extension',
  'blocked-by-csp',
  'blocked-by-corp',
  'blocked-by-orb',
  'mixed-content',
  'local-network-access',
]);

export const concernsNoCors = (meaning: ErrorMeaning): boolean => CONCERNS_NO_CORS.has(meaning);
