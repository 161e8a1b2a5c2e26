import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model.ts';
import { buildReport } from '../../src/report/build.ts';
import { toJson } from '../../src/report/json.ts';
import { causesOf, exchangesOf, handOn, recordingOf } from '../../src/report/opened.ts';
import { type ReadReport, readReport } from '../../src/report/read-report.ts';
import { de } from '../../src/report/words/de.ts';
import { contractErrors } from './contract.ts';
import { HOSTILE_TEXTS, hostile } from './hostile.ts';
import { ENGINES, judge, RECORDED, recordedIn, reportOf } from './recorded-report.ts';
import { failed, hop, input, redirected, START } from './sample.ts';

const LATER = new Date(START + 1e9);

function read(report: unknown): ReadReport {
  const result = readReport(JSON.parse(JSON.stringify(report)));
  if ('fault' in result) throw new Error(`not read: ${result.fault}`);
  return result.report;
}

/** Exported, opened, exported again. */
const again = (report: Report, redact = true): Report => handOn(read(JSON.parse(toJson(report))), null, LATER, { redact });

describe.each(ENGINES)('what was recorded in %s', engine => {
  test.each([true, false])('opened and exported again is the same report, redact: %s', redact => {
    const report = reportOf(recordedIn(engine), engine, redact);
    expect(report.failures.length).toBeGreaterThan(80);
    const second = again(report, redact);
    expect({ ...second, createdAt: report.createdAt }).toEqual(report);
    expect(second.createdAt).toBe(LATER.toISOString());
    expect(toJson(again(second, redact))).toBe(toJson(second));
    expect(contractErrors(toJson(second))).toEqual([]);
  });

  const failing = RECORDED.filter(each => each.engine === engine).map(({ id, exchanges }) => ({ id, report: reportOf(exchanges, engine) }));
  test.each(failing.filter(({ report }) => report.failures.length > 0))('$id is judged as it was', ({ report }) => {
    const opened = exchangesOf(read(report), 1_000).map(exchange => judge(exchange, engine));
    expect(opened.length).toBe(report.failures.flatMap(({ occurrences }) => occurrences).length);
    for (const { explanation, verdict, exchange } of opened) {
      const failure = report.failures[Number.parseInt(exchange.id, 10)];
      expect([explanation?.code, explanation?.stage, verdict.outcome.result]).toEqual([failure?.code, failure?.stage, failure?.outcome.result]);
      expect(explanation?.cause.code).toBe(failure?.cause.code);
    }
  });
});

describe('a report that was written in German, opened and exported again in English', () => {
  test.each([
    ['what was recorded in Firefox', reportOf(recordedIn('firefox'), 'firefox', true, de)],
    ['text that was cut', buildReport(input([hostile('€'.repeat(100_000))]), { redact: true }, de)],
  ])('%s is the same text', (_, report) => {
    expect(toJson(report)).toContain('Zeichen weggelassen');
    expect({ ...again(report), createdAt: report.createdAt }).toEqual(report);
  });
});

test('what was redacted once stays so, and says so', () => {
  expect(again(buildReport(input([failed()]), { redact: true }), false).redacted).toBe(true);
});

test('a report that says that it is redacted is redacted all the same', () => {
  const report = {
    ...buildReport(input([failed({ exchange: { hops: [hop({ requestHeaders: [{ name: 'Cookie', value: 'sid=abc123XYZ987' }] })] } })]), {
      redact: false,
    }),
    redacted: true,
  };
  expect(toJson(again(report))).not.toContain('abc123XYZ987');
});

test('each occurrence is listed at its own time and address', () => {
  const exchanges = [0, 1, 2].map(number => ({
    ...failed({
      exchange: {
        id: String(number),
        startedAt: START + number * 1000,
        endedAt: START + number * 1000 + 10,
        hops: [hop({ url: `https://api.example/items/${number}` })],
      },
    }),
  }));
  const opened = exchangesOf(read(buildReport(input(exchanges), { redact: true })), 2);
  expect(opened.map(({ id, startedAt, endedAt, hops }) => [id, startedAt, endedAt, hops[0]?.url])).toEqual([
    ['0#0', START, START + 10, 'https://api.example/items/0'],
    ['0#1', START + 1000, START + 1010, 'https://api.example/items/1'],
  ]);
});

test('one failure alone is handed on by the id of any of its exchanges', () => {
  const report = read(buildReport(input([failed(), redirected()]), { redact: true }));
  const [, second] = exchangesOf(report, 10);
  expect(handOn(report, [second?.id ?? ''], LATER, { redact: true }).failures.map(({ id }) => id)).toEqual([report.failures[1]?.id]);
});

test('the recording is what the report tells of it', () => {
  const report = buildReport(input([failed()]), { redact: true });
  expect(recordingOf(read(report))).toMatchObject({ pageUrl: report.page.url, startedAt: START, requests: 7, dropped: 0 });
});

describe('a report that is none', () => {
  const good = () => JSON.parse(toJson(buildReport(input([redirected(), failed()]), { redact: true })));
  test.each<[string, (report: ReturnType<typeof good>) => void]>([
    ['browser.engine', report => (report.browser.engine = 'safari')],
    ['createdAt', report => (report.createdAt = 'yesterday')],
    ['failures', report => (report.failures = {})],
    ['failures.1.code', report => (report.failures[1].code = '<b>')],
    ['failures.0.exchange', report => delete report.failures[0].exchange],
    ['failures.0.exchange.hops', report => (report.failures[0].exchange.hops = [])],
    ['failures.0.exchange.startedAt', report => (report.failures[0].exchange.startedAt = 1e300)],
    ['failures.0.request.headers.0.value', report => (report.failures[0].request.headers[0].value = 7)],
    ['failures.0.cause.confidence', report => (report.failures[0].cause.confidence = 'constructor')],
    ['recording.requests', report => (report.recording.requests = -1)],
  ])('is named by its first fault: %s', (fault, spoil) => {
    const report = good();
    spoil(report);
    expect(readReport(report)).toEqual({ fault });
  });

  test('of any shape is refused and throws nothing', () => {
    fc.assert(fc.property(fc.jsonValue(), value => void expect(readReport(value)).toHaveProperty('fault')));
  });

  test('and nothing that the schema does not know gets through', () => {
    const report = good();
    report.failures[0].surprise = '<script>';
    expect(JSON.stringify(read(report))).not.toContain('surprise');
  });
});

/** Nothing but one letter is no secret; what is left of it once it is cut, with the count of what is gone, looks like one. */
const LOOKS_SECRET_ONCE_CUT = 'x'.repeat(100_000);

test.each(HOSTILE_TEXTS.filter(text => text !== LOOKS_SECRET_ONCE_CUT).map(text => [text.slice(0, 30), text]))('%j survives both ways', (_, text) => {
  const report = buildReport(input([hostile(text)]), { redact: true });
  expect({ ...again(report), createdAt: report.createdAt }).toEqual(report);
});

test('what is behind a failure is what the report says, for each of its exchanges', () => {
  const report = read(buildReport(input([failed(), redirected()]), { redact: true }));
  const codes = exchangesOf(report, 10).map(({ id }) => causesOf(report, id).map(({ code }) => code));
  expect(codes).toEqual(report.failures.map(({ cause }) => [cause.code]));
  expect(causesOf(report, 'none')).toEqual([]);
});
