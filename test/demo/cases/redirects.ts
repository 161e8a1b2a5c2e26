/** Answers that send the browser somewhere else. */
import type { DemoCase } from '../model.ts';
import {
  ALLOW_ANY,
  ALLOW_CREDENTIALS,
  ALLOW_PAGE,
  ALLOWED,
  answer,
  ask,
  askPut,
  type CaseSpec,
  group,
  hop,
  hopUrl,
  PUT_LINES,
  passing,
  type Refusal,
  redirect,
  refused,
} from './build.ts';

const MISSING = { chromium: 'MissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' } as const;
const MISMATCH = { chromium: 'AllowOriginMismatch', firefox: 'CORSAllowOriginNotMatchingOrigin' } as const;

/** Firefox says nothing more of the request in webRequest once it has been redirected; nor does Chromium where it does not know the scheme. */
const NOT_HTTP: Refusal = { chromium: 'CorsDisabledScheme', firefox: 'CORSRequestNotHttp', firefoxErrors: [null] };
const DATA: Refusal = {
  chromium: null,
  chromiumError: 'net::ERR_UNSAFE_REDIRECT',
  firefox: 'CORSDidNotSucceed',
  firefoxErrors: ['NS_ERROR_CORRUPTED_CONTENT'],
};

const REFUSED: readonly CaseSpec[] = [
  {
    id: 'redirect-away',
    title: 'From here to elsewhere',
    does: 'The page asks its own server, which sends the browser to another one. That one has no Allow-Origin.',
    request: ask({ url: hopUrl('page', 0) }),
    answers: [hop(redirect('api', 1)), hop(answer(200))],
    expected: refused('allow-origin-missing', 'response', { ...MISSING, hop: 1 }),
  },
  {
    id: 'redirect-login',
    title: 'To a login page',
    does: 'The page asks a server, which sends everybody without a session to a login page on another host. That page has no Allow-Origin.',
    request: ask({ credentials: 'include' }),
    answers: [hop(redirect('other', 1, [ALLOW_PAGE, ALLOW_CREDENTIALS])), hop(answer(200, [], 'page'))],
    expected: refused('allow-origin-missing', 'response', { ...MISSING, hop: 1 }),
  },
  {
    id: 'redirect-tainted',
    title: 'Twice across origins',
    does: 'The page asks one server, which sends the browser to another. The browser hides where it comes from (Origin: null), and the second server allows the page by name.',
    answers: [hop(redirect('other', 1, [ALLOW_PAGE])), hop(answer(200, [ALLOW_PAGE]))],
    expected: refused('allow-origin-mismatch', 'response', { ...MISMATCH, failedParameter: '{page}', hop: 1 }),
  },
  {
    id: 'redirect-bare',
    title: 'The redirect has no headers',
    does: 'The page asks a server, whose redirect has no Allow-Origin. Where it leads all would be well.',
    answers: [hop(redirect('api', 1)), hop(answer(200, [ALLOW_PAGE]))],
    expected: refused('allow-origin-missing', 'redirect', { ...MISSING }),
  },
  {
    id: 'redirect-mismatch',
    title: 'The redirect allows another',
    does: 'The page asks a server, whose redirect allows another origin.',
    answers: [hop(redirect('api', 1, ['Access-Control-Allow-Origin: https://app.example.com'], 307)), hop(answer(200, [ALLOW_PAGE]))],
    expected: refused('allow-origin-mismatch', 'redirect', {
      ...MISMATCH,
      failedParameter: 'https://app.example.com',
    }),
  },
  {
    id: 'redirect-userinfo',
    title: 'To an address with a password',
    does: 'The page asks a server, which sends the browser to an address with a user and a password in it.',
    answers: [
      hop(answer(302, [`Location: http://user:secret@127.0.0.1:{api-port}/case/{id}/hop/1?run={run}`, ALLOW_PAGE], 'none')),
      hop(answer(200, [ALLOW_PAGE])),
    ],
    expected: refused('redirect-with-userinfo', 'redirect', {
      chromium: 'RedirectContainsCredentials',
      firefox: 'CORSDidNotSucceed',
    }),
  },
  ...[
    { id: 'ftp', location: 'ftp://127.0.0.1/case/{id}/file.json', title: 'To an ftp address', scheme: 'an ftp', refusal: NOT_HTTP },
    { id: 'data', location: 'data:application/json,1', title: 'To a data address', scheme: 'a data', refusal: DATA },
    {
      id: 'custom',
      location: 'app://open/case/{id}/file.json',
      title: 'To an address of an app',
      scheme: 'an app’s',
      refusal: { ...NOT_HTTP, chromiumError: null },
    },
  ].map(
    ({ id, location, title, scheme, refusal }): CaseSpec => ({
      id: `redirect-${id}`,
      title,
      does: `The page asks a server, which sends the browser to ${scheme} address. Scripts may only follow http and https.`,
      answers: [hop(answer(302, [`Location: ${location}`, ALLOW_PAGE], 'none')), hop(answer(200, [ALLOW_PAGE]))],
      expected: refused('redirect-scheme', 'redirect', refusal),
    }),
  ),
  {
    id: 'redirect-second-preflight',
    title: 'A second preflight fails',
    does: 'The page sends JSON with PUT. The first server allows it and sends the browser to a second, whose preflight has no CORS headers.',
    request: askPut(),
    answers: [hop(redirect('other', 1, [ALLOW_PAGE], 307), passing(...PUT_LINES)), hop(answer(200, [ALLOW_ANY]), answer(204, [], 'none'))],
    expected: refused('allow-origin-missing', 'preflight', {
      chromium: 'PreflightMissingAllowOriginHeader',
      firefox: 'CORSMissingAllowOrigin',
      hop: 1,
    }),
  },
  {
    id: 'redirect-loop',
    title: 'Round and round',
    does: 'The page asks a server, which sends the browser to the same address for ever.',
    answers: [hop(redirect('api', 0, [ALLOW_PAGE]))],
    expected: refused('too-many-redirects', 'network', {
      hop: null,
      chromium: null,
      chromiumError: 'net::ERR_TOO_MANY_REDIRECTS',
      firefox: 'CORSDidNotSucceed',
      firefoxErrors: ['NS_ERROR_REDIRECT_LOOP'],
    }),
  },
  {
    id: 'redirect-malformed',
    title: 'To no address at all',
    does: 'The page asks a server, which sends the browser to an address that cannot be read.',
    answers: [hop(answer(302, ['Location: http://[broken', ALLOW_PAGE], 'none'))],
    expected: refused('redirect-malformed', 'redirect', {
      chromium: null,
      chromiumError: 'net::ERR_INVALID_REDIRECT',
      firefox: 'CORSDidNotSucceed',
      firefoxErrors: ['NS_ERROR_CORRUPTED_CONTENT'],
    }),
  },
];

const FOLLOWED: readonly CaseSpec[] = [
  {
    id: 'redirect-forbidden-by-page',
    title: 'The page forbids redirects',
    does: 'The page asks with redirect: "error", and the server sends the browser on. The page wanted it so: no rule of CORS is broken.',
    request: ask({ redirect: 'error' }),
    answers: [hop(redirect('api', 1, [ALLOW_PAGE])), hop(answer(200, [ALLOW_PAGE]))],
    expected: { ...ALLOWED, result: 'refused', chromium: { ...ALLOWED.chromium, error: 'net::ERR_ABORTED' } },
  },
  {
    id: 'redirect-allowed',
    title: 'A redirect that works',
    does: 'The page asks a server, which sends the browser to another path. Both answers allow the page.',
    answers: [hop(redirect('api', 1, [ALLOW_PAGE])), hop(answer(200, [ALLOW_PAGE]))],
    expected: ALLOWED,
  },
  {
    id: 'redirect-tainted-allowed',
    title: 'Twice across origins, and it works',
    does: 'The page asks one server, which sends the browser to another. Both allow everybody.',
    answers: [hop(redirect('other', 1, [ALLOW_ANY])), hop(answer(200, [ALLOW_ANY]))],
    expected: ALLOWED,
  },
  {
    id: 'redirect-preflight-allowed',
    title: 'A redirect after a preflight',
    does: 'The page sends JSON with PUT. Both servers allow it when the browser asks first.',
    request: askPut(),
    answers: [hop(redirect('api', 1, [ALLOW_PAGE], 307), passing(...PUT_LINES)), hop(answer(200, [ALLOW_PAGE]), passing(...PUT_LINES))],
    expected: ALLOWED,
  },
  {
    id: 'redirect-same-origin',
    title: 'A redirect at home',
    does: 'The page asks its own server, which sends the browser to another path of its own. CORS has no say in it.',
    request: ask({ url: hopUrl('page', 0) }),
    answers: [hop(redirect('page', 1)), hop(answer(200))],
    expected: ALLOWED,
  },
];

export const REDIRECTS: readonly DemoCase[] = group('Redirects', [...REFUSED, ...FOLLOWED]);
