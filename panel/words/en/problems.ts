/** English: the broken rules. */
import type { FailureCode } from '../../../src/model.ts';

/** The broken rule in two or three words, for a row. */
export const problemLabels = {
  'allow-origin-missing': 'No Allow-Origin header',
  'allow-origin-wildcard-with-credentials': 'Allow-Origin * with credentials',
  'allow-origin-multiple': 'Several Allow-Origin values',
  'allow-origin-invalid': 'Allow-Origin is not an origin',
  'allow-origin-mismatch': 'Allow-Origin does not match',
  'allow-credentials-missing': 'No Allow-Credentials header',
  'allow-credentials-invalid': 'Allow-Credentials is not “true”',
  'preflight-status': 'Preflight answered with an error',
  'preflight-redirect': 'Preflight was redirected',
  'allow-methods-invalid': 'Allow-Methods cannot be read',
  'allow-headers-invalid': 'Allow-Headers cannot be read',
  'method-not-allowed': 'Method not allowed',
  'header-not-allowed': 'Header not allowed',
  'redirect-with-userinfo': 'Redirect holds a password',
  'redirect-scheme': 'Redirect leaves http(s)',
  'redirect-insecure': 'Redirect leads from https to http',
  'connection-refused': 'Connection refused',
  'name-not-resolved': 'Host name not found',
  'connection-lost': 'Connection lost',
  'timed-out': 'Timed out',
  offline: 'No network',
  'address-unreachable': 'Address unreachable',
  'tls-failed': 'Secure connection failed',
  'certificate-rejected': 'Certificate rejected',
  'response-malformed': 'Answer is not valid HTTP',
  'too-many-redirects': 'Too many redirects',
  'redirect-malformed': 'Redirect leads nowhere',
  'blocked-by-extension': 'Stopped by another extension',
  'blocked-by-csp': 'Stopped by the page’s own policy (CSP)',
  'blocked-by-corp': 'Stopped by the server’s CORP header',
  'blocked-by-orb': 'Not the kind of content asked for (ORB)',
  'mixed-content': 'Insecure request from a secure page',
  'local-network-access': 'Local network is off limits',
  'port-blocked': 'Port is forbidden',
  'network-error': 'Network error',
  unexplained: 'Refused for a reason out of sight',
} satisfies Record<FailureCode, string>;

export const preflightAnswered = (status: number): string => `Preflight answered with ${status}`;
