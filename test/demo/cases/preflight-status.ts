/** The preflight is answered with a status that is none of 200 to 299, is redirected, or is not answered at all. */
import type { DemoCase } from '../model.ts';
import { ALLOW_PAGE, answer, askPut, type CaseSpec, group, hop, hopUrl, PUT_LINES, refused } from './build.ts';

interface Refusing {
  readonly status: number;
  readonly title: string;
  readonly does: string;
  /** Further lines of a server that has no CORS headers in its own error. */
  readonly lines?: readonly string[];
}

const STATUSES: readonly Refusing[] = [
  { status: 401, title: '401 to the preflight', does: 'wants a login first, which a preflight never carries.', lines: ['WWW-Authenticate: Bearer'] },
  { status: 403, title: '403 to the preflight', does: 'forbids OPTIONS.' },
  { status: 404, title: '404 to the preflight', does: 'knows the address only for PUT.' },
  { status: 405, title: '405 to the preflight', does: 'does not know the method OPTIONS.', lines: ['Allow: GET, PUT'] },
  { status: 500, title: '500 to the preflight', does: 'breaks down.' },
  { status: 502, title: '502 to the preflight', does: 'is a gateway whose own server does not answer.', lines: ['Server: nginx'] },
];

const RIGHT = answer(200, [ALLOW_PAGE]);

const withHeaders = ({ status, title, does, lines = [] }: Refusing): CaseSpec => ({
  id: `preflight-${status}`,
  title: `${title}, CORS headers right`,
  does: `The browser asks first. The server ${does} Its CORS headers are right all the same, so the status alone is the fault.`,
  request: askPut(),
  answers: [hop(RIGHT, answer(status, [...lines, ALLOW_PAGE, ...PUT_LINES]))],
  expected: refused('preflight-status', 'preflight', { chromium: 'PreflightInvalidStatus', firefox: 'CORSPreflightDidNotSucceed' }),
});

/** Browsers look at the headers first, so they name the missing one and not the status. */
const withoutHeaders = ({ status, title, does, lines = [] }: Refusing): CaseSpec => ({
  id: `preflight-${status}-bare`,
  title: `${title}, no CORS headers`,
  does: `The browser asks first. The server ${does} Its answer has no CORS header, and that is all that the browser complains about.`,
  request: askPut({ headers: [...askPut().headers, { name: 'Authorization', value: 'Bearer demo' }] }),
  answers: [hop(RIGHT, answer(status, lines))],
  expected: refused('allow-origin-missing', 'preflight', { chromium: 'PreflightMissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' }),
});

const redirected = (id: string, title: string, location: string, does: string, lines: readonly string[], firefox: string): CaseSpec => ({
  id,
  title,
  does: `The browser asks first. ${does} A preflight may not be redirected.`,
  request: askPut(),
  answers: [
    hop(answer(301, [`Location: ${location}`, ALLOW_PAGE], 'none'), answer(301, [`Location: ${location}`, ...lines], 'none')),
    hop(RIGHT, answer(204, [ALLOW_PAGE, ...PUT_LINES], 'none')),
  ],
  expected: refused('preflight-redirect', 'preflight', {
    chromium: 'PreflightDisallowedRedirect',
    firefox,
  }),
});

export const PREFLIGHT_STATUS: readonly DemoCase[] = group('The browser asks first: the answer itself', [
  ...STATUSES.map(withHeaders),
  ...STATUSES.filter(({ status }) => status !== 403 && status !== 500).map(withoutHeaders),
  redirected(
    'preflight-301',
    'The preflight is redirected',
    hopUrl('api', 1),
    'The server sends the browser to another path of its own.',
    [ALLOW_PAGE],
    'CORSExternalRedirectNotAllowed',
  ),
  redirected(
    'preflight-301-bare',
    'Redirected, no CORS headers',
    hopUrl('api', 1),
    'The server sends the browser on, without a CORS header.',
    [],
    'CORSMissingAllowOrigin',
  ),
  redirected(
    'preflight-302-login',
    'Sent to a login page',
    hopUrl('other', 1),
    'The server sends everybody without cookies to a login page.',
    [],
    'CORSMissingAllowOrigin',
  ),
  {
    id: 'preflight-cut',
    title: 'The preflight is cut off',
    does: 'The browser asks first. The server closes the connection without a word.',
    request: askPut(),
    answers: [hop(RIGHT, 'cut')],
    expected: refused('connection-lost', 'preflight', {
      chromium: null,
      chromiumError: 'net::ERR_EMPTY_RESPONSE',
      firefox: 'CORSDidNotSucceed',
    }),
  },
]);
