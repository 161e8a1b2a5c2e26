/**
 * Servers and addresses that try to break whoever shows them. Nothing here may ever run: each attempt would set
 * `globalThis.hacked`.
 */
import type { FailureCode } from '../../../src/model.ts';
import type { DemoCase } from '../model.ts';
import { ALLOW_PAGE, answer, ask, askPut, type CaseSpec, group, hop, hopUrl, PUT_LINES, passing, type Refusal, refused } from './build.ts';

/** Longer than any field or address that a tool can show whole. */
const HUGE = 100_000;

/** The UTF-8 bytes of a text, one character a byte. */
const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const IMAGE = '<img/src=x/onerror=globalThis.hacked=1>';
const SCRIPT = '</script><script>globalThis.hacked=1</script>';
const RIGHT_TO_LEFT = 'https://\u202emoc.live\u202c.example.com';
const MARKDOWN = '`](javascript:globalThis.hacked=1)|**</td></pre>```';
const JSON_BREAKING = '"},{"hacked":"\\u0000\\';

const MISSING: Refusal = { chromium: 'MissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' };

const allowing = (
  id: string,
  title: string,
  value: string,
  does: string,
  code: FailureCode,
  chromium: string,
  failedParameter = value,
): CaseSpec => ({
  id: `hostile-${id}`,
  title,
  does: `The server’s Allow-Origin is ${does}.`,
  answers: [hop(answer(200, [`Access-Control-Allow-Origin: ${value}`]))],
  expected: refused(code, 'response', { chromium, failedParameter, firefox: 'CORSAllowOriginNotMatchingOrigin' }),
});

const asking = (id: string, title: string, query: string, does: string): CaseSpec => ({
  id: `hostile-${id}`,
  title,
  does: `The page asks an address with ${does}. The server has no Allow-Origin.`,
  request: ask({ url: hopUrl('api', 0, query) }),
  answers: [hop(answer(200))],
  expected: refused('allow-origin-missing', 'response', MISSING),
});

const ORIGINS: readonly CaseSpec[] = [
  allowing('origin-image', 'HTML as origin', IMAGE, 'a picture whose loading would run a script', 'allow-origin-invalid', 'InvalidAllowOriginValue'),
  allowing('origin-script', 'A script as origin', SCRIPT, 'a script', 'allow-origin-invalid', 'InvalidAllowOriginValue'),
  allowing(
    'origin-markdown',
    'Markdown as origin',
    MARKDOWN,
    'text that ends every quotation in Markdown',
    'allow-origin-invalid',
    'InvalidAllowOriginValue',
  ),
  allowing(
    'origin-json',
    'JSON as origin',
    JSON_BREAKING,
    'text that ends every string in JSON',
    'allow-origin-multiple',
    'MultipleAllowOriginValues',
  ),
  allowing(
    'origin-huge',
    '100,000 characters',
    `https://${'a'.repeat(HUGE)}.example.com`,
    '100,000 characters long',
    'allow-origin-mismatch',
    'AllowOriginMismatch',
  ),
  allowing(
    'origin-right-to-left',
    'Written backwards',
    bytes(RIGHT_TO_LEFT),
    'an origin that shows backwards',
    'allow-origin-invalid',
    'InvalidAllowOriginValue',
    RIGHT_TO_LEFT,
  ),
  allowing(
    'origin-bytes',
    'Bytes that are no text',
    '\u0080\u00ff\u00c3\u0028',
    'bytes that are no text at all',
    'allow-origin-invalid',
    'InvalidAllowOriginValue',
    '',
  ),
  allowing(
    'origin-control',
    'Control characters',
    'http://\u0001\u001b[31m.example.com',
    'text with control characters',
    'allow-origin-invalid',
    'InvalidAllowOriginValue',
  ),
];

const ADDRESSES: readonly CaseSpec[] = [
  asking('url-image', 'HTML in an address', `&q=${IMAGE}`, 'HTML in it'),
  asking('url-markdown', 'Markdown in an address', `&q=${MARKDOWN}`, 'Markdown in it'),
  asking('url-json', 'JSON in an address', `&q=${JSON_BREAKING}`, 'JSON in it'),
  asking('url-huge', 'An address of 100,000 characters', `&q=${'a'.repeat(HUGE)}`, '100,000 characters'),
];

const REST: readonly CaseSpec[] = [
  {
    id: 'hostile-headers',
    title: 'Hostile headers',
    does: 'The server has no Allow-Origin, and every other header of its answer is an attack.',
    answers: [
      hop(
        answer(500, [
          `Server: ${IMAGE}`,
          `X-Script: ${SCRIPT}`,
          `X-Markdown: ${MARKDOWN}`,
          `X-Json: ${JSON_BREAKING}`,
          `X-Huge: ${'x'.repeat(HUGE)}`,
          `X-Bytes: ${bytes(RIGHT_TO_LEFT)}\u0080\u00ff`,
          `${MARKDOWN.slice(0, 1)}${'X'.repeat(64)}: a name with a backtick`,
        ]),
      ),
    ],
    expected: refused('allow-origin-missing', 'response', MISSING),
  },
  {
    id: 'hostile-redirect',
    title: 'A hostile redirect',
    does: 'The server sends the browser to an address with HTML in it, which has no Allow-Origin.',
    answers: [hop(answer(302, [`Location: ${hopUrl('api', 1, `&q=${IMAGE}`)}`, ALLOW_PAGE], 'none')), hop(answer(200))],
    expected: refused('allow-origin-missing', 'response', { ...MISSING, hop: 1 }),
  },
  {
    id: 'hostile-methods',
    title: 'A hostile list of methods',
    does: 'The server answers the preflight with HTML where the methods belong.',
    request: askPut(),
    answers: [hop(answer(200, [ALLOW_PAGE]), passing(`Access-Control-Allow-Methods: ${IMAGE}`, PUT_LINES[1] ?? ''))],
    expected: refused('allow-methods-invalid', 'preflight', {
      chromium: 'InvalidAllowMethodsPreflightResponse',
      firefox: 'CORSInvalidAllowMethod',
    }),
  },
];

export const HOSTILE: readonly DemoCase[] = group('Attacks on whoever looks', [...ORIGINS, ...ADDRESSES, ...REST]);
