/** One failure for each cause, by hand: what is behind it by the answers' own signs. */
import type { CauseCode } from '../../src/explain/causes/index.ts';
import type { Cause, Exchange, Headers, Hop } from '../../src/model.ts';
import { answer, exchange, headers, hop, type Line, preflight } from '../cors/build.ts';

export interface CauseSample {
  readonly exchange: Exchange;
  /** What else was recorded. */
  readonly others: readonly Exchange[];
  readonly confidence: Cause['confidence'];
}

export const PAGE = 'https://app.example';
export const API = 'https://api.other.example.org';
const URL_ = `${API}/data`;
export const ALLOWED: readonly Line[] = [['Access-Control-Allow-Origin', PAGE]];
export const HTML: Line = ['Content-Type', 'text/html'];

export const sent = (...more: readonly Line[]): Headers =>
  headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site'], ...more);
const asked = (names: string, method: string): Headers =>
  headers(['Origin', PAGE], ['Access-Control-Request-Method', method], ['Access-Control-Request-Headers', names]);

export const failing = (changes: Partial<Exchange>): Exchange => exchange({ initiator: PAGE, state: 'failed', error: 'net::ERR_FAILED', ...changes });

/** A GET that was answered so. */
export const answered = (status: number, lines: readonly Line[], more: Partial<Hop> = {}, about: Partial<Exchange> = {}): Exchange =>
  failing({ hops: [hop({ url: URL_, requestHeaders: sent(), response: answer(status, lines), ...more })], ...about });

/** A PUT whose preflight was answered so. */
export const asking = (status: number, lines: readonly Line[], { names = 'x-trace', method = 'PUT', url = URL_ } = {}): Exchange =>
  failing({
    hops: [
      hop({
        url,
        method,
        requestHeaders: null,
        preflights: [preflight({ url, requestHeaders: asked(names, method), response: answer(status, lines) })],
      }),
    ],
  });

/** A PUT whose preflight was allowed, and that was answered so itself. */
export const after = (status: number, lines: readonly Line[], more: Partial<Hop> = {}): Exchange =>
  failing({
    hops: [
      hop({
        url: URL_,
        method: 'PUT',
        requestHeaders: sent(),
        response: answer(status, lines),
        preflights: [
          preflight({
            url: URL_,
            requestHeaders: asked('x-trace', 'PUT'),
            response: answer(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'x-trace']]),
          }),
        ],
        ...more,
      }),
    ],
  });

/** Another exchange, which went well. */
export const good = (path: string, lines: readonly Line[] = ALLOWED): Exchange =>
  exchange({ id: `good ${path}`, initiator: PAGE, hops: [hop({ url: `${API}${path}`, requestHeaders: sent(), response: answer(200, lines) })] });

/** A picture, which was answered so and kept from the page. */
export const shown = (lines: readonly Line[]): Exchange =>
  answered(200, lines, { requestHeaders: headers(['Sec-Fetch-Mode', 'no-cors']) }, { type: 'image', error: 'net::ERR_BLOCKED_BY_RESPONSE' });

/** A WebSocket that was not opened; null: in Chromium, which does not tell what the answer was. */
export const socket = (status: number | null): Exchange =>
  exchange({
    type: 'websocket',
    initiator: PAGE,
    state: status === null ? 'failed' : 'completed',
    error: status === null ? 'net::ERR_FAILED' : null,
    log: { error: 'net::ERR_FAILED', resourceType: 'websocket', initiator: null, requestHeaders: null },
    hops: [
      hop({
        url: `${API.replace('http', 'ws')}/live`,
        requestHeaders: headers(['Origin', PAGE], ['Upgrade', 'websocket']),
        response: status === null ? null : answer(status, []),
      }),
    ],
  });

export const ended = (error: string, url = URL_): Exchange => failing({ error, hops: [hop({ url, requestHeaders: sent() })] });

const likely = (seen: Exchange, others: readonly Exchange[] = []): CauseSample => ({ exchange: seen, others, confidence: 'likely' });
const possible = (seen: Exchange, others: readonly Exchange[] = []): CauseSample => ({ exchange: seen, others, confidence: 'possible' });
const certain = (seen: Exchange, others: readonly Exchange[] = []): CauseSample => ({ exchange: seen, others, confidence: 'certain' });

export const server = (name: string): Line => ['Server', name];
export const allowing = (value: string): readonly Line[] => [['Access-Control-Allow-Origin', value]];
export const credentialed = (lines: readonly Line[]): Exchange =>
  answered(200, lines, { requestHeaders: sent(['Cookie', 'a=b'], ['Sec-Fetch-Storage-Access', 'active']) });
export const nameless = (frameId: number, topOrigin: string | null): Exchange =>
  answered(
    200,
    allowing('https://other.example'),
    { requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors']) },
    { initiator: 'null', frameId, topOrigin },
  );
export const redirected = (location: string, url = URL_, lines: readonly Line[] = []): Exchange =>
  asking(301, [['Location', location], ...lines], { url });

export const CAUSE_SAMPLES: Readonly<Record<CauseCode, CauseSample>> = {
  'response-headers-in-request': certain(
    asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT']], { names: 'access-control-allow-origin' }),
  ),
  'lower-case-method': certain(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PATCH']], { names: '', method: 'patch' })),
  'extension-rewrites-headers': certain(answered(200, [], { response: answer(200, [...ALLOWED], { delivered: [] }) })),
  'redirect-to-http': likely(
    failing({
      error: 'net::ERR_ABORTED',
      hops: [hop({ url: URL_, requestHeaders: sent(), response: answer(307, [...ALLOWED, ['Location', 'http://api.other.example.org/data']]) })],
    }),
  ),
  'redirect-to-https': certain(redirected(URL_, 'http://api.other.example.org/data')),
  'redirect-to-region': certain(
    redirected('https://files.s3.eu-west-1.amazonaws.com/a', 'https://files.s3.amazonaws.com/a', [['x-amz-bucket-region', 'eu-west-1']]),
  ),
  'redirect-www': certain(redirected('https://www.other.example.org/data', 'https://other.example.org/data')),
  'redirect-trailing-slash': certain(redirected('/data/')),
  'redirect-to-login': likely(redirected('https://login.example.org/')),
  'redirect-tainted': certain(
    failing({
      hops: [
        hop({ url: URL_, requestHeaders: sent(), response: answer(302, [...ALLOWED, ['Location', 'https://third.example/x']]) }),
        hop({
          url: 'https://third.example/x',
          requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors']),
          response: answer(200, ALLOWED),
        }),
      ],
    }),
  ),
  'redirect-elsewhere': possible(redirected('https://other.example.org/new')),
  'redirect-refused': certain(answered(302, [...ALLOWED, ['Location', 'https://user@other.example.org/']])),
  'sandboxed-frame': likely(nameless(3, PAGE)),
  'local-file': likely(nameless(0, null)),
  'opaque-origin': likely(nameless(-1, PAGE)),
  'client-certificate': certain(ended('net::ERR_BAD_SSL_CLIENT_AUTH_CERT')),
  'bot-challenge': certain(asking(403, [server('cloudflare'), ['cf-mitigated', 'challenge']])),
  'cdn-forbids-options': likely(asking(403, [server('CloudFront'), ['X-Cache', 'Error from cloudfront']])),
  'iis-answers-options': likely(
    asking(200, [server('Microsoft-IIS/10.0'), ['Allow', 'OPTIONS, TRACE, GET, HEAD, POST'], ['Public', 'OPTIONS, TRACE, GET, HEAD, POST']]),
  ),
  'options-answered-by-framework': likely(asking(200, [['Allow', 'GET, HEAD, PUT, OPTIONS']])),
  'options-not-public': likely(asking(403, [server('Google Frontend'), HTML], { url: 'https://api-abc-ew.a.run.app/data' })),
  'gateway-checks-key': likely(asking(401, [['x-amzn-errortype', 'UnauthorizedException']])),
  'gateway-has-no-options': likely(asking(403, [['x-amzn-errortype', 'MissingAuthenticationTokenException']])),
  'auth-before-cors': certain(asking(401, [['WWW-Authenticate', 'Basic realm="api"']])),
  'preflight-forbidden': possible(asking(403, [])),
  'preflight-rejected': likely(asking(400, [server('uvicorn'), ['Content-Type', 'text/plain; charset=utf-8']])),
  'no-options-route': likely(asking(404, [])),
  'origin-check-throws': likely(asking(500, [['X-Powered-By', 'Express'], HTML])),
  'silent-refusal': possible(asking(204, [])),
  'header-misspelt': certain(answered(200, [['Access-Control-Allow-Orgin', PAGE]])),
  'kept-without-cors': likely(answered(200, [], { response: answer(200, [], { fromCache: true }) })),
  'vary-missing': likely(answered(200, [...allowing('https://shop.example'), ['X-Cache', 'HIT']])),
  'dev-server': likely(answered(200, [], { url: 'http://192.168.1.7:5173/@vite/client' })),
  'body-too-large': certain(after(413, [server('nginx'), HTML])),
  'too-many-requests': certain(answered(429, [])),
  'output-before-headers': likely(after(200, [['X-Powered-By', 'PHP/8.2.1'], HTML])),
  'nginx-not-always': likely(answered(404, [server('nginx/1.22.1')]), [good('/data', [...ALLOWED, server('nginx/1.22.1')])]),
  'nginx-inheritance': likely(answered(200, [server('nginx/1.22.1'), ['X-Frame-Options', 'DENY']]), [
    good('/other', [...ALLOWED, server('nginx/1.22.1')]),
  ]),
  'api-gateway-error': likely(answered(500, [['x-amzn-errortype', 'InternalServerErrorException']])),
  'not-signed-in': likely(answered(401, [])),
  'request-forbidden': possible(answered(403, [])),
  'sign-in-refused': likely(answered(401, [], { requestHeaders: sent(['Authorization', 'Bearer x']) })),
  'wrong-address': likely(answered(404, [])),
  'method-not-offered': likely(after(405, [['Allow', 'GET']])),
  'gateway-error': likely(answered(502, [])),
  'errors-lose-headers': likely(answered(409, []), [good('/data')]),
  'server-error': likely(answered(500, [])),
  'only-preflight-allowed': likely(after(200, [])),
  'remembered-preflight': possible(answered(200, [], { method: 'PUT' })),
  'service-worker-opaque': likely(failing({ hops: [hop({ url: URL_, requestHeaders: null })], opaqueCopyAt: 1 })),
  'error-without-headers': possible(answered(418, [])),
  'lambda-url-twice': likely(answered(200, [...ALLOWED, ...ALLOWED], { url: 'https://abc.lambda-url.eu-west-1.on.aws/' })),
  'added-twice': likely(answered(200, [...ALLOWED, ...ALLOWED])),
  'list-of-origins': likely(answered(200, allowing(`${PAGE}, https://shop.example`))),
  'any-origin-with-credentials': certain(credentialed(allowing('*'))),
  'origin-pattern': certain(answered(200, allowing('https://*.example'))),
  'origin-misconfigured': likely(answered(200, allowing('app.example'))),
  'own-origin-allowed': likely(answered(200, allowing(API))),
  'other-loopback-name': likely(
    answered(
      200,
      allowing('http://localhost:3000'),
      { requestHeaders: headers(['Origin', 'http://127.0.0.1:3000'], ['Sec-Fetch-Mode', 'cors']) },
      { initiator: 'http://127.0.0.1:3000' },
    ),
  ),
  'with-or-without-www': likely(answered(200, allowing('https://www.app.example'))),
  'other-scheme-allowed': likely(answered(200, allowing('http://app.example'))),
  'other-port-allowed': likely(answered(200, allowing('https://app.example:8443'))),
  'other-origin-allowed': likely(answered(200, allowing('https://shop.example'))),
  'credentials-not-true': certain(credentialed([...ALLOWED, ['Access-Control-Allow-Credentials', 'True']])),
  'credentials-not-allowed': certain(credentialed(ALLOWED)),
  'tracing-headers': likely(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT']], { names: 'traceparent' })),
  'library-headers': likely(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT']], { names: 'x-requested-with' })),
  'content-type-not-listed': certain(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT']], { names: 'content-type' })),
  'star-is-no-list': certain(
    asking(204, [
      ...ALLOWED,
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', '*'],
    ]),
  ),
  'entry-misspelt': likely(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'X-Tarce']])),
  'list-in-lower-case': certain(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'get,put']], { names: '' })),
  'list-incomplete': certain(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'x-other-one']])),
  'list-malformed': certain(asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', '"PUT"'], ['Access-Control-Allow-Headers', 'x-trace']])),
  'web-font': likely(answered(200, [], {}, { type: 'font' })),
  'image-with-crossorigin': likely(answered(200, [], {}, { type: 'image' })),
  'element-with-crossorigin': likely(answered(200, [], {}, { type: 'stylesheet' })),
  'module-script': likely(answered(200, [], {}, { type: 'script' })),
  'cors-not-set-up': possible(answered(200, [])),
  'tunnel-warning': certain(answered(200, [HTML, ['ngrok-error-code', 'ERR_NGROK_6024']])),
  'apps-script': likely(asking(405, [], { url: 'https://script.google.com/macros/s/a/exec', names: 'content-type', method: 'POST' })),
  's3-bucket': certain(asking(403, [server('AmazonS3')])),
  'r2-bucket': likely(asking(403, [server('cloudflare')], { url: 'https://abc.r2.cloudflarestorage.com/files/a' })),
  'google-storage-bucket': likely(answered(200, [server('UploadServer'), ['x-guploader-uploadid', 'a']])),
  'azure-storage': certain(asking(403, [server('Windows-Azure-Blob/1.0'), ['x-ms-error-code', 'CorsPreflightFailure']])),
  'azure-app-service': possible(asking(204, [], { url: 'https://orders.azurewebsites.net/api' })),
  'keycloak-web-origins': likely(answered(200, [], { url: 'https://id.example.org/realms/main/protocol/openid-connect/token' })),
  'supabase-function': likely(asking(500, [], { url: 'https://abc.supabase.co/functions/v1/mail' })),
  'certificate-not-trusted': certain(ended('net::ERR_CERT_AUTHORITY_INVALID')),
  'proxy-fails': certain(ended('net::ERR_TUNNEL_CONNECTION_FAILED')),
  'network-changed': certain(ended('net::ERR_NETWORK_CHANGED')),
  'plain-http-port': likely(ended('net::ERR_SSL_PROTOCOL_ERROR', 'https://localhost:8080/data')),
  'tls-not-agreed': likely(ended('net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH')),
  'nothing-listens': certain(ended('net::ERR_CONNECTION_REFUSED')),
  'name-unknown': certain(ended('net::ERR_NAME_NOT_RESOLVED')),
  'connection-cut': certain(ended('net::ERR_EMPTY_RESPONSE')),
  'no-answer-in-time': certain(ended('net::ERR_TIMED_OUT')),
  'computer-offline': certain(ended('net::ERR_INTERNET_DISCONNECTED')),
  'no-way-there': certain(ended('net::ERR_ADDRESS_UNREACHABLE')),
  'answer-malformed': certain(ended('net::ERR_INVALID_HTTP_RESPONSE')),
  'redirect-loop': certain(ended('net::ERR_TOO_MANY_REDIRECTS')),
  'redirect-broken': certain(ended('net::ERR_INVALID_REDIRECT')),
  'request-blocker': certain(ended('net::ERR_BLOCKED_BY_CLIENT')),
  'content-security-policy': certain(ended('net::ERR_BLOCKED_BY_CSP')),
  'embedder-policy': certain(shown([])),
  'resource-policy': certain(shown([['Cross-Origin-Resource-Policy', 'same-origin']])),
  'opaque-response-blocking': certain(ended('net::ERR_BLOCKED_BY_ORB')),
  'insecure-address': certain(ended('blocked:mixed-content', 'http://api.other.example.org/data')),
  'local-network': certain(ended('net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS')),
  'forbidden-port': certain(ended('net::ERR_UNSAFE_PORT')),
  'websocket-redirected': certain(socket(301)),
  'websocket-sign-in': likely(socket(401)),
  'websocket-origin': likely(socket(403)),
  'websocket-not-offered': likely(socket(404)),
  'websocket-server-error': likely(socket(502)),
  'not-cors': certain(ended('net::ERR_SOMETHING_NEW')),
  unknown: possible(answered(200, [...ALLOWED, ['Access-Control-Allow-Credentials', 'true']])),
};
