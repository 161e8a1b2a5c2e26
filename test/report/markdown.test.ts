import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.ts';
import type { Judged } from '../../src/report/failure.ts';
import { ISSUE_ROOM, toMarkdown } from '../../src/report/markdown.ts';
import { markdownIn } from '../../src/report/markdown-escape.ts';
import { en } from '../../src/report/words/en.ts';
import type { ReportWords } from '../../src/report/words/words.ts';
import { HOSTILE_TEXTS, hostile } from './hostile.ts';
import { LANGUAGES } from './languages.ts';
import { cellsOf, maskSpans, outsideCode } from './markdown-scan.ts';
import { API, allowed, answer, failed, fields, hop, input, openEngines, PAGE, preflight, problem, RECORDING, redirected } from './sample.ts';

function markdown(exchanges: readonly Judged[], more: Parameters<typeof input>[1] = {}, redact = true, words: ReportWords = en): string {
  return toMarkdown(buildReport(input(exchanges, more), { redact }, words), ISSUE_ROOM, words);
}

const refused = failed({
  exchange: {
    hops: [hop({ preflights: [preflight({ response: answer(401, fields('Server: nginx')) })] })],
    log: { error: null, resourceType: 'fetch', initiator: { url: `${PAGE}/main.js`, line: 3, column: 5, function: 'save' }, requestHeaders: null },
  },
  explanation: { pageAdvice: ['Ask for less.'] },
});

describe('one failure is told whole', () => {
  const text = markdown([refused]);
  test.each([
    ['the count', '# CORS report: 1 blocked request\n'],
    ['the summary', '| 1 | `PUT https://api.example/items/1` |'],
    ['the headline', '## 1. `https://api.example` does not say that pages of `https://app.example` may use it.'],
    ['who can mend it', '- **Who can mend it:** Whoever runs the server that was asked.'],
    ['the cause', '- **Reason (likely):** Nothing on the server handles CORS for this address.'],
    [
      'who asked',
      '1. A page of the origin `https://app.example` asked for `PUT https://api.example/items/1` (as `fetch`, in `https://app.example/main.js`, line 3, column 5, function `save`).',
    ],
    ['why the browser asked first', 'because the method `PUT` always needs it; the page sets the header `x-trace`.'],
    ['the answer, and where it stopped', 'The server answered the preflight with status 401. **It stopped here:**'],
    ['the rule', '1. **`Access-Control-Allow-Origin` in the answer to the preflight.** The answer names no origin that may read it.'],
    ['what came', '- Came: nothing'],
    ['what would have passed', '- Would have passed: `https://app.example`'],
    ['the clause', '<https://fetch.spec.whatwg.org/#cors-check>'],
    [
      'the fix',
      '```http\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: x-trace\n```',
    ],
    ['the status', '(`OPTIONS https://api.example/items/1`) must have the status **204**'],
    ['the notes', '- Send these headers on every answer, errors included.'],
    ['the page’s side', '- Ask for less.'],
    ['the questions', '- **Question 4?** Answer 4.'],
    ['Chromium’s term', '`PreflightMissingAllowOriginHeader`'],
    ['Firefox’s term', '`CORSMissingAllowOrigin`'],
    ['the preflight’s command', "```sh\ncurl -i -X OPTIONS 'https://api.example/items/1'"],
    ['the request’s command', "```sh\ncurl -i -X PUT 'https://api.example/items/1'"],
    ['the preflight’s headers', '```http\nOrigin: https://app.example\nAccess-Control-Request-Method: PUT'],
    ['the answer’s headers', 'Its answer: status 401\n\n```http\nServer: nginx\n```'],
    ['the browser', '- Browser: Chromium `156.0`'],
    ['the counts', '- 7 requests seen, 1 of them to another origin, with 1 preflight'],
    ['the privacy', '**Privacy:** cookies, credentials'],
  ])('%s', (_, part) => {
    expect(text).toContain(part);
  });
});

const open = markdown([failed({ verdict: { engines: openEngines('https://x.example'), credentials: { value: 'unknown', basis: 'assumed' } } })]);

const rows: readonly [what: string, text: string, part: string][] = [
  ['that nothing shows whether it asked with credentials', open, ' Nothing shows whether it asked with credentials (cookies and the like).\n'],
  [
    'the words that Chromium may have said',
    open,
    [
      '- Chrome, Edge, one of these:',
      '  - blocks it as `PreflightAllowOriginMismatch` (`https://x.example`), if the page asked without credentials',
      '  - blocks it as `PreflightInvalidAllowCredentials`, if the page asked with credentials',
    ].join('\n'),
  ],
  [
    'the words that Firefox may have said',
    open,
    [
      '- Firefox, one of these:',
      '  - blocks it as `CORSMultipleAllowOriginNotAllowed`, if the header came on several lines',
      '  - blocks it as `CORSAllowOriginNotMatchingOrigin`, if the header came on one line',
    ].join('\n'),
  ],
  ['a redirect', markdown([redirected()]), '2. `https://api.example/old` answered with status 302, a redirect to `https://other.example/new`.'],
  ['the request after a redirect', markdown([redirected()]), 'The request after it: `GET https://other.example/new`\n\n```http\nOrigin: null\n```'],
  ['no preflight', markdown([redirected()]), '### Try it'],
  [
    'a refused redirect',
    markdown([
      failed({
        exchange: { hops: [hop({ preflights: [], response: answer(302, fields('Location: ftp://a.example/')) })] },
        explanation: { stage: 'redirect', problems: [problem({ stage: 'redirect' })] },
      }),
    ]),
    'a redirect to `ftp://a.example/`. **It stopped here:** the browser did not follow it.',
  ],
  [
    'what is not CORS',
    markdown([
      failed({ exchange: { hops: [hop({ preflights: [] })] }, explanation: { stage: 'network', isCors: false, responsible: 'network', fix: null } }),
    ]),
    'No usable answer came. **It stopped here:** the browser says `net::ERR_FAILED`.',
  ],
  ['no fix', markdown([failed({ explanation: { fix: null } })]), "No change to the server's answers would help here."],
  [
    'a hidden origin',
    markdown([failed({ verdict: { origin: { value: 'null', basis: 'observed' } } })]),
    'A page whose origin the browser hides (`null`) asked',
  ],
  ['several occurrences', markdown([failed(), failed()]), '# CORS report: 2 blocked requests, 1 failure\n'],
  ['nothing blocked', markdown([allowed()]), '# CORS report: no request was blocked\n'],
  ['lost requests', markdown([], { recording: { ...RECORDING, dropped: 3 } }), '- 3 older requests were let go'],
  ['requests before the recording', markdown([], { recording: { ...RECORDING, missedLoad: true } }), '- The page was loaded before recording began'],
  ['requests seen in part', markdown([failed({ exchange: { incomplete: true } })]), '- 1 request was seen only in part'],
  ['no redaction', markdown([failed()], {}, false), '**Privacy:** nothing in this text is redacted.'],
  [
    'advice',
    markdown([
      allowed({
        exchange: {
          hops: [hop({ url: `${API}/a`, method: 'GET', preflights: [], response: answer(200, fields(`Access-Control-Allow-Origin: ${PAGE}`)) })],
        },
      }),
    ]),
    '## Worth a look besides\n\n- `https://api.example/a`: This answer names one origin',
  ],
];
test.each(rows)('%s is said', (_, text, part) => {
  expect(text).toContain(part);
});

test('where nothing was seen, no line claims otherwise', () => {
  expect(markdown([redirected()])).not.toContain('preflight:');
});

describe.each(LANGUAGES)('in $language, hostile text', words => {
  /** The project's own markup, all that may stand outside code. */
  const own = (line: string) =>
    line
      .replace(/^#{1,3} |^\|---.*$|^\s*(?:- |\d+\. )/, '')
      .replaceAll('**', '')
      .replace(/<https:\/\/fetch\.spec\.whatwg\.org\/#cors-check>/, '');

  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 30), text]))('%j stays text', (_, text) => {
    const lines = outsideCode(markdown([hostile(text)], { recording: { ...RECORDING, pageUrl: text } }, false, words));
    const loose = lines.map(own).filter(line => !line.startsWith('|'));
    expect(loose.filter(line => /[`*_~#@&<>|\\$^={}[\]%!]|:\/\/|www\./.test(line))).toEqual([]);
  });

  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 30), text]))('%j leaves the table a table', (_, text) => {
    const [head = ''] = markdown([hostile(text)], {}, true, words).split('\n## ');
    const table = head.split('\n').filter(line => line.startsWith('|'));
    expect(table.map(line => cellsOf(line).length)).toEqual([5, 5, 5]);
  });

  test('has no hidden character', () => {
    expect(markdown([hostile()], {}, false, words).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});

describe.each(LANGUAGES)('in $language, the length', words => {
  const many = (text: string) => Array.from({ length: 60 }, (_, index) => hostile(`${text}/e${String.fromCharCode(97 + (index % 26))}${index}/`));
  test.each(['a`'.repeat(1000), '\u202e'.repeat(2000), '|`` '.repeat(500), 'x '.repeat(2000)])('is bounded: %#', text => {
    const written = markdown(many(text), {}, false, words);
    expect(written.length).toBeLessThanOrEqual(ISSUE_ROOM);
    expect(written).toContain(words.whole.notWrittenOut(60, 60).split('. ')[1]);
    expect(outsideCode(written).at(-2)).toBe(maskSpans(words.whole.notRedacted(markdownIn(words))));
  });

  test('is that of the whole report where there is room', () => {
    const written = toMarkdown(buildReport(input(many('x')), { redact: false }, words), Number.POSITIVE_INFINITY, words);
    expect(written.match(/^## \d+\. /gm)).toHaveLength(60);
    expect(written).not.toMatch(/JSON.export/i);
  });

  test('a command that is too long to paste is not written', () => {
    const headers = Array.from({ length: 10 }, (_, index) => ({ name: `x-${index}`, value: 'y '.repeat(750) }));
    expect(markdown([failed({ exchange: { hops: [hop({ requestHeaders: headers })] } })], {}, true, words)).toContain(
      words.commands.titledTooLong(words.commands.request),
    );
  });
});
