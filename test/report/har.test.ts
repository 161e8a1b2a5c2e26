import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { buildReport } from '../../src/report/build.ts';
import type { Judged } from '../../src/report/failure.ts';
import { toHar, toHarJson } from '../../src/report/har.ts';
import { HAR_SCHEMA } from '../har/har.schema.ts';
import { HOSTILE_TEXTS, hostile } from './hostile.ts';
import { ENGINES, judge, RECORDED, recordedIn, reportOf } from './recorded-report.ts';
import { API, answer, failed, fields, hop, input, PAGE, preflight, redirected, START } from './sample.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
const isHar = ajv.compile(HAR_SCHEMA);

/** What breaks HAR 1.2; none where nothing does. */
const faults = (har: unknown): readonly string[] =>
  isHar(har) ? [] : (isHar.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

const har = (exchanges: readonly Judged[], redact = true) => toHar(buildReport(input(exchanges), { redact }));

describe('is HAR 1.2', () => {
  test.each(ENGINES)('for all that was recorded in %s', engine => {
    const written = JSON.parse(toHarJson(reportOf(recordedIn(engine), engine)));
    expect(faults(written)).toEqual([]);
    for (const { time, timings, pageref } of written.log.entries) {
      expect(time).toBe(timings.send + timings.wait + timings.receive);
      expect(written.log.pages.map(({ id }: { id: string }) => id)).toContain(pageref);
    }
  });

  test.each(HOSTILE_TEXTS.map(text => [text.slice(0, 30), text]))('with %j in every place', (_, text) => {
    expect(faults(JSON.parse(toHarJson(buildReport(input([hostile(text)]), { redact: false }))))).toEqual([]);
  });

  test('and one that is none is noticed', () => {
    const [entry] = har([failed()]).log.entries;
    expect(faults({ log: { ...har([failed()]).log, entries: [{ ...entry, time: '1', surprise: 1 }] } })).not.toEqual([]);
  });
});

test('a preflight and its request are two entries, in this order, with what each sent and got', () => {
  const { entries } = har([failed()]).log;
  expect(
    entries.map(({ request, response, _resourceType, _cors }) => [request.method, request.url, response.status, _resourceType, _cors.stoppedHere]),
  ).toEqual([
    ['OPTIONS', `${API}/items/1`, 204, 'preflight', true],
    ['PUT', `${API}/items/1`, 0, 'xhr', false],
  ]);
  expect(entries[0]?.request.headers).toContainEqual({ name: 'Access-Control-Request-Method', value: 'PUT' });
  expect(entries[1]?.response._error).toBe('net::ERR_FAILED');
  expect(entries.map(({ _cors }) => _cors.code)).toEqual(['allow-origin-missing', 'allow-origin-missing']);
});

test('each hop of a redirect is an entry that leads to the next', () => {
  const { entries } = har([redirected()]).log;
  expect(entries.map(({ request, response, _cors }) => [request.url, response.status, response.redirectURL, _cors.stoppedHere])).toEqual([
    [`${API}/old`, 302, 'https://other.example/new', false],
    ['https://other.example/new', 200, '', true],
  ]);
});

test('failures stand in the order in which they began', () => {
  const at = (startedAt: number, url: string) => failed({ exchange: { startedAt, endedAt: startedAt + 5, hops: [hop({ url, preflights: [] })] } });
  const { entries } = har([at(START + 1000, `${API}/b`), at(START, `${API}/a`)]).log;
  expect(entries.map(({ startedDateTime, request, time }) => [startedDateTime, request.url, time])).toEqual([
    ['2026-01-02T03:04:05.678Z', `${API}/a`, 5],
    ['2026-01-02T03:04:06.678Z', `${API}/b`, 5],
  ]);
});

test('secrets are left out wherever HAR repeats them', () => {
  const judged = failed({
    exchange: {
      hops: [
        hop({
          url: `${API}/a?access_token=abc123XYZ987&x=1`,
          requestHeaders: fields('Cookie: sid=abc123XYZ987; b'),
          preflights: [preflight({ url: `${API}/a?access_token=abc123XYZ987&x=1` })],
          response: answer(200, fields('Set-Cookie: sid=abc123XYZ987; Path=/')),
        }),
      ],
    },
  });
  expect(JSON.stringify(har([judged]))).not.toContain('abc123XYZ987');
  expect(har([judged], false).log.entries[1]?.request).toMatchObject({
    cookies: [
      { name: 'sid', value: 'abc123XYZ987' },
      { name: '', value: 'b' },
    ],
    queryString: [
      { name: 'access_token', value: 'abc123XYZ987' },
      { name: 'x', value: '1' },
    ],
  });
});

test('it names the page and the browser, and the line that asked as Chromium does', () => {
  const log = {
    error: null,
    resourceType: 'fetch',
    initiator: { url: `${PAGE}/main.js`, line: 3, column: 5, function: 'save' },
    requestHeaders: null,
  };
  const { log: written } = har([failed({ exchange: { log } })]);
  expect([written.browser, written.pages[0]?.title]).toEqual([{ name: 'Chromium', version: '156.0' }, `${PAGE}/`]);
  expect(written.entries[1]?._initiator).toEqual({
    type: 'script',
    stack: { callFrames: [{ functionName: 'save', url: `${PAGE}/main.js`, lineNumber: 2, columnNumber: 4 }] },
  });
});

describe.each(ENGINES)('what was recorded in %s is read from it again', engine => {
  const failing = RECORDED.filter(each => each.engine === engine).map(({ id, exchanges }) => ({ id, report: reportOf(exchanges, engine, false) }));
  test.each(failing.filter(({ report }) => report.failures.length > 0))('$id', ({ report }) => {
    const opened = readHar(JSON.parse(toHarJson(report)), 1_000);
    expect(opened.source).toEqual({
      browser: { engine, version: '1.0' },
      tool: `${engine === 'firefox' ? 'Firefox' : 'Chromium'} 1.0`,
      isBrowser: true,
    });
    const codes = opened.exchanges.map(exchange => judge(exchange, engine).explanation?.code ?? null);
    expect(codes).toEqual(report.failures.map(({ code }) => code));
  });
});
