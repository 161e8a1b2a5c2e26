/** Where one cause ends and the next begins: what looks like a cause and is not, and what is likely only. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import { explain } from '../../src/explain/explain.ts';
import { answersAmong } from '../../src/explain/known-answers.ts';
import { en } from '../../src/explain/words/en.ts';
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
  credentialed,
  ended,
  failing,
  good,
  HTML,
  nameless,
  redirected,
  sent,
  server,
  shown,
} from './cause-samples.ts';

const CREDENTIALED = { requestHeaders: sent(['Cookie', 'a=b'], ['Sec-Fetch-Storage-Access', 'active']) };
const METHODS: Line = ['Access-Control-Allow-Methods', 'PUT'];
const LAST = 'https://third.example/x';
const ERROR_TYPE: Line = ['x-amzn-errortype', 'AccessDeniedException'];

/** A request that one foreign server sends on to another, which then answers so. */
const sentOn = (status: number, lines: readonly Line[], more: readonly Line[] = []): Exchange =>
  failing({
    hops: [
      hop({ url: 'https://api.other.example.org/data', requestHeaders: sent(), response: answer(302, [...ALLOWED, ['Location', LAST]]) }),
      hop({ url: LAST, requestHeaders: headers(['Origin', 'null'], ['Sec-Fetch-Mode', 'cors'], ...more), response: answer(status, lines) }),
    ],
  });

/** The same with a PUT, where it is the last server's preflight that is answered so. */
const sentOnAsking = (lines: readonly Line[]): Exchange =>
  failing({
    hops: [
      hop({ url: 'https://api.other.example.org/data', requestHeaders: sent(), response: answer(302, [...ALLOWED, ['Location', LAST]]) }),
      hop({
        url: LAST,
        method: 'PUT',
        requestHeaders: null,
        preflights: [
          preflight({
            url: LAST,
            requestHeaders: headers(['Origin', 'null'], ['Access-Control-Request-Method', 'PUT']),
            response: answer(204, lines),
          }),
        ],
      }),
    ],
  });

const COPY = answer(200, [], { fromCache: true });

/** A copy that the browser gave out, and what it asked for the same address before. */
const kept = (): Exchange => answered(200, [], { response: COPY });
const before = (more: Partial<Hop>): Exchange => answered(200, [], more, { id: 'before' });

const rewritten = (lines: readonly Line[], delivered: readonly Line[], isTried?: true): Exchange =>
  answered(200, [], { response: answer(200, lines, { delivered: headers(...delivered) }) }, isTried ? { isTried } : {});

const ROWS: readonly CauseRow[] = [
  [
    'an error to a page with credentials, where good answers let everybody in',
    answered(409, [], CREDENTIALED),
    'error-without-headers',
    'possible',
    [good('/data', allowing('*'))],
  ],
  ['the same where they name the page', answered(409, [], CREDENTIALED), 'errors-lose-headers', 'likely', [good('/data')]],
  ['a list after a hidden origin that does not matter', sentOnAsking(allowing('*')), 'list-incomplete', 'certain'],
  ['a last server that names nobody', sentOn(200, []), 'redirect-tainted', 'likely'],
  [
    'a redirect, whatever else its answer lacks',
    asking(301, [['Location', 'https://other.example.org/new'], ...allowing('https://*.example')]),
    'redirect-elsewhere',
    'possible',
  ],
  [
    'a redirect over https that is one to a sign-in',
    redirected('https://api.other.example.org/login', 'http://api.other.example.org/data'),
    'redirect-to-login',
    'likely',
  ],
  [
    'a redirect to www that is one to a sign-in',
    redirected('https://www.other.example.org/users/sign_in', 'https://other.example.org/data'),
    'redirect-to-login',
    'likely',
  ],
  ['a refusal of S3 that names the region', sentOn(403, [server('AmazonS3'), ['x-amz-bucket-region', 'eu-west-1']]), 'redirect-tainted', 'likely'],
  ['a bucket that is not there', asking(404, [server('AmazonS3')]), 's3-bucket', 'likely'],
  ['a bucket behind a network', asking(403, [server('AmazonS3'), ['X-Cache', 'Error from cloudfront']]), 's3-bucket', 'likely'],
  [
    'a copy of S3’s that the browser kept',
    answered(200, [], { response: { ...COPY, headers: headers(server('AmazonS3')) } }),
    'kept-without-cors',
    'likely',
  ],
  ['a copy of what the server itself gives without CORS', kept(), 'cors-not-set-up', 'possible', [before({})]],
  ['a copy beside an answer to what asked without an origin', kept(), 'kept-without-cors', 'likely', [before({ requestHeaders: headers() })]],
  ['a copy beside another copy', kept(), 'kept-without-cors', 'likely', [before({ response: COPY })]],
  ['credentials that an error does not allow', credentialedError(), 'credentials-not-allowed', 'likely'],
  ['a star that an error has', answered(401, allowing('*'), CREDENTIALED), 'any-origin-with-credentials', 'likely'],
  ['a switch that is off', credentialed([...ALLOWED, ['Access-Control-Allow-Credentials', '0']]), 'credentials-not-allowed', 'certain'],
  [
    'a Content-Type that is nearly listed',
    asking(204, [...ALLOWED, METHODS, ['Access-Control-Allow-Headers', 'ContentType']], { names: 'content-type' }),
    'entry-misspelt',
    'likely',
  ],
  [
    'a like header that the page sends as well',
    asking(204, [...ALLOWED, METHODS, ['Access-Control-Allow-Headers', 'X-User-Id']], { names: 'x-user-id,x-user-ip' }),
    'list-incomplete',
    'certain',
  ],
  ['a frame of a local file', nameless(3, 'null'), 'opaque-origin', 'likely'],
  ['a Content-Type that only a star lists', starred('content-type'), 'star-is-no-list', 'certain'],
  ['a misspelt header with another’s origin', answered(200, [['Access-Control-Allow-Orgin', 'https://shop.example']]), 'header-misspelt', 'likely'],
  [
    'an extension’s star',
    {
      ...credentialed([]),
      hops: [
        hop({ url: 'https://api.other.example.org/data', ...CREDENTIALED, response: answer(200, [], { delivered: headers(...allowing('*')) }) }),
      ],
    },
    'extension-rewrites-headers',
    'certain',
  ],
  ['an extension that leaves CORS alone', rewritten([], [['X-Other', '1']]), 'cors-not-set-up', 'possible'],
  ['a trial of a fix', rewritten([...ALLOWED], [], true), 'cors-not-set-up', 'possible'],
  [
    'an application’s 400 behind nginx',
    asking(400, [server('nginx/1.22.1'), ['Content-Type', 'text/plain; charset=utf-8']]),
    'preflight-rejected',
    'likely',
  ],
  [
    'an application’s 403 behind Cloudflare',
    answered(401, [server('cloudflare')], { requestHeaders: sent(['Authorization', 'x']) }),
    'sign-in-refused',
    'likely',
  ],
  ['a page of Cloudflare’s', answered(403, [server('cloudflare'), HTML]), 'bot-challenge', 'likely'],
  ['Cloudflare’s word that a server is down', answered(521, [server('cloudflare')]), 'gateway-error', 'likely'],
  ['an application’s own 404 in Google’s cloud', answered(404, [server('Google Frontend')]), 'wrong-address', 'likely'],
  ['a function’s own 404 behind a gateway', answered(404, [['apigw-requestid', 'a']]), 'wrong-address', 'likely'],
  ['a gateway’s own refusal', answered(403, [ERROR_TYPE]), 'api-gateway-error', 'likely'],
  ['a 403 with a sign-in', answered(403, [], { requestHeaders: sent(['Authorization', 'Bearer x']) }), 'sign-in-refused', 'possible'],
  ['a sign-in under another name', answered(401, [], { requestHeaders: sent(['X-Access-Token', 'x']) }), 'sign-in-refused', 'likely'],
  ['a token that is no sign-in', answered(401, [], { requestHeaders: sent(['X-CSRFToken', 'x']) }), 'not-signed-in', 'likely'],
  ['a sign-in in the address', answered(401, [], { url: 'https://api.other.example.org/data?access_token=x' }), 'sign-in-refused', 'likely'],
  [
    'nginx in the place of the application',
    answered(502, [server('nginx')]),
    'gateway-error',
    'likely',
    [good('/data', [...ALLOWED, server('nginx')])],
  ],
  [
    'a limit of requests on one route of nginx',
    answered(200, [server('nginx'), ['X-RateLimit-Remaining', '9']]),
    'cors-not-set-up',
    'possible',
    [good('/other', [...ALLOWED, server('nginx')])],
  ],
  ['an error page of PHP', after(404, [['X-Powered-By', 'PHP/8.2.1'], HTML]), 'wrong-address', 'likely'],
  ['a preflight that is called too large', asking(413, []), 'error-without-headers', 'possible'],
  ['an allowed page and an error at once', asking(418, [...ALLOWED]), 'error-without-headers', 'possible', [good('/data')]],
  ['an Express that allows and fails', asking(500, [...ALLOWED, ['X-Powered-By', 'Express']]), 'server-error', 'likely'],
  ['a refusal that says what it looked at', asking(204, [['Vary', 'Origin, Access-Control-Request-Headers']]), 'silent-refusal', 'likely'],
  [
    'a refusal that a framework then answers',
    asking(200, [
      ['Allow', 'GET, HEAD'],
      ['Vary', 'Origin'],
    ]),
    'silent-refusal',
    'likely',
  ],
  ['a copy for another page of what named this one', hit(allowing('https://shop.example')), 'vary-missing', 'certain', [good('/data')]],
  ['a copy for another page, and an error', hit(allowing('https://shop.example')), 'vary-missing', 'likely', [answered(503, [])]],
  ['a copy without permission of what named this page', hit([]), 'vary-missing', 'likely', [good('/data')]],
  [
    'a frame that another header stops',
    {
      ...shown([
        ['Cross-Origin-Resource-Policy', 'same-origin'],
        ['X-Frame-Options', 'DENY'],
      ]),
      type: 'sub_frame',
    },
    'not-cors',
    'certain',
  ],
  [
    'a service worker’s copy of long ago',
    failing({ startedAt: 60_000, hops: [hop({ url: `${API}/data`, requestHeaders: null })], opaqueCopyAt: 1 }),
    'service-worker-opaque',
    'possible',
  ],
  ['a policy that no browser knows', shown([['Cross-Origin-Resource-Policy', 'crossorigin']]), 'embedder-policy', 'certain'],
  ['a proxy that is not there', ended('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy-fails', 'certain'],
  ['a proxy without a name, in Firefox', ended('NS_ERROR_UNKNOWN_PROXY_HOST'), 'proxy-fails', 'certain'],
  ['a computer that slept', ended('net::ERR_NETWORK_IO_SUSPENDED'), 'network-changed', 'certain'],
  ['another port under another name of this computer', loopback('http://localhost:3000'), 'other-origin-allowed', 'likely'],
  ['Google’s own 401', asking(401, [server('Google Frontend'), ['WWW-Authenticate', 'Bearer'], HTML]), 'options-not-public', 'likely'],
];

function credentialedError(): Exchange {
  return answered(500, ALLOWED, CREDENTIALED);
}

function hit(lines: readonly Line[]): Exchange {
  return answered(200, [...lines, ['X-Cache', 'HIT']]);
}

function loopback(allowed: string): Exchange {
  return answered(
    200,
    allowing(allowed),
    { requestHeaders: headers(['Origin', 'http://127.0.0.1:5173'], ['Sec-Fetch-Mode', 'cors']) },
    { initiator: 'http://127.0.0.1:5173' },
  );
}

/** A PUT with credentials, whose preflight allows every header by a star. */
function starred(names: string): Exchange {
  return asking(204, [...ALLOWED, ['Access-Control-Allow-Credentials', 'true'], METHODS, ['Access-Control-Allow-Headers', '*']], { names });
}

const CASES = ROWS.map(row => {
  const [what, , code, confidence] = row;
  const { cause, otherCauses } = explainRow(row);
  return { what, found: [cause.code, cause.confidence], expected: [code, confidence], readings: [cause, ...otherCauses] };
});

describe('what is behind it is', () => {
  it.each(CASES)('$what', ({ found, expected }) => {
    expect(found).toEqual(expected);
  });

  it('said of every one that is not certain', () => {
    const silent = CASES.filter(({ readings }) => readings.some(({ confidence, shows }) => confidence !== 'certain' && shows === null));
    expect(silent.map(({ what }) => what)).toEqual([]);
  });

  it('found in hostile answers of any length', () => {
    const long = 'x'.repeat(100_000);
    const lines: readonly Line[] = [
      [long, long],
      ['Server', `nginx ${long}`],
      ['X-Cache', long],
      ['Vary', `${long},`.repeat(3)],
      ['Content-Type', `text/html${' '.repeat(100_000)}`],
      ['Location', `/${'sign-in-'.repeat(10_000)}`],
    ];
    const started = performance.now();
    for (const status of [200, 302, 400, 403, 404]) {
      for (const seen of [answered(status, lines), asking(status, lines)]) {
        explain(seen, evaluate(seen, 'chromium'), 'chromium', en, { answersOf: answersAmong([seen, good('/data', [...ALLOWED, ...lines])]) });
      }
    }
    const listed = asking(204, [...ALLOWED, METHODS, ['Access-Control-Allow-Headers', `${long}y,`.repeat(10)]], { names: `x-${long}` });
    explain(listed, evaluate(listed, 'chromium'), 'chromium', en, { answersOf: answersAmong([listed]) });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
