/** One record a code: everything about a broken rule that is data and the same in every language. */
import type { Failure, FailureCode, FailureOf, Responsible } from '../model.ts';

const FETCH = 'https://fetch.spec.whatwg.org/';
const CORS_CHECK = `${FETCH}#concept-cors-check`;
const PREFLIGHT = `${FETCH}#cors-preflight-fetch-0`;
const REDIRECT = `${FETCH}#http-redirect-fetch`;
const HTTP_FETCH = `${FETCH}#http-network-fetch`;
const MIXED_CONTENT = 'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch';
const BLOCKING = `${FETCH}#main-fetch`;

interface FailureRecord<C extends FailureCode> {
  /** False where the page sees the same error, but no rule of the CORS protocol was broken. */
  readonly isCors: boolean;
  /** Who can mend it, unless the cause tells better. */
  readonly responsible: Responsible;
  /** The response header that the rule is about; null where it is about none. */
  readonly header: string | null;
  /** What was received there; null where nothing was. */
  readonly received: (failure: FailureOf<C>) => string | null;
  /** URL of the clause. */
  readonly spec: string;
}

const nothing = (): null => null;
const value = (failure: { readonly value: string | null }): string | null => failure.value;

const network = (responsible: Responsible, spec = HTTP_FETCH) => ({
  isCors: false,
  responsible,
  header: null,
  received: ({ error }: { readonly error: string }): string | null => error || null,
  spec,
});

const server = { isCors: true, responsible: 'server' } as const;
const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';

export const FAILURES = {
  'allow-origin-missing': { ...server, header: ALLOW_ORIGIN, received: nothing, spec: CORS_CHECK },
  'allow-origin-wildcard-with-credentials': { ...server, header: ALLOW_ORIGIN, received: () => '*', spec: CORS_CHECK },
  'allow-origin-multiple': { ...server, header: ALLOW_ORIGIN, received: value, spec: CORS_CHECK },
  'allow-origin-invalid': { ...server, header: ALLOW_ORIGIN, received: value, spec: CORS_CHECK },
  'allow-origin-mismatch': { ...server, header: ALLOW_ORIGIN, received: value, spec: CORS_CHECK },
  'allow-credentials-missing': { ...server, header: ALLOW_CREDENTIALS, received: nothing, spec: CORS_CHECK },
  'allow-credentials-invalid': { ...server, header: ALLOW_CREDENTIALS, received: value, spec: CORS_CHECK },
  'preflight-status': { ...server, header: null, received: ({ status }) => String(status), spec: PREFLIGHT },
  'preflight-redirect': { ...server, header: 'Location', received: ({ location }) => location, spec: PREFLIGHT },
  'allow-methods-invalid': { ...server, header: 'Access-Control-Allow-Methods', received: value, spec: PREFLIGHT },
  'allow-headers-invalid': { ...server, header: 'Access-Control-Allow-Headers', received: value, spec: PREFLIGHT },
  'method-not-allowed': { ...server, header: 'Access-Control-Allow-Methods', received: value, spec: PREFLIGHT },
  'header-not-allowed': { ...server, header: 'Access-Control-Allow-Headers', received: value, spec: PREFLIGHT },
  'redirect-with-userinfo': { ...server, header: 'Location', received: ({ location }) => location, spec: REDIRECT },
  'redirect-scheme': { ...server, header: 'Location', received: ({ location }) => location, spec: REDIRECT },
  'redirect-insecure': { isCors: false, responsible: 'server', header: 'Location', received: ({ location }) => location, spec: MIXED_CONTENT },
  'connection-refused': network('server'),
  'name-not-resolved': network('network'),
  'connection-lost': network('server'),
  'timed-out': network('server'),
  offline: network('network'),
  'address-unreachable': network('network'),
  'tls-failed': network('server'),
  'certificate-rejected': network('server'),
  'response-malformed': network('server'),
  'too-many-redirects': network('server', REDIRECT),
  'redirect-malformed': network('server', REDIRECT),
  'blocked-by-extension': network('extension', BLOCKING),
  'blocked-by-csp': network('page', BLOCKING),
  'blocked-by-corp': network('server', `${FETCH}#cross-origin-resource-policy-header`),
  'blocked-by-orb': network('server', 'https://github.com/annevk/orb'),
  'mixed-content': network('page', MIXED_CONTENT),
  'local-network-access': network('browser', 'https://wicg.github.io/local-network-access/'),
  'port-blocked': network('server', `${FETCH}#port-blocking`),
  'websocket-refused': network('server', 'https://websockets.spec.whatwg.org/#concept-websocket-establish'),
  'network-error': network('network'),
  unexplained: network('browser', BLOCKING),
} as const satisfies { readonly [C in FailureCode]: FailureRecord<C> };

/** The record of a failure, with its evidence read. */
export const recordOf = (failure: Failure): FailureRecord<FailureCode> => FAILURES[failure.code] as FailureRecord<FailureCode>;
