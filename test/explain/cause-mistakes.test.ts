/** What is easily taken for another cause: answers as servers, gateways and networks of many kinds really give them. */
import { describe, expect, it } from 'vitest';
import type { Exchange, Hop } from '../../src/model.ts';
import { answer, headers, hop, type Line, preflight } from '../cors/build.ts';
import { type CauseRow, explainRow } from './cause-row.ts';
import {
  ALLOWED,
  API,
  after,
  allowing,
  answered,
  asking,
  ended,
  failing,
  good,
  HTML,
  nameless,
  PAGE,
  sent,
  server,
  socket,
} from './cause-samples.ts';

const S = 'https://api.other.example.org';
const H = 'http://api.other.example.org';

const SPRING: Line = ['Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'];
const EXPRESS: Line = ['X-Powered-By', 'Express'];
const HIT: Line = ['X-Cache', 'HIT'];
const SHOP = allowing('https://shop.example');
const CLOUDFRONT: Line = ['X-Cache', 'Error from cloudfront'];
const PREFLIGHT_OK = preflight({
  requestHeaders: headers(['Origin', PAGE], ['Access-Control-Request-Method', 'PUT']),
  response: answer(204, ALLOWED),
});

const at = (seconds: number): Line => ['Date', new Date(Date.UTC(2026, 0, 1, 12, 0, seconds)).toUTCString()];
const NOON = Date.UTC(2026, 0, 1, 12);

/** A GET whose way led over these addresses; the last answer names nobody. */
const led = (...urls: readonly string[]): Exchange =>
  failing({
    hops: urls.map((url, index) => {
      const next = urls[index + 1];
      return hop({ url, requestHeaders: sent(), response: next === undefined ? answer(200) : answer(302, [...allowing('*'), ['Location', next]]) });
    }),
  });
/** A preflight that was redirected. */
const moved = (url: string, to: string): Exchange => asking(301, [['Location', to]], { url });
/** In Firefox, before its network log told the lines. */
const joined = (value: string): Exchange => answered(200, [], { response: answer(200, allowing(value), { linesKnown: false }) });
/** A GET that was led from http to this answer over https, and lost its origin on the way. */
const taintedBy = (status: number, lines: readonly Line[]): Exchange => {
  const seen = led(`${H}/data`, `${S}/data`);
  return {
    ...seen,
    hops: seen.hops.map((each, index) =>
      index === 0 ? each : { ...each, requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors']), response: answer(status, lines) },
    ),
  };
};
const KEYCLOAK = 'https://id.example.org/realms/main/protocol/openid-connect/token';
const NGROK_WARNS: Line = ['ngrok-error-code', 'ERR_NGROK_6024'];
const EDGE = 'https://abc.supabase.co/functions/v1/mail';
const SERVICE = 'https://api-x.a.run.app/data';
const bare = (lines: readonly Line[] = [], more: Partial<Hop> = {}): Exchange => answered(200, lines, more, { id: 'bare' });
const kept = (lines: readonly Line[] = [], more: Partial<Exchange> = {}): Exchange =>
  answered(200, lines, { response: answer(200, lines, { fromCache: true }) }, more);
/** A PUT of whose preflight the browser remembers that it was allowed. */
const again = (): Exchange => answered(200, [], { method: 'PUT' });
const service = (status: number, lines: readonly Line[]): Exchange => answered(status, lines, { url: 'https://api-x.a.run.app/data' });
const wss = (status: number, lines: readonly Line[]): Exchange => {
  const seen = socket(status);
  return { ...seen, hops: seen.hops.map(each => ({ ...each, url: each.url.replace('ws:', 'wss:'), response: answer(status, lines) })) };
};

const ROWS: readonly CauseRow[] = [
  // Redirects
  ['https that a redirect took to http, and another back', led(`${S}/data`, `${H}/data/`, `${S}/data/`), 'redirect-to-http', 'likely'],
  [
    'another server’s http',
    failing({
      hops: [hop({ url: `${S}/data`, requestHeaders: sent(), response: answer(302, [...ALLOWED, ['Location', 'http://feed.example/x']]) })],
    }),
    'redirect-to-http',
    'possible',
  ],
  ['a sign-in of Google’s', moved(`${S}/exec`, 'https://accounts.google.com/ServiceLogin?continue=x'), 'redirect-to-login', 'likely'],
  ['a sign-in of F5’s', moved(`${S}/data`, `${S}/my.policy`), 'redirect-to-login', 'likely'],
  ['a sign-in of ASP.NET’s', moved(`${S}/data`, `${S}/UserLogin.aspx?ReturnUrl=x`), 'redirect-to-login', 'likely'],
  ['a sign-in of Rails’', moved(`${S}/data`, `${S}/session/new`), 'redirect-to-login', 'likely'],
  ['a plug-in’s address', moved(`${S}/data`, `${S}/plugin/data`), 'redirect-elsewhere', 'possible'],
  ['the front page, with www', moved('https://other.example.org/api/v1/data', 'https://www.other.example.org/'), 'redirect-elsewhere', 'possible'],
  ['the front page, over https', moved(`${H}/api/v1/data`, `${S}/`), 'redirect-elsewhere', 'possible'],
  ['a slash, and http behind a proxy', moved(`${S}/data`, `${H}/data/`), 'redirect-trailing-slash', 'likely'],
  ['a slash, and the port inside of a container', moved('http://localhost:8080/data', 'http://localhost/data/'), 'redirect-trailing-slash', 'likely'],
  // Who refused a preflight
  ['Spring’s refusal behind CloudFront', asking(403, [SPRING, CLOUDFRONT]), 'preflight-forbidden', 'likely'],
  ['Spring’s refusal behind Cloudflare', asking(403, [SPRING, server('cloudflare')]), 'preflight-forbidden', 'likely'],
  ['Spring’s refusal behind a gateway', asking(403, [SPRING, ['apigw-requestid', 'x']]), 'preflight-forbidden', 'likely'],
  ['Django’s 405 behind CloudFront', asking(405, [server('gunicorn'), ['Allow', 'GET, HEAD'], CLOUDFRONT]), 'no-options-route', 'likely'],
  ['CloudFront’s own refusal', asking(403, [server('CloudFront'), CLOUDFRONT]), 'cdn-forbids-options', 'likely'],
  ['Azure’s gateway, which wants its key', asking(401, [['WWW-Authenticate', 'AzureApiManagementKey realm="x"']]), 'gateway-checks-key', 'likely'],
  ['a proxy of the browser’s that wants a sign-in', asking(407, [['Proxy-Authenticate', 'Basic']]), 'proxy-fails', 'likely'],
  ['an unknown path of a server that knows CORS', asking(404, ALLOWED), 'wrong-address', 'likely'],
  [
    'an unknown path of a server whose other preflights pass',
    asking(404, []),
    'wrong-address',
    'likely',
    [{ ...asking(204, ALLOWED, { url: `${API}/items` }), id: 'other' }],
  ],
  [
    'a path whose other preflights fail, too',
    asking(404, []),
    'no-options-route',
    'likely',
    [{ ...asking(404, [], { url: `${API}/items` }), id: 'other' }],
  ],
  [
    'a path that a GET is answered at',
    asking(404, ALLOWED),
    'no-options-route',
    'likely',
    [good('/data'), { ...asking(204, ALLOWED, { url: `${API}/items` }), id: 'other' }],
  ],
  ['a tunnel that is closed', asking(404, [['ngrok-error-code', 'ERR_NGROK_3200'], HTML]), 'gateway-error', 'likely'],
  ['a tunnel that is closed, asked at once', answered(404, [['ngrok-error-code', 'ERR_NGROK_3200'], HTML]), 'gateway-error', 'likely'],
  ['an Express whose other answers pass its check', asking(500, [EXPRESS]), 'server-error', 'likely', [bare([EXPRESS])]],
  // Preflights that fail by their status, whatever their headers
  ['a misspelt header on a preflight that nothing answers', asking(405, [['Access-Control-Allow-Orgin', PAGE]]), 'no-options-route', 'likely'],
  ['a pattern on a gateway’s error', asking(502, allowing('https://*.example')), 'gateway-error', 'likely'],
  ['another origin on an error of the application', asking(500, SHOP), 'server-error', 'likely'],
  ['another origin on what was asked too often', asking(429, SHOP), 'too-many-requests', 'certain'],
  ['a header twice on an error', asking(500, [...ALLOWED, ...ALLOWED]), 'server-error', 'likely'],
  ['a refusal of what is asked without a preflight', answered(407, []), 'proxy-fails', 'likely'],
  ['Keycloak’s proxy, which forbids OPTIONS', asking(405, [server('nginx')], { url: KEYCLOAK }), 'no-options-route', 'likely'],
  [
    'ASP.NET behind IIS, which offers other methods',
    asking(405, [server('Microsoft-IIS/10.0'), ['Allow', 'GET, POST']]),
    'no-options-route',
    'likely',
  ],
  ['IIS itself', asking(200, [server('Microsoft-IIS/10.0'), ['Allow', 'OPTIONS, TRACE, GET, HEAD, POST']]), 'iis-answers-options', 'likely'],
  ['Akamai’s edge', asking(501, [server('AkamaiGHost')]), 'cdn-forbids-options', 'likely'],
  ['Vercel without a deployment', asking(404, [['x-vercel-error', 'NOT_FOUND']]), 'wrong-address', 'likely'],
  ['Railway without a deployment', asking(404, [['x-railway-fallback', 'true']]), 'wrong-address', 'likely'],
  ['a Supabase function that is not there', asking(404, [['sb-gateway-version', '1']], { url: EDGE }), 'supabase-function', 'likely'],
  [
    'a Django behind nginx that does not know the host',
    asking(400, [server('nginx'), HTML, ['X-Content-Type-Options', 'nosniff']], { url: `${S}/data` }),
    'preflight-rejected',
    'possible',
  ],
  [
    'a copy of another page’s preflight',
    asking(200, [...SHOP, ['X-Cache', 'Hit from cloudfront'], ['Access-Control-Allow-Methods', 'PUT']]),
    'vary-missing',
    'likely',
  ],
  // Redirects whose last server refuses, too
  ['https, where the last server knows no CORS', taintedBy(200, []), 'redirect-to-https', 'likely'],
  ['https, where the last server names the page', taintedBy(200, ALLOWED), 'redirect-to-https', 'certain'],
  ['https, where the last server names another', taintedBy(200, SHOP), 'redirect-to-https', 'likely'],
  [
    'a sign-in that has moved to another host',
    moved('https://shop-api.vercel.app/api/auth/login', 'https://shop-api.example/api/auth/login'),
    'redirect-elsewhere',
    'possible',
  ],
  ['a sign-in page that is told where to go on to', moved(`${S}/login`, `${S}/account/login?next=/login`), 'redirect-to-login', 'likely'],
  ['a picture at a service for sign-ins', moved(`${S}/picture`, 'https://cdn.auth0.com/avatars/ab.png'), 'redirect-elsewhere', 'possible'],
  // Errors
  ['ngrok’s warning after a preflight', after(200, [HTML, NGROK_WARNS]), 'tunnel-warning', 'certain'],
  ['ngrok’s warning as an error', answered(511, [HTML, NGROK_WARNS]), 'tunnel-warning', 'certain'],
  [
    'Spring’s refusal of a request with a session',
    answered(403, [SPRING], { requestHeaders: sent(['Cookie', 'a=b']) }),
    'request-forbidden',
    'likely',
  ],
  ['a lack of rights after a preflight', after(403, [server('Apache'), HTML]), 'request-forbidden', 'possible'],
  [
    'Django’s check against forgery in Google’s cloud',
    answered(403, [server('Google Frontend'), HTML, ['X-Frame-Options', 'DENY'], ['Vary', 'Cookie']], { url: SERVICE }),
    'request-forbidden',
    'possible',
  ],
  ['Keycloak’s wrong method', answered(405, [], { url: KEYCLOAK }), 'method-not-offered', 'likely'],
  [
    'a service of Google’s that is there',
    service(404, [server('Google Frontend'), HTML]),
    'wrong-address',
    'likely',
    [{ ...service(200, ALLOWED), id: 'good' }],
  ],
  ['an application’s page in Google’s cloud', service(404, [server('Google Frontend'), HTML, EXPRESS]), 'wrong-address', 'likely'],
  ['a page of PHP beside an interface', answered(200, [['X-Powered-By', 'PHP/8.2.1'], HTML]), 'cors-not-set-up', 'possible', [good('/wp-json')]],
  [
    'nginx’s 404 where the application knows CORS',
    answered(404, [server('nginx')]),
    'wrong-address',
    'likely',
    [good('/data', [...ALLOWED, server('nginx'), EXPRESS])],
  ],
  [
    'another application behind nginx',
    answered(200, [server('nginx'), ['X-Frame-Options', 'DENY']]),
    'nginx-inheritance',
    'possible',
    [good('/other', [...ALLOWED, server('nginx'), EXPRESS])],
  ],
  [
    'maintenance that the application tells of',
    answered(503, [
      ['X-Powered-By', 'PHP/8.2.1'],
      ['Retry-After', '60'],
    ]),
    'server-error',
    'likely',
  ],
  [
    'a 401 with cookies that count visits',
    answered(401, [], { requestHeaders: sent(['Cookie', '_ga=GA1.1; _gid=2; __cf_bm=x']) }),
    'not-signed-in',
    'likely',
  ],
  ['a 401 with a cookie more', answered(401, [], { requestHeaders: sent(['Cookie', '_ga=GA1.1; sid=2']) }), 'sign-in-refused', 'likely'],
  ['a copy in a network after an allowed preflight', after(200, [HIT, server('AmazonS3')]), 'vary-missing', 'likely'],
  [
    'a leave that only the preflight had, asked for again',
    again(),
    'only-preflight-allowed',
    'likely',
    [after(200, [], { preflights: [{ ...PREFLIGHT_OK, url: `${API}/data` }] })].map(each => ({ ...each, id: 'first' })),
  ],
  // Caches
  ['a site without CORS behind a network', bare([['Age', '120'], HIT]), 'cors-not-set-up', 'possible'],
  ['the same, where the site itself was heard', answered(200, [HIT]), 'cors-not-set-up', 'possible', [bare([['X-Cache', 'MISS']]), good('/other')]],
  ['a slash in a copy', answered(200, [...allowing(`${PAGE}/`), HIT]), 'origin-misconfigured', 'likely'],
  [
    'a fixed origin that the site itself gave',
    answered(200, [...SHOP, HIT]),
    'other-origin-allowed',
    'likely',
    [bare([...SHOP, ['X-Cache', 'MISS']])],
  ],
  ['a copy of Azure’s network', answered(200, [...SHOP, ['X-Cache', 'TCP_HIT']]), 'vary-missing', 'certain', [good('/data')]],
  ['a copy of Vercel’s', answered(200, [...SHOP, ['x-vercel-cache', 'HIT']]), 'vary-missing', 'likely'],
  ['a miss', answered(200, [...SHOP, ['X-Cache', 'TCP_MISS']]), 'other-origin-allowed', 'likely'],
  ['what a browser keeps of JSON', kept([['Content-Type', 'application/json']]), 'kept-without-cors', 'possible'],
  ['what no browser keeps', answered(200, [['Cache-Control', 'no-store'], at(0)], {}, { startedAt: NOON + 60_000 }), 'cors-not-set-up', 'possible'],
  ['what no browser keeps of a POST', answered(200, [at(0)], { method: 'POST' }, { startedAt: NOON + 60_000 }), 'cors-not-set-up', 'possible'],
  [
    'a clock that is slow',
    answered(200, [at(0)], {}, { startedAt: NOON + 60_000 }),
    'cors-not-set-up',
    'possible',
    [{ ...bare([at(0)], { method: 'POST' }), startedAt: NOON + 60_000 }],
  ],
  // Pages
  [
    'a local file, and a server that fails',
    { ...nameless(0, null), hops: [hop({ url: `${API}/data`, requestHeaders: headers(['Origin', 'null']), response: answer(502) })] },
    'gateway-error',
    'likely',
  ],
  [
    'headers of htmx',
    asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT']], { names: 'hx-request,hx-target' }),
    'library-headers',
    'likely',
  ],
  [
    'headers of Application Insights',
    asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT']], { names: 'request-id,traceparent' }),
    'tracing-headers',
    'likely',
  ],
  [
    'headers of both',
    asking(204, [...ALLOWED, ['Access-Control-Allow-Methods', 'PUT']], { names: 'sentry-trace,x-requested-with' }),
    'library-headers',
    'likely',
  ],
  [
    'an extension that adds what is not missing',
    answered(200, SHOP, { response: answer(200, SHOP, { delivered: headers(...SHOP, ['Access-Control-Expose-Headers', '*']) }) }),
    'other-origin-allowed',
    'likely',
  ],
  ['a star beside an origin, on lines that nobody tells apart', joined(`${PAGE}, *`), 'added-twice', 'likely'],
  ['a list that nobody tells from lines', joined(`${PAGE}, https://shop.example`), 'list-of-origins', 'likely'],
  ['a star in a list on one line', answered(200, allowing(`${PAGE}, *`)), 'list-of-origins', 'likely'],
  // Platforms
  ['Keycloak that is down', answered(503, [], { url: 'https://id.example.org/realms/x/protocol/openid-connect/token' }), 'gateway-error', 'likely'],
  [
    'a page of Keycloak’s for signing in',
    answered(200, [HTML], { url: 'https://id.example.org/realms/x/protocol/openid-connect/auth' }),
    'cors-not-set-up',
    'possible',
  ],
  ['a bucket that is busy', answered(503, [server('AmazonS3')]), 'gateway-error', 'likely'],
  [
    'a part of an upload to Google',
    {
      ...after(200, [server('UploadServer')]),
      hops: after(200, [server('UploadServer')]).hops.map(each => ({ ...each, url: 'https://storage.googleapis.com/upload?upload_id=x' })),
    },
    'google-storage-bucket',
    'likely',
  ],
  // Networks
  ['a name that was known before', ended('net::ERR_NAME_NOT_RESOLVED'), 'name-unknown', 'likely', [good('/data')]],
  ['a resolver that is silent', ended('net::ERR_DNS_TIMED_OUT'), 'name-unknown', 'certain'],
  ['HTTP/3 that broke off', ended('net::ERR_QUIC_PROTOCOL_ERROR'), 'connection-cut', 'likely'],
  ['no TLS where there was some', ended('net::ERR_SSL_PROTOCOL_ERROR'), 'tls-not-agreed', 'likely', [good('/data')]],
  [
    'a socket that uvicorn has no route for',
    { ...socket(403), hops: socket(403).hops.map(each => ({ ...each, response: answer(403, [server('uvicorn')]) })) },
    'websocket-origin',
    'possible',
  ],
  ['a page in a socket’s place', wss(200, [HTML]), 'websocket-not-offered', 'likely'],
];

describe('what is easily mistaken', () => {
  it('is a page’s lack of an origin, where the server lets everybody in elsewhere and an error answers the preflight', () => {
    const { hops } = asking(401, []);
    const { cause, otherCauses } = explainRow(['', { ...nameless(3, 'null'), hops }, 'auth-before-cors', 'likely', [good('/items', allowing('*'))]]);
    expect([cause, ...otherCauses].map(({ code }) => code)).toEqual(['auth-before-cors']);
  });

  it.each(ROWS.map(row => ({ what: row[0], row })))('$what', ({ row }) => {
    const [, seen, code, confidence] = row;
    // Firefox ends well what it keeps from the page.
    const { cause } = explainRow(row, seen.error === null ? 'firefox' : 'chromium');
    expect([cause.code, cause.confidence]).toEqual([code, confidence]);
  });
});
