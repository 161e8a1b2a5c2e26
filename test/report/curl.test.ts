import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ReportFailure } from '../../src/model.ts';
import { buildReport } from '../../src/report/build.ts';
import { preflightCurl, requestCurl, shellQuote } from '../../src/report/curl.ts';
import type { Judged } from '../../src/report/failure.ts';
import { toOneLine } from '../../src/report/headers-text.ts';
import { de } from '../../src/report/words/de.ts';
import { en } from '../../src/report/words/en.ts';
import { HOSTILE_TEXTS, hostile } from './hostile.ts';
import { LANGUAGES } from './languages.ts';
import { API, answer, failed, fields, hop, input, PAGE, preflight, redirected } from './sample.ts';

/** A folder with a curl that prints its arguments; whatever a command leaves behind there was not meant to run. */
const folder = mkdtempSync(join(tmpdir(), 'curl-'));
writeFileSync(join(folder, 'curl'), '#!/bin/sh\nfor argument; do printf "%s\\0" "$argument"; done\n', { mode: 0o755 });
afterAll(() => rmSync(folder, { recursive: true }));

/** The arguments that curl gets from a line in a real shell. */
function run(line: string): readonly string[] {
  const env = { HOME: folder, PATH: `${folder}:${process.env.PATH}` };
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '--noprofile', '-c', line], { cwd: folder, env, encoding: 'utf8' });
  expect([status, stderr, readdirSync(folder)]).toEqual([0, '', ['curl']]);
  return stdout.split('\0').slice(0, -1);
}

function built(judged: Judged): ReportFailure {
  const [failure] = buildReport(input([judged]), { redact: false }).failures;
  if (failure === undefined) throw new Error('expected a failure');
  return failure;
}

describe('shellQuote', () => {
  test('hands over exactly the text, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'\'"\\`$(){}[]*?~!#&|;<> \tab'), maxLength: 20 }), { minLength: 40, maxLength: 40 }),
        texts => {
          expect(run(`curl ${texts.map(shellQuote).join(' ')}`)).toEqual(texts.map(toOneLine));
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 30), text]))('%j is one argument', (_, text) => {
    expect(run(`curl ${shellQuote(text)}`)).toEqual([toOneLine(text)]);
  });
});

describe('the lines', () => {
  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 30), text]))('%j runs nothing and reads no file', (_, text) => {
    const failure = built(hostile(text));
    for (const line of [preflightCurl(failure) ?? '', ...LANGUAGES.map(words => requestCurl(failure, words))]) {
      expect(line).not.toContain('\n');
      const [, ...rest] = run(line);
      const headers = rest.filter((_argument, index) => rest[index - 1] === '-H');
      expect(headers.filter(header => !/^[\w-]+(?:: |;$)/.test(header))).toEqual([]);
    }
  });

  test('the preflight', () => {
    expect(preflightCurl(built(failed()))).toBe(
      `curl -i -X OPTIONS '${API}/items/1' -H 'Origin: ${PAGE}' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: x-trace'`,
    );
  });

  test('the preflight where its headers were not seen', () => {
    const judged = failed({ exchange: { hops: [hop({ preflights: [preflight({ requestHeaders: null })] })] } });
    expect(preflightCurl(built(judged))).toBe(
      `curl -i -X OPTIONS '${API}/items/1' -H 'Origin: ${PAGE}' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: x-trace'`,
    );
  });

  test('no preflight, no line', () => {
    expect(preflightCurl(built(redirected()))).toBeNull();
  });

  test.each([
    [en, '[value not seen]'],
    [de, '[Wert nicht gesehen]'],
  ])('the request of a refused preflight, whose headers were never sent', (words, notSeen) => {
    const headers = fields('Access-Control-Request-Headers: content-type,x-trace');
    const judged = failed({
      exchange: { hops: [hop({ preflights: [preflight({ requestHeaders: headers })] })] },
      verdict: { preflightReasons: [[{ kind: 'content-type', value: 'application/json' }]] },
    });
    expect(requestCurl(built(judged), words)).toBe(
      `curl -i -X PUT '${API}/items/1' -H 'Origin: ${PAGE}' -H 'content-type: application/json' -H 'x-trace: ${notSeen}'`,
    );
  });

  test('the handshake of a WebSocket', () => {
    const judged = failed({
      exchange: {
        hops: [
          hop({
            url: 'wss://api.example/live',
            method: 'GET',
            requestHeaders: fields(`Origin: ${PAGE}`, 'Upgrade: websocket', 'Sec-WebSocket-Key: AAAA'),
            preflights: [],
          }),
        ],
      },
      verdict: { mode: { value: 'websocket', basis: 'inferred' } },
    });
    expect(requestCurl(built(judged))).toBe(
      `curl -i --http1.1 --max-time 5 'https://api.example/live' -H 'Origin: ${PAGE}' -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='`,
    );
  });

  test('the request after a redirect, as it was sent there', () => {
    expect(requestCurl(built(redirected()))).toBe(`curl -i 'https://other.example/new' -H 'Origin: null'`);
  });

  const requested = (more: Parameters<typeof hop>[0]) =>
    requestCurl(built(failed({ exchange: { hops: [hop({ preflights: [], response: answer(200), ...more })] } })));
  test.each([
    ['HEAD has its own option', { method: 'HEAD', requestHeaders: fields('Origin: a') }, `curl -i -I '${API}/items/1' -H 'Origin: a'`],
    ['an odd method is quoted', { method: "A'B", requestHeaders: fields('Origin: a') }, `curl -i -X 'A'\\''B' '${API}/items/1' -H 'Origin: a'`],
    [
      'brackets are no pattern',
      { method: 'GET', url: `${API}/?a[]=1`, requestHeaders: fields('Origin: a') },
      `curl -i -g '${API}/?a[]=1' -H 'Origin: a'`,
    ],
    ['an empty field is sent', { method: 'GET', requestHeaders: fields('X-Empty:') }, `curl -i '${API}/items/1' -H 'X-Empty;'`],
    [
      'curl sets some fields itself',
      { method: 'GET', requestHeaders: fields('Host: a', 'Accept-Encoding: br', 'X: 1') },
      `curl -i '${API}/items/1' -H 'X: 1'`,
    ],
    [
      'a name that is none is not sent',
      {
        method: 'GET',
        requestHeaders: [
          { name: '@/etc/passwd', value: '' },
          { name: 'X', value: '1' },
        ],
      },
      `curl -i '${API}/items/1' -H 'X: 1'`,
    ],
    ['a URL is no option', { method: 'GET', url: '-o/var/x', requestHeaders: fields('X: 1') }, `curl -i --url '-o/var/x' -H 'X: 1'`],
  ])('%s', (_, more, expected) => {
    expect(requested(more)).toBe(expected);
  });
});
