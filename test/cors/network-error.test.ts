import { describe, expect, it } from 'vitest';
import { concernsNoCors, meaningOfError } from '../../src/cors/network-error.ts';

describe('what an error means', () => {
  it.each([
    // Chromium 156 said these of the cases named.
    ['net::ERR_FAILED', 'refused'], // a broken rule
    ['net::ERR_UNSAFE_REDIRECT', 'refused'], // a redirect to data:
    ['net::ERR_ABORTED', 'cancelled'], // AbortController
    ['net::ERR_CACHE_MISS', 'cancelled'], // a font's first try
    ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['net::ERR_NAME_NOT_RESOLVED', 'name-not-resolved'],
    ['net::ERR_EMPTY_RESPONSE', 'connection-lost'],
    ['net::ERR_CONNECTION_CLOSED', 'connection-lost'], // cut in the TLS handshake
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'connection-lost'], // cut in the body
    ['net::ERR_TIMED_OUT', 'timed-out'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'address-unreachable'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls-failed'], // TLS to a plain port
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls-failed'], // TLS 1.1
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-rejected'], // self-signed
    ['net::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'certificate-rejected'],
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'certificate-rejected'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'response-malformed'],
    ['net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH', 'response-malformed'],
    ['net::ERR_CONTENT_DECODING_FAILED', 'response-malformed'],
    ['net::ERR_TOO_MANY_REDIRECTS', 'too-many-redirects'],
    ['net::ERR_INVALID_REDIRECT', 'redirect-malformed'], // Location: http://[
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-extension'],
    ['net::ERR_BLOCKED_BY_CSP', 'blocked-by-csp'],
    ['net::ERR_BLOCKED_BY_RESPONSE', 'blocked-by-corp'],
    ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', 'blocked-by-corp'],
    ['net::ERR_BLOCKED_BY_ORB', 'blocked-by-orb'],
    ['net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'local-network-access'],
    ['net::ERR_UNSAFE_PORT', 'port-blocked'],
    ['net::ERR_UNEXPECTED_PROXY_AUTH', 'network-error'], // a 407 from a server that is no proxy
    // Firefox ESR 153
    ['NS_ERROR_DOM_BAD_URI', 'refused'],
    ['NS_ERROR_NET_ON_RECEIVING_FROM', 'refused'], // a refused redirect
    ['NS_ERROR_UNEXPECTED', 'refused'], // the same, at random
    ['NS_BINDING_ABORTED', 'cancelled'],
    ['NS_ERROR_CONNECTION_REFUSED', 'connection-refused'],
    ['NS_ERROR_UNKNOWN_HOST', 'name-not-resolved'],
    ['NS_ERROR_NET_RESET', 'connection-lost'],
    ['NS_ERROR_NET_PARTIAL_TRANSFER', 'connection-lost'],
    ['NS_ERROR_NET_TIMEOUT', 'timed-out'],
    ['NS_ERROR_OFFLINE', 'offline'],
    ['The certificate is not trusted because it is self-signed.', 'certificate-rejected'],
    ['Dem Zertifikat wird nicht vertraut, weil es vom Aussteller selbst signiert wurde.', 'certificate-rejected'],
    ['Peer reports incompatible or unsupported protocol version.', 'tls-failed'],
    ['SSL received a record that exceeded the maximum permissible length.', 'tls-failed'],
    ['SEC_ERROR_UNKNOWN_ISSUER', 'certificate-rejected'],
    ['SSL_ERROR_BAD_CERT_DOMAIN', 'certificate-rejected'],
    ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'certificate-rejected'],
    ['SSL_ERROR_RX_RECORD_TOO_LONG', 'tls-failed'],
    ['NS_ERROR_CORRUPTED_CONTENT', 'response-malformed'],
    ['NS_ERROR_DOM_INVALID_HEADER_VALUE', 'response-malformed'],
    ['NS_ERROR_REDIRECT_LOOP', 'too-many-redirects'],
    ['NS_ERROR_DOM_CORP_FAILED', 'blocked-by-corp'],
    ['NS_ERROR_ABORT', 'blocked-by-extension'],
    ['NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED', 'local-network-access'],
    ['NS_ERROR_PORT_ACCESS_NOT_ALLOWED', 'port-blocked'],
    // names that no table has
    ['net::ERR_SOMETHING_NEW', 'network-error'],
    ['NS_ERROR_SOMETHING_NEW', 'network-error'],
    ['', 'network-error'],
    ['net::toString', 'network-error'],
    ['__proto__', 'network-error'],
  ] as const)('%s: %s', (error, meaning) => expect(meaningOfError(error)).toBe(meaning));

  it.each(['blocked-by-extension', 'blocked-by-csp', 'blocked-by-corp', 'blocked-by-orb', 'mixed-content', 'local-network-access'] as const)(
    '%s concerns plain loads too',
    code => expect(concernsNoCors(code)).toBe(true),
  );
  it.each(['refused', 'cancelled', 'connection-refused', 'response-malformed', 'network-error'] as const)('%s does not', code =>
    expect(concernsNoCors(code)).toBe(false),
  );
});
