/** Every way in which Access-Control-Allow-Origin can be wrong: once in the answer, and once more in a preflight's. */
import type { FailureCode } from '../../../src/model.ts';
import type { DemoCase } from '../model.ts';
import { ALLOW_ANY, ALLOW_PAGE, answer, ask, askPut, type CaseSpec, group, hop, PUT_LINES, refused } from './build.ts';

interface Wrong {
  readonly id: string;
  readonly title: string;
  /** What the server does, to stand after "The server". */
  readonly does: string;
  readonly lines: readonly string[];
  readonly credentials?: true;
  readonly code: FailureCode;
  readonly chromium: string;
  readonly failedParameter?: string;
  readonly firefox: string;
  /** Whether a preflight is answered so in a case of its own. */
  readonly preflightToo?: true;
}

const MISMATCH = { code: 'allow-origin-mismatch', chromium: 'AllowOriginMismatch', firefox: 'CORSAllowOriginNotMatchingOrigin' } as const;
const INVALID = { code: 'allow-origin-invalid', chromium: 'InvalidAllowOriginValue', firefox: 'CORSAllowOriginNotMatchingOrigin' } as const;

const mismatch = (id: string, title: string, value: string, does: string, more: Partial<Wrong> = {}): Wrong => ({
  id: `allow-origin-${id}`,
  title,
  does,
  lines: [`Access-Control-Allow-Origin: ${value}`],
  failedParameter: value,
  ...MISMATCH,
  ...more,
});

const invalid = (id: string, title: string, value: string, does: string, more: Partial<Wrong> = {}): Wrong => ({
  ...mismatch(id, title, value, does),
  ...INVALID,
  ...more,
});

const WRONG: readonly Wrong[] = [
  {
    id: 'allow-origin-missing',
    title: 'No Allow-Origin at all',
    does: 'says nothing about who may read its answer.',
    lines: [],
    code: 'allow-origin-missing',
    chromium: 'MissingAllowOriginHeader',
    firefox: 'CORSMissingAllowOrigin',
    preflightToo: true,
  },
  mismatch('scheme', 'https where the page is http', 'https://localhost:{page-port}', 'allows the same host with the wrong scheme.'),
  mismatch('host', '127.0.0.1 is not localhost', 'http://127.0.0.1:{page-port}', 'allows another name of the same computer.', {
    preflightToo: true,
  }),
  mismatch('port', 'Another port', 'http://localhost:3000', 'allows the same host on another port.'),
  mismatch('other-site', 'Another site', 'https://app.example.com', 'allows a site that is not this one.'),
  mismatch('trailing-slash', 'A slash at the end', '{page}/', 'allows this page, but with a slash behind its origin.', { preflightToo: true }),
  mismatch('path', 'A path behind the origin', '{page}/app', 'allows this page, but with a path behind its origin.'),
  mismatch('upper-case-scheme', 'The scheme in capitals', 'HTTP://localhost:{page-port}', 'allows this page, but writes HTTP in capitals.'),
  mismatch('upper-case-host', 'The host in capitals', 'http://LOCALHOST:{page-port}', 'allows this page, but writes its host in capitals.'),
  mismatch('userinfo', 'A user in the origin', 'http://user@localhost:{page-port}', 'allows this page, but with a user before its host.'),
  mismatch('null', 'The word null', 'null', 'allows the origin null, which is not this page.', { preflightToo: true }),
  // Chromium's parser takes these two for URLs: `localhost:` for a scheme, `*` for a part of the host.
  mismatch('no-scheme', 'No scheme', 'localhost:{page-port}', 'leaves out http:// in front of the origin.'),
  invalid('bare-host', 'A host and nothing else', 'app.example.com', 'allows a host name, which is not an origin.', { preflightToo: true }),
  invalid('true', 'The word true', 'true', 'answers true instead of an origin.'),
  invalid('undefined', 'The word undefined', 'undefined', 'sends a setting that was never set.'),
  invalid('empty', 'Empty', '', 'sends the field with nothing in it.'),
  mismatch('pattern', 'A pattern', 'https://*.example.com', 'sends a pattern, which browsers do not understand.'),
  invalid('pattern-port', 'A pattern for the port', 'http://localhost:*', 'sends a pattern, which browsers do not understand.'),
  invalid('quoted', 'Quotation marks', '"{page}"', 'puts the right origin in quotation marks.'),
  invalid('script', 'A script', '<script>globalThis.hacked=1</script>', 'sends a script instead of an origin.'),
  {
    id: 'allow-origin-twice',
    title: 'Sent twice, the same',
    does: 'sends the right field twice, as when two layers both add it.',
    lines: [ALLOW_PAGE, ALLOW_PAGE],
    code: 'allow-origin-multiple',
    chromium: 'MultipleAllowOriginValues',
    failedParameter: '{page}, {page}',
    firefox: 'CORSMultipleAllowOriginNotAllowed',
    preflightToo: true,
  },
  {
    id: 'allow-origin-two-lines',
    title: 'Sent twice, different',
    does: 'sends the field twice, with the right origin and with *.',
    lines: [ALLOW_PAGE, ALLOW_ANY],
    code: 'allow-origin-multiple',
    chromium: 'MultipleAllowOriginValues',
    failedParameter: '{page}, *',
    firefox: 'CORSMultipleAllowOriginNotAllowed',
  },
  {
    id: 'allow-origin-list',
    title: 'A list on one line',
    does: 'lists two origins with a comma, the right one among them.',
    lines: ['Access-Control-Allow-Origin: {page}, https://app.example.com'],
    code: 'allow-origin-multiple',
    chromium: 'MultipleAllowOriginValues',
    failedParameter: '{page}, https://app.example.com',
    firefox: 'CORSAllowOriginNotMatchingOrigin',
    preflightToo: true,
  },
  {
    id: 'allow-origin-spaces',
    title: 'A list with spaces',
    does: 'lists two origins with a space between them.',
    lines: ['Access-Control-Allow-Origin: {page} https://app.example.com'],
    code: 'allow-origin-multiple',
    chromium: 'MultipleAllowOriginValues',
    failedParameter: '{page} https://app.example.com',
    firefox: 'CORSAllowOriginNotMatchingOrigin',
  },
  {
    id: 'credentials-wildcard',
    title: '* with credentials',
    does: 'allows everybody, which does not count for a request with cookies.',
    lines: [ALLOW_ANY, 'Access-Control-Allow-Credentials: true'],
    credentials: true,
    code: 'allow-origin-wildcard-with-credentials',
    chromium: 'WildcardOriginNotAllowed',
    firefox: 'CORSNotSupportingCredentials',
    preflightToo: true,
  },
  ...[
    {
      id: 'missing',
      title: 'No Allow-Credentials',
      value: null,
      code: 'allow-credentials-missing' as const,
      does: 'does not say that cookies are welcome.',
    },
    {
      id: 'capital',
      title: 'True with a capital',
      value: 'True',
      code: 'allow-credentials-invalid' as const,
      does: 'writes True where only true counts.',
    },
    { id: 'upper-case', title: 'TRUE', value: 'TRUE', code: 'allow-credentials-invalid' as const, does: 'writes TRUE where only true counts.' },
    { id: 'one', title: '1 for true', value: '1', code: 'allow-credentials-invalid' as const, does: 'writes 1 where only true counts.' },
    { id: 'false', title: 'false', value: 'false', code: 'allow-credentials-invalid' as const, does: 'writes false where only true counts.' },
    { id: 'list', title: 'true twice', value: 'true, true', code: 'allow-credentials-invalid' as const, does: 'writes true twice on one line.' },
  ].map(
    ({ id, title, value, code, does }): Wrong => ({
      id: `allow-credentials-${id}`,
      title,
      does,
      lines: [ALLOW_PAGE, ...(value === null ? [] : [`Access-Control-Allow-Credentials: ${value}`])],
      credentials: true,
      code,
      chromium: 'InvalidAllowCredentials',
      failedParameter: value ?? '',
      firefox: 'CORSMissingAllowCredentials',
      ...(id === 'missing' || id === 'capital' ? { preflightToo: true as const } : {}),
    }),
  ),
];

const expectedOf = (wrong: Wrong, stage: 'response' | 'preflight') =>
  refused(wrong.code, stage, {
    chromium: stage === 'preflight' ? `Preflight${wrong.chromium}` : wrong.chromium,
    failedParameter: wrong.failedParameter ?? '',
    firefox: wrong.firefox,
  });

const credentialsOf = (wrong: Wrong) => (wrong.credentials ? ({ credentials: 'include' } as const) : {});

const inResponse = (wrong: Wrong): CaseSpec => ({
  id: wrong.id,
  title: wrong.title,
  does: `The page asks for something simple. The server ${wrong.does}`,
  request: ask(credentialsOf(wrong)),
  answers: [hop(answer(200, wrong.lines))],
  expected: expectedOf(wrong, 'response'),
});

/** The request behind the preflight is answered with the same fault: the browser never gets that far. */
const inPreflight = (wrong: Wrong): CaseSpec => ({
  id: `preflight-${wrong.id}`,
  title: wrong.title,
  does: `The page sends JSON, so the browser asks first. To that the server ${wrong.does}`,
  request: askPut(credentialsOf(wrong)),
  answers: [hop(answer(200, wrong.lines), answer(204, [...wrong.lines, ...PUT_LINES], 'none'))],
  expected: expectedOf(wrong, 'preflight'),
});

export const ALLOW_ORIGIN: readonly DemoCase[] = [
  ...group('Who may read the answer', WRONG.map(inResponse)),
  ...group('Who may send the request', WRONG.filter(({ preflightToo }) => preflightToo).map(inPreflight)),
];
