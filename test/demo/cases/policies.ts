/** Other guards of the browser, which are not CORS either. */
import type { DemoCase } from '../model.ts';
import { ALLOW_PAGE, answer, ask, group, hop, refused } from './build.ts';

const NOSNIFF = 'X-Content-Type-Options: nosniff';

/** Firefox keeps such answers too, but names its reasons otherwise: corrupted content for the script, called off for the picture. */
const ORB_ONLY = {
  engine: 'chromium',
  because: 'Firefox reports a script of the wrong type as corrupted content, and a picture as called off by the page.',
} as const;

export const POLICIES: readonly DemoCase[] = group('Other guards of the browser', [
  {
    id: 'corp-image',
    title: 'A picture kept at home',
    does: 'The page shows a plain picture. The server keeps it for its own origin with Cross-Origin-Resource-Policy.',
    request: ask({ how: 'image', mode: 'no-cors' }),
    answers: [hop(answer(200, ['Cross-Origin-Resource-Policy: same-origin'], 'image'))],
    expected: refused('blocked-by-corp', 'network', {
      chromium: null,
      chromiumError: 'net::ERR_BLOCKED_BY_RESPONSE',
      firefox: null,
      firefoxErrors: ['NS_ERROR_DOM_CORP_FAILED'],
    }),
  },
  {
    id: 'orb-script',
    title: 'A script that is JSON',
    does: 'The page loads a plain script. The server sends JSON and forbids guessing, so the browser keeps it from the page.',
    request: ask({ how: 'script', mode: 'no-cors' }),
    answers: [hop(answer(200, [NOSNIFF], 'json'))],
    expected: refused('blocked-by-orb', 'network', { chromium: null, chromiumError: 'net::ERR_BLOCKED_BY_ORB', firefox: null }),
    only: ORB_ONLY,
  },
  {
    id: 'orb-image',
    title: 'A picture that is JSON',
    does: 'The page shows a plain picture. The server sends JSON and forbids guessing, so the browser keeps it from the page.',
    request: ask({ how: 'image', mode: 'no-cors' }),
    answers: [hop(answer(200, [NOSNIFF], 'json'))],
    expected: refused('blocked-by-orb', 'network', { chromium: null, chromiumError: 'net::ERR_BLOCKED_BY_ORB', firefox: null }),
    only: ORB_ONLY,
  },
  {
    id: 'csp',
    title: 'The page’s own policy',
    does: 'A frame asks, but its own Content-Security-Policy allows it to connect to nobody. Nothing is sent, so no extension sees it.',
    request: ask({ from: 'csp-frame' }),
    answers: [hop(answer(200, [ALLOW_PAGE]))],
    unseenBy: ['chromium', 'firefox'],
    expected: refused('blocked-by-csp', 'network', { chromium: null, chromiumError: null, firefox: null }),
  },
  {
    id: 'mixed-content',
    title: 'http from a page of https',
    does: 'A frame of https asks a server of plain http, which browsers do not allow. Nothing is sent.',
    request: ask({ from: 'secure-frame', url: 'http://no-such-host.invalid/case/{id}?run={run}' }),
    answers: [hop(answer(200))],
    expected: refused('mixed-content', 'network', { chromium: null, chromiumError: null, firefox: null }),
    needs: ['trusted-certificate'],
    unseenBy: ['firefox'],
  },
  {
    id: 'redirect-insecure',
    title: 'Sent on from https to http',
    does: 'A frame of https asks a server, which sends it on to an address of plain http. Browsers do not follow.',
    request: ask({ from: 'secure-frame' }),
    answers: [hop(answer(307, ['Access-Control-Allow-Origin: *', 'Location: http://no-such-host.invalid/']))],
    expected: refused('redirect-insecure', 'redirect', {
      chromium: null,
      chromiumError: 'net::ERR_ABORTED',
      firefox: 'CORSDidNotSucceed',
      firefoxErrors: ['NS_ERROR_UNEXPECTED', 'NS_ERROR_NET_ON_RECEIVING_FROM'],
    }),
    needs: ['trusted-certificate'],
  },
  {
    id: 'local-network-access',
    title: 'From a public site into this computer',
    does: 'A frame from a public address asks this computer, and nobody gave it leave.',
    request: ask({ from: 'public-frame' }),
    answers: [hop(answer(200, ['Access-Control-Allow-Origin: {public}']))],
    expected: refused('local-network-access', 'network', {
      chromium: 'LocalNetworkAccessPermissionDenied',
      chromiumError: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS',
      firefox: 'CORSDidNotSucceed',
      firefoxErrors: ['NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED'],
    }),
    needs: ['public-address'],
  },
]);
