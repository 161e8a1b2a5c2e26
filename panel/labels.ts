/** The names of things in a few words: broken rules, reasons for a preflight, steps of an exchange. */
import type { Failure, FailureCode, PreflightReason } from '../src/model.ts';

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

/**
 * What is wrong, for a row: the rule that broke first. A preflight's error status is named before the headers that such
 * an answer lacks, because it is why it lacks them.
 */
export function leadingLabel(failures: readonly [Failure, ...Failure[]]): string {
  const [first] = failures;
  const refused = failures.find(({ code, hop }) => code === 'preflight-status' && hop === first.hop);
  return first.stage === 'preflight' && refused?.code === 'preflight-status'
    ? `Preflight answered with ${refused.status}`
    : problemLabels[first.code];
}

/** Why the browser asked first. `value` is hostile text. */
export const reasonWords = {
  method: value => (value === null ? 'the method' : `the method ${value}`),
  header: value => (value === null ? 'a header of your own' : `the header ${value}`),
  'content-type': value => (value === null ? 'the content type' : `the content type ${value}`),
  'upload-listener': () => 'a progress listener on the upload',
  'stream-body': () => 'a body that is a stream',
  unknown: () => 'a reason that cannot be seen',
} satisfies Record<PreflightReason['kind'], (value: string | null) => string>;

/** The step-by-step story. */
export const stepWords = {
  pageAsks: 'Your page asks',
  preflight: 'The browser asks permission first (preflight)',
  request: 'The browser sends the request',
  requestAgain: 'The browser follows the redirect',
  redirect: 'The server sends the browser elsewhere',
  answer: 'The server answers',
  pageReads: 'Your page can read the answer',
  pageUses: 'Your page can use the answer, not read it',
  pageError: 'Your page gets an error and no answer',
  pageWaits: 'Your page is waiting',
  pageLeft: 'Your page gave up',
  pageUnclear: 'Whether your page could read it is not known',
  facts: {
    from: 'From',
    to: 'For',
    because: 'Because of',
    sent: 'Sent',
    cookies: 'Cookies',
    status: 'Status',
    location: 'Location',
    error: 'Error',
    answer: 'Answer',
    took: 'Took',
    allows: 'Allows',
    problem: 'Problem',
  },
  cookiesSent: 'sent',
  noAllow: 'no Access-Control header at all',
  noAnswer: 'none seen',
  fromCache: 'from the browser’s cache',
  states: {
    passed: 'passed',
    stopped: 'stopped here',
    'also-broken': 'would stop here next',
    never: 'never happened',
    waiting: 'waiting',
    unseen: 'not seen',
  },
} as const;

/** The labels of some broken rules, each once: "Header not allowed ×3". */
export function countedLabels(codes: readonly FailureCode[]): readonly string[] {
  return [...new Set(codes)].map(code => {
    const count = codes.filter(other => other === code).length;
    return count === 1 ? problemLabels[code] : `${problemLabels[code]} ×${count}`;
  });
}

const failedConnections: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'connection-refused',
  'name-not-resolved',
  'connection-lost',
  'timed-out',
  'offline',
  'address-unreachable',
  'tls-failed',
  'certificate-rejected',
  'response-malformed',
  'too-many-redirects',
  'redirect-malformed',
  'network-error',
]);

/** Whether nobody blocked anything: there was no answer to block. */
export function isFailedConnection(code: FailureCode): boolean {
  return failedConnections.has(code);
}
