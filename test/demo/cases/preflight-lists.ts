/** The preflight is answered, but does not allow what the page wants to send. */
import type { FailureCode } from '../../../src/model.ts';
import type { DemoCase, DemoRequest } from '../model.ts';
import {
  ALLOW_ANY,
  ALLOW_CREDENTIALS,
  ALLOW_PAGE,
  ALLOWED,
  answer,
  ask,
  askPut,
  type CaseSpec,
  fields,
  group,
  hop,
  PUT_LINES,
  passing,
  type Refusal,
  refused,
} from './build.ts';

const RIGHT = answer(200, [ALLOW_PAGE, ALLOW_CREDENTIALS]);

const METHOD: Refusal = { chromium: 'MethodDisallowedByPreflightResponse', firefox: 'CORSMethodNotFound' };
const HEADER: Refusal = { chromium: 'HeaderDisallowedByPreflightResponse', firefox: 'CORSMissingAllowHeaderFromPreflight' };

const refusedBy = (
  id: string,
  title: string,
  does: string,
  request: DemoRequest,
  lines: readonly string[],
  code: FailureCode,
  refusal: Refusal,
): CaseSpec => ({
  id,
  title,
  does,
  request,
  answers: [hop(RIGHT, passing(...lines))],
  expected: refused(code, 'preflight', refusal),
});

const put = ask({ method: 'PUT' });
const withHeader = (...lines: string[]) => ask({ headers: fields(...lines) });

const METHODS: readonly CaseSpec[] = [
  refusedBy(
    'method-put',
    'PUT is not allowed',
    'The page sends PUT. The server allows GET and POST.',
    put,
    ['Access-Control-Allow-Methods: GET, POST'],
    'method-not-allowed',
    {
      ...METHOD,
      failedParameter: 'PUT',
    },
  ),
  refusedBy(
    'method-delete',
    'No methods at all',
    'The page sends DELETE. The server names no method.',
    ask({ method: 'DELETE' }),
    [],
    'method-not-allowed',
    {
      ...METHOD,
      failedParameter: 'DELETE',
    },
  ),
  refusedBy(
    'method-patch',
    'patch in small letters',
    'The page sends patch in small letters. The server allows PATCH, and the two are not the same.',
    ask({ method: 'patch' }),
    ['Access-Control-Allow-Methods: GET, PATCH'],
    'method-not-allowed',
    { ...METHOD, failedParameter: 'patch' },
  ),
  refusedBy(
    'method-wildcard-credentials',
    '* for methods, with credentials',
    'The page sends PUT with its cookies. The server allows every method with *, which does not count then.',
    ask({ method: 'PUT', credentials: 'include' }),
    [ALLOW_CREDENTIALS, 'Access-Control-Allow-Methods: *'],
    'method-not-allowed',
    { ...METHOD, failedParameter: 'PUT' },
  ),
  refusedBy(
    'allow-methods-invalid',
    'Allow-Methods cannot be read',
    'The page sends PUT. The server puts its list of methods in quotation marks.',
    put,
    ['Access-Control-Allow-Methods: "GET, PUT"'],
    'allow-methods-invalid',
    { chromium: 'InvalidAllowMethodsPreflightResponse', firefox: 'CORSInvalidAllowMethod' },
  ),
];

const HEADERS: readonly CaseSpec[] = [
  refusedBy(
    'header-missing',
    'A header is not allowed',
    'The page sends X-Api-Key. The server allows Content-Type.',
    withHeader('X-Api-Key: demo'),
    ['Access-Control-Allow-Headers: Content-Type'],
    'header-not-allowed',
    {
      ...HEADER,
      failedParameter: 'x-api-key',
    },
  ),
  refusedBy(
    'header-none',
    'No headers at all',
    'The page sends JSON. The server names no header.',
    askPut(),
    ['Access-Control-Allow-Methods: PUT'],
    'header-not-allowed',
    {
      ...HEADER,
      failedParameter: 'content-type',
    },
  ),
  refusedBy(
    'headers-missing',
    'Several headers are not allowed',
    'The page sends three headers of its own. The server allows one of them.',
    withHeader('X-Api-Key: demo', 'X-Request-Id: 1', 'X-Trace: 2'),
    ['Access-Control-Allow-Headers: x-request-id'],
    'header-not-allowed',
    { ...HEADER, failedParameter: 'x-trace' },
  ),
  refusedBy(
    'header-wildcard-credentials',
    '* for headers, with credentials',
    'The page sends X-Api-Key and its cookies. The server allows every header with *, which does not count then.',
    ask({ headers: fields('X-Api-Key: demo'), credentials: 'include' }),
    [ALLOW_CREDENTIALS, 'Access-Control-Allow-Headers: *'],
    'header-not-allowed',
    { ...HEADER, failedParameter: 'x-api-key' },
  ),
  refusedBy(
    'header-allow-origin-sent',
    'The page sends Allow-Origin itself',
    'The page sends Access-Control-Allow-Origin, which only a server may say. The server does not expect it.',
    withHeader('Access-Control-Allow-Origin: *'),
    ['Access-Control-Allow-Headers: content-type'],
    'header-not-allowed',
    { ...HEADER, failedParameter: 'access-control-allow-origin' },
  ),
  refusedBy(
    'allow-headers-invalid',
    'Allow-Headers cannot be read',
    'The page sends X-Api-Key. The server separates its list of headers with semicolons.',
    withHeader('X-Api-Key: demo'),
    ['Access-Control-Allow-Headers: content-type; x-api-key'],
    'allow-headers-invalid',
    { chromium: 'InvalidAllowHeadersPreflightResponse', firefox: 'CORSInvalidAllowHeader' },
  ),
  {
    id: 'authorization-wildcard',
    title: 'Authorization under *',
    does: 'The page sends Authorization. The server allows every header with *, and browsers still accept that.',
    request: withHeader('Authorization: Bearer demo'),
    answers: [hop(answer(200, [ALLOW_ANY]), answer(204, [ALLOW_ANY, 'Access-Control-Allow-Headers: *'], 'none'))],
    expected: ALLOWED,
  },
];

/** Ordinary headers that need leave all the same, because of their values. */
const VALUES: readonly CaseSpec[] = [
  refusedBy(
    'accept-too-long',
    'A long Accept',
    'The page sends an Accept of more than 128 bytes, so the browser asks first. The server does not allow it.',
    withHeader(`Accept: application/json, ${'x'.repeat(128)}/*`),
    [],
    'header-not-allowed',
    { ...HEADER, failedParameter: 'accept' },
  ),
  refusedBy(
    'range-from-end',
    'The last bytes of a file',
    'The page asks for the last 500 bytes. Only a Range that says where it begins goes without asking. The server does not allow it.',
    withHeader('Range: bytes=-500'),
    [],
    'header-not-allowed',
    { ...HEADER, failedParameter: 'range' },
  ),
];

const BOTH: readonly CaseSpec[] = [
  refusedBy(
    'method-and-header',
    'Method and header both',
    'The page sends JSON with PUT. The server allows the page, but neither of these.',
    askPut(),
    [],
    'method-not-allowed',
    {
      ...METHOD,
      failedParameter: 'PUT',
    },
  ),
  {
    id: 'preflight-everything-missing',
    title: 'A server that knows no CORS',
    does: 'The page sends JSON with PUT and its cookies. The server answers 404 to the preflight and has no CORS header anywhere.',
    request: askPut({ credentials: 'include' }),
    answers: [hop(answer(200), answer(404))],
    expected: refused('allow-origin-missing', 'preflight', { chromium: 'PreflightMissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' }),
  },
  {
    id: 'preflight-silent',
    title: 'An empty 204',
    does: 'The page sends JSON with PUT. The server answers the preflight with 204 and says nothing, as libraries do that refuse in silence.',
    request: askPut(),
    answers: [hop(answer(200), answer(204, ['Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers'], 'none'))],
    expected: refused('allow-origin-missing', 'preflight', { chromium: 'PreflightMissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' }),
  },
  {
    id: 'response-after-preflight',
    title: 'Only the preflight is right',
    does: 'The page sends JSON with PUT. The server answers the preflight well and forgets Allow-Origin in the answer itself.',
    request: askPut(),
    answers: [hop(answer(200), passing(...PUT_LINES))],
    expected: refused('allow-origin-missing', 'response', { chromium: 'MissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' }),
  },
];

export const PREFLIGHT_LISTS: readonly DemoCase[] = group('The browser asks first: what is allowed', [...METHODS, ...HEADERS, ...VALUES, ...BOTH]);
