import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportFailure } from '../../src/model.ts';
import { buildReport } from '../../src/report/build.ts';
import type { Judged } from '../../src/report/failure.ts';
import { requestFetch } from '../../src/report/fetch-line.ts';
import { de } from '../../src/report/words/de.ts';
import { en } from '../../src/report/words/en.ts';
import { HOSTILE_TEXTS, hostile } from './hostile.ts';
import { LANGUAGES } from './languages.ts';
import { API, failed, fields, hop, input, PAGE, preflight, verdict } from './sample.ts';

function built(judged: Judged, redact = true): ReportFailure {
  const [failure] = buildReport(input([judged]), { redact }).failures;
  if (failure === undefined) throw new Error('expected a failure');
  return failure;
}

/** What fetch is called with when the line is run; it has nothing else in reach. */
function run(line: string): readonly [url: string, options: RequestInit & { readonly headers?: readonly [string, string][] }] {
  const calls: unknown[][] = [];
  vm.runInNewContext(line, { fetch: (...args: unknown[]) => void calls.push(args) });
  expect(calls.length).toBe(1);
  return JSON.parse(JSON.stringify(calls[0]));
}

const asked = (...lines: readonly string[]) =>
  preflight({ requestHeaders: fields(`Origin: ${PAGE}`, 'Access-Control-Request-Method: PUT', ...lines) });

test.each([
  [
    'what a preflight asked about and never got to send',
    failed({ exchange: { hops: [hop({ preflights: [asked('Access-Control-Request-Headers: content-type,x-trace')] })] } }),
    `fetch("${API}/items/1", { method: "PUT", mode: "cors", credentials: "same-origin", headers: [["content-type", "[value not seen]"], ["x-trace", "[value not seen]"]] });`,
  ],
  [
    'the page’s own fields, and none of the browser’s or of its cache',
    failed({
      exchange: {
        hops: [
          hop({
            requestHeaders: fields(
              'Accept: */*',
              'Accept-Language: de',
              'Cache-Control: no-cache',
              'Cookie: sid=abcdefgh',
              `Origin: ${PAGE}`,
              'Sec-Fetch-Mode: cors',
              'X-Trace: 7',
            ),
            preflights: [asked('Access-Control-Request-Headers: x-trace')],
          }),
        ],
      },
    }),
    `fetch("${API}/items/1", { method: "PUT", mode: "cors", credentials: "same-origin", headers: [["X-Trace", "7"]] });`,
  ],
  [
    'a secret left out',
    failed({ exchange: { hops: [hop({ method: 'GET', requestHeaders: fields('Authorization: Bearer abc123XYZ987'), preflights: [] })] } }),
    `fetch("${API}/items/1", { mode: "cors", credentials: "same-origin", headers: [["Authorization", "Bearer [redacted]"]] });`,
  ],
  [
    'credentials of which nothing tells',
    failed({
      exchange: { hops: [hop({ method: 'GET', requestHeaders: [], preflights: [] })] },
      verdict: verdict({ credentials: { value: 'unknown', basis: 'assumed' } }),
    }),
    `fetch("${API}/items/1", { mode: "cors", credentials: "same-origin" /* not known: try "include" too */ });`,
  ],
  [
    'a WebSocket, its protocols left out',
    failed({
      exchange: {
        hops: [
          hop({ url: 'wss://api.example/live', method: 'GET', requestHeaders: fields('Sec-WebSocket-Protocol: graphql-WS, chat'), preflights: [] }),
        ],
      },
      verdict: { mode: { value: 'websocket', basis: 'inferred' } },
    }),
    'new WebSocket("wss://api.example/live", ["[redacted]"]);',
  ],
  [
    'a WebSocket without any',
    failed({
      exchange: { hops: [hop({ url: 'wss://api.example/live', method: 'GET', preflights: [] })] },
      verdict: { mode: { value: 'websocket', basis: 'inferred' } },
    }),
    'new WebSocket("wss://api.example/live");',
  ],
  [
    'a URL that fetch would refuse',
    failed({ exchange: { hops: [hop({ url: 'https://me:secret@api.example/', method: 'GET', preflights: [] })] } }),
    'fetch("https://api.example/", { mode: "cors", credentials: "same-origin" });',
  ],
])('%s', (_, judged, line) => {
  expect(requestFetch(built(judged))).toBe(line);
});

test('a WebSocket with its protocols', () => {
  const requestHeaders = fields('Sec-WebSocket-Protocol: graphql-WS, chat');
  const judged = failed({
    exchange: { hops: [hop({ url: 'wss://api.example/live', method: 'GET', requestHeaders, preflights: [] })] },
    verdict: { mode: { value: 'websocket', basis: 'inferred' } },
  });
  expect(requestFetch(built(judged, false))).toBe('new WebSocket("wss://api.example/live", ["graphql-WS", "chat"]);');
});

test.each([
  [en, '["x-trace", "[value not seen]"]', '/* not known: try "include" too */'],
  [de, '["x-trace", "[Wert nicht gesehen]"]', '/* nicht bekannt: auch "include" ausprobieren */'],
])('what is not known is told in $0.language', (words, ...parts) => {
  const judged = failed({ verdict: { credentials: { value: 'unknown', basis: 'assumed' } } });
  const line = requestFetch(built(judged), words);
  expect(parts.filter(part => !line.includes(part))).toEqual([]);
});

describe('runs nothing but the call', () => {
  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 30), text]))('%j', (_, text) => {
    const unknown = { ...hostile(text), verdict: { ...hostile(text).verdict, credentials: { value: 'unknown', basis: 'assumed' } as const } };
    for (const line of LANGUAGES.flatMap(words => [hostile(text), unknown].map(judged => requestFetch(built(judged), words)))) {
      expect(line).toMatch(/^[\x20-\x7e]*$/);
      expect(line).not.toMatch(/[<>&]/);
      run(line);
    }
  });

  test('any text is handed over as it is, as far as a header can carry it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 20 }), (path, value) => {
        const url = `${API}/${path}`;
        const [calledUrl, { headers }] = run(
          requestFetch(
            built(failed({ exchange: { hops: [hop({ url, method: 'GET', preflights: [], requestHeaders: [{ name: 'X-Any', value }] })] } }), false),
          ),
        );
        expect(calledUrl).toBe(url);
        for (const [, sent] of headers ?? []) expect(sent).toMatch(/^[\x20-\x7e\x80-\xff]*$/);
      }),
    );
  });
});
