/** Everything in a page that makes cross-origin requests, and everyone who does. */
import type { BodyKind, DemoCase, DemoRequest } from '../model.ts';
import {
  ALLOW_ANY,
  ALLOW_CREDENTIALS,
  ALLOW_PAGE,
  ALLOWED,
  answer,
  ask,
  type CaseSpec,
  fields,
  group,
  hop,
  hopUrl,
  passing,
  refused,
} from './build.ts';

const MISSING = { chromium: 'MissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' } as const;
const WILDCARD = { chromium: 'WildcardOriginNotAllowed', firefox: 'CORSNotSupportingCredentials' } as const;
const PREFLIGHT_MISSING = { chromium: 'PreflightMissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' } as const;

const without = (id: string, title: string, does: string, request: Partial<DemoRequest>, body: BodyKind = 'json'): CaseSpec => ({
  id,
  title,
  does: `${does} The server has no Allow-Origin.`,
  request: ask(request),
  answers: [hop(answer(200, [], body))],
  expected: refused('allow-origin-missing', 'response', MISSING),
});

const MEANS: readonly CaseSpec[] = [
  without('xhr', 'XMLHttpRequest', 'The page asks with XMLHttpRequest.', { how: 'xhr' }),
  {
    id: 'xhr-credentials',
    title: 'XMLHttpRequest with credentials',
    does: 'The page asks with withCredentials. The server allows everybody with *, which does not count for cookies.',
    request: ask({ how: 'xhr', credentials: 'include' }),
    answers: [hop(answer(200, [ALLOW_ANY, ALLOW_CREDENTIALS]))],
    expected: refused('allow-origin-wildcard-with-credentials', 'response', WILDCARD),
  },
  {
    id: 'xhr-upload',
    title: 'XMLHttpRequest with an upload listener',
    does: 'The page listens to the progress of an upload, and for that alone the browser asks first. The server does not answer that.',
    request: ask({ how: 'xhr-upload', method: 'POST', body: 'hello', headers: fields('Content-Type: text/plain') }),
    answers: [hop(answer(200, [ALLOW_PAGE]), answer(204, [], 'none'))],
    expected: refused('allow-origin-missing', 'preflight', PREFLIGHT_MISSING),
  },
  without('image', 'A picture with crossorigin', 'The page shows a picture with crossorigin="anonymous".', { how: 'image' }, 'image'),
  {
    id: 'image-credentials',
    title: 'A picture with credentials',
    does: 'The page shows a picture with crossorigin="use-credentials". The server does not say that cookies are welcome.',
    request: ask({ how: 'image', credentials: 'include' }),
    answers: [hop(answer(200, [ALLOW_PAGE], 'image'))],
    expected: refused('allow-credentials-missing', 'response', { chromium: 'InvalidAllowCredentials', firefox: 'CORSMissingAllowCredentials' }),
  },
  without('script', 'A script with crossorigin', 'The page loads a script with crossorigin="anonymous".', { how: 'script' }, 'script'),
  without('module', 'A module script', 'The page loads a module, which always goes by CORS.', { how: 'module' }, 'script'),
  without(
    'stylesheet',
    'A style sheet with crossorigin',
    'The page loads a style sheet with crossorigin="anonymous".',
    { how: 'stylesheet' },
    'style',
  ),
  without('font', 'A font', 'The page loads a font, which always goes by CORS.', { how: 'font' }, 'font'),
  without('event-source', 'EventSource', 'The page listens to events of a server.', { how: 'event-source' }, 'events'),
  {
    id: 'event-source-credentials',
    title: 'EventSource with credentials',
    does: 'The page listens to events with withCredentials. The server allows everybody with *.',
    request: ask({ how: 'event-source', credentials: 'include' }),
    answers: [hop(answer(200, [ALLOW_ANY, ALLOW_CREDENTIALS], 'events'))],
    expected: refused('allow-origin-wildcard-with-credentials', 'response', WILDCARD),
  },
  {
    id: 'beacon-json',
    title: 'A beacon with JSON',
    does: 'The page sends JSON with sendBeacon, so the browser asks first. The server does not answer that.',
    request: ask({ how: 'beacon', method: 'POST', body: '{}', headers: fields('Content-Type: application/json'), credentials: 'include' }),
    answers: [hop(answer(200, [ALLOW_PAGE, ALLOW_CREDENTIALS]), answer(204, [], 'none'))],
    expected: refused('allow-origin-missing', 'preflight', PREFLIGHT_MISSING),
  },
];

const PLACES: readonly CaseSpec[] = [
  without('worker', 'A worker', 'A worker of the page asks.', { from: 'worker' }),
  {
    id: 'worker-preflight',
    title: 'A worker, with a preflight',
    does: 'A worker of the page sends a header of its own. The server does not allow it.',
    request: ask({ from: 'worker', headers: fields('X-Api-Key: demo') }),
    answers: [hop(answer(200, [ALLOW_PAGE]), passing())],
    expected: refused('header-not-allowed', 'preflight', {
      chromium: 'HeaderDisallowedByPreflightResponse',
      failedParameter: 'x-api-key',
      firefox: 'CORSMissingAllowHeaderFromPreflight',
    }),
  },
  without('service-worker', 'A service worker', 'A service worker of the page asks.', { from: 'service-worker' }),
  {
    id: 'sandboxed-frame',
    title: 'A sandboxed frame',
    does: 'A sandboxed frame asks, and its origin is null. The server allows the page that the frame is in.',
    request: ask({ from: 'sandboxed-frame' }),
    answers: [hop(answer(200, [ALLOW_PAGE]))],
    expected: refused('allow-origin-mismatch', 'response', {
      chromium: 'AllowOriginMismatch',
      failedParameter: '{page}',
      firefox: 'CORSAllowOriginNotMatchingOrigin',
    }),
  },
  {
    id: 'sandboxed-frame-home',
    title: 'A sandboxed frame asks its own server',
    does: 'A sandboxed frame asks the server that it came from. Its origin is null all the same, and the server has no Allow-Origin.',
    request: ask({ from: 'sandboxed-frame', url: hopUrl('page', 0) }),
    answers: [hop(answer(200))],
    expected: refused('allow-origin-missing', 'response', MISSING),
  },
  {
    id: 'same-site-frame',
    title: 'A frame on another port',
    does: 'A frame from another port of this host asks. The server allows the page that the frame is in, not the frame.',
    request: ask({ from: 'same-site-frame' }),
    answers: [hop(answer(200, [ALLOW_PAGE]))],
    expected: refused('allow-origin-mismatch', 'response', {
      chromium: 'AllowOriginMismatch',
      failedParameter: '{page}',
      firefox: 'CORSAllowOriginNotMatchingOrigin',
    }),
  },
  {
    id: 'subdomain',
    title: 'A subdomain',
    does: 'The page asks a name below its own host, which is another origin. The server allows itself.',
    request: ask({ url: hopUrl('sub', 0) }),
    answers: [hop(answer(200, ['Access-Control-Allow-Origin: {sub}']))],
    expected: refused('allow-origin-mismatch', 'response', {
      chromium: 'AllowOriginMismatch',
      failedParameter: '{sub}',
      firefox: 'CORSAllowOriginNotMatchingOrigin',
    }),
  },
  {
    id: 'ipv6',
    title: 'An IPv6 address',
    does: 'The page asks [::1], which is this computer too and still another origin. The server allows itself.',
    request: ask({ url: hopUrl('ipv6', 0) }),
    answers: [hop(answer(200, ['Access-Control-Allow-Origin: {ipv6}']))],
    expected: refused('allow-origin-mismatch', 'response', {
      chromium: 'AllowOriginMismatch',
      failedParameter: '{ipv6}',
      firefox: 'CORSAllowOriginNotMatchingOrigin',
    }),
    needs: ['ipv6'],
  },
  {
    id: 'allow-origin-default-port',
    title: 'The usual port, spelled out',
    does: 'A frame from the usual port 80 asks. The server allows it with :80 behind its origin, where browsers write none.',
    request: ask({ from: 'bare-frame' }),
    answers: [hop(answer(200, ['Access-Control-Allow-Origin: {bare}:80']))],
    expected: refused('allow-origin-mismatch', 'response', {
      chromium: 'AllowOriginMismatch',
      failedParameter: '{bare}:80',
      firefox: 'CORSAllowOriginNotMatchingOrigin',
    }),
    needs: ['port-80'],
  },
];

const EVERYTHING_WORKS: readonly CaseSpec[] = (
  [
    ['image', 'image', 'A picture with crossorigin'],
    ['script', 'script', 'A script with crossorigin'],
    ['module', 'script', 'A module script'],
    ['stylesheet', 'style', 'A style sheet with crossorigin'],
    ['font', 'font', 'A font'],
    ['event-source', 'events', 'EventSource'],
    ['xhr', 'json', 'XMLHttpRequest'],
  ] as const
).map(([how, body, title]) => ({
  id: `${how}-allowed`,
  title: `${title}, allowed`,
  does: 'The same as above, from a server that allows the page.',
  request: ask({ how }),
  answers: [hop(answer(200, [ALLOW_PAGE], body))],
  expected: ALLOWED,
}));

export const MEANS_AND_PLACES: readonly DemoCase[] = [
  ...group('What makes the request', [...MEANS, ...EVERYTHING_WORKS]),
  ...group('Who makes the request', PLACES),
];
