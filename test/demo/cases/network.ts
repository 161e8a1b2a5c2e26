/** What has nothing to do with CORS, although the page sees the same error. */
import type { FailureCode } from '../../../src/model.ts';
import type { DemoCase } from '../model.ts';
import { ALLOW_PAGE, answer, ask, askPut, type CaseSpec, group, hop, hopUrl, PUT_LINES, passing, type Refusal, refused } from './build.ts';

const MISSING = { chromium: 'MissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' } as const;

/** A port that is assigned to nobody (IANA), that no unprivileged program can take, and that browsers do not block. */
const DEAD_PORT = 4;

/** A port of IRC, which every browser blocks. */
const BLOCKED_PORT = 6667;

const ERRORS: readonly CaseSpec[] = (
  [
    [404, 'Not found', 'does not know the address', []],
    [413, 'Too large', 'finds the request too large', ['Server: nginx']],
    [500, 'A crash', 'breaks down', []],
    [502, 'A bad gateway', 'is a gateway whose own server does not answer', ['Server: nginx']],
  ] as const
).map(([status, title, does, lines]) => ({
  id: `status-${status}`,
  title: `${title}: ${status} without headers`,
  does: `The page sends JSON, and the browser asks first and may. Then the server ${does}, and its error has no CORS header.`,
  request: askPut(),
  answers: [hop(answer(status, lines), passing(...PUT_LINES))],
  expected: refused('allow-origin-missing', 'response', MISSING),
}));

interface Broken extends Partial<CaseSpec> {
  readonly id: string;
  readonly title: string;
  readonly does: string;
  readonly code: FailureCode;
  readonly error: string;
  readonly refusal?: Partial<Refusal>;
}

const broken = ({ code, error, refusal = {}, ...each }: Broken): CaseSpec => ({
  answers: [hop(answer(200, [ALLOW_PAGE]))],
  expected: refused(code, 'network', { chromium: null, chromiumError: error, firefox: 'CORSDidNotSucceed', ...refusal }),
  ...each,
});

const BROKEN: readonly CaseSpec[] = [
  broken({
    id: 'connection-refused',
    title: 'Nobody is there',
    does: 'The page asks a port on which no server listens.',
    request: ask({ url: `http://127.0.0.1:${DEAD_PORT}/case/{id}?run={run}` }),
    code: 'connection-refused',
    error: 'net::ERR_CONNECTION_REFUSED',
    refusal: { firefoxErrors: ['NS_ERROR_CONNECTION_REFUSED'] },
  }),
  broken({
    id: 'name-not-resolved',
    title: 'No such host',
    does: 'The page asks a name that does not exist.',
    request: ask({ url: 'http://no-such-host.invalid/case/{id}?run={run}' }),
    code: 'name-not-resolved',
    error: 'net::ERR_NAME_NOT_RESOLVED',
    refusal: { firefoxErrors: ['NS_ERROR_UNKNOWN_HOST'] },
  }),
  broken({
    id: 'tls-failed',
    title: 'https to a server of http',
    does: 'The page asks with https, and the server speaks plain http.',
    request: ask({ url: 'https://127.0.0.1:{api-port}/case/{id}?run={run}' }),
    code: 'tls-failed',
    error: 'net::ERR_SSL_PROTOCOL_ERROR',
    refusal: { firefoxErrors: ['SSL received a record that exceeded the maximum permissible length.'] },
  }),
  broken({
    id: 'certificate-rejected',
    title: 'A certificate of its own making',
    does: 'The page asks with https, and nobody vouches for the server’s certificate.',
    request: ask({ url: hopUrl('untrusted', 0) }),
    code: 'certificate-rejected',
    error: 'net::ERR_CERT_AUTHORITY_INVALID',
    refusal: { firefoxErrors: ['The certificate is not trusted because it is self-signed.'] },
  }),
  broken({
    id: 'connection-cut',
    title: 'Cut off',
    does: 'The server closes the connection without a word.',
    answers: [hop('cut')],
    code: 'connection-lost',
    error: 'net::ERR_EMPTY_RESPONSE',
    refusal: { firefoxErrors: ['NS_ERROR_NET_RESET'] },
  }),
  broken({
    id: 'response-malformed',
    title: 'Not HTTP',
    does: 'The server answers with something that is not HTTP.',
    answers: [hop({ raw: 'SSH-2.0-OpenSSH_9.9\r\n\r\n' })],
    code: 'response-malformed',
    error: 'net::ERR_INVALID_HTTP_RESPONSE',
    only: { engine: 'chromium', because: 'Firefox takes it for the body of an HTTP/0.9 answer, which has no headers.' },
  }),
  broken({
    id: 'two-lengths',
    title: 'Two lengths',
    does: 'The server gives two different lengths for one answer.',
    answers: [hop({ raw: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{}\n' })],
    code: 'response-malformed',
    error: 'net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH',
    refusal: { firefoxErrors: ['NS_ERROR_CORRUPTED_CONTENT'] },
  }),
  broken({
    id: 'port-blocked',
    title: 'A port that browsers block',
    does: 'The page asks a port that belongs to another protocol, and the browser does not even try.',
    request: ask({ url: `http://127.0.0.1:${BLOCKED_PORT}/case/{id}?run={run}` }),
    code: 'port-blocked',
    error: 'net::ERR_UNSAFE_PORT',
    refusal: { firefox: null },
    unseenBy: ['firefox'],
  }),
  broken({
    id: 'proxy-login',
    title: 'The login of a proxy',
    does: 'The server answers 407 as only a proxy may, and there is no proxy.',
    answers: [hop(answer(407, [ALLOW_PAGE, 'Proxy-Authenticate: Basic realm="demo"']))],
    code: 'network-error',
    error: 'net::ERR_UNEXPECTED_PROXY_AUTH',
    only: { engine: 'chromium', because: 'Firefox hands a 407 to the page like any other answer.' },
  }),
];

export const NETWORK: readonly DemoCase[] = [...group('Errors that lost their headers', ERRORS), ...group('No answer at all', BROKEN)];
