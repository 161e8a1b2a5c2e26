import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCHANGES_MAX, readText } from '../../panel/opened/read-text.ts';
import { buildReport } from '../../src/report/build.ts';
import { toJson } from '../../src/report/json.ts';
import { EXCHANGES_MAX as RECORDED_MAX } from '../../src/session.ts';
import { entry, har, PAGE } from '../har/build.ts';
import { failed, input } from '../report/sample.ts';

const report = toJson(buildReport(input([failed()]), { redact: true }));
const olderReport = JSON.stringify(JSON.parse(report), (key, value) => (key === 'exchange' ? undefined : value));

describe('a file that cannot be opened says which kind of trouble it is', () => {
  test.each([
    ['empty', ''],
    ['empty', ' \n'],
    ['truncated', report.slice(0, 2_000)],
    ['truncated', '{"log":{"entries":[{"request'],
    ['not-json', '<!doctype html><p>Not found</p>'],
    ['not-json', '{"a":}'],
    ['not-json', 'GET / HTTP/1.1'],
    ['neither', '{"name":"package"}'],
    ['neither', '[]'],
    ['neither', 'null'],
    ['no-requests', JSON.stringify(har([]))],
    ['old-report', olderReport],
  ])('%s', (kind, text) => {
    expect(readText(text)).toEqual({ fault: { kind } });
  });

  test('where a report is damaged', () => {
    expect(readText(report.replace('"isCors": true', '"isCors": "yes"'))).toEqual({ fault: { kind: 'damaged-report', at: 'failures.0.isCors' } });
  });

  test('whatever the text is, nothing is thrown', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void readText(text)));
    fc.assert(fc.property(fc.json(), text => void readText(text)));
    fc.assert(fc.property(fc.nat(report.length), length => void readText(report.slice(0, length))));
  });
});

test.each([
  ['a report', report, 'report', 'CORS DevTools 0.1.0'],
  ['a report that a tool put a mark before', `\ufeff${report}`, 'report', 'CORS DevTools 0.1.0'],
  ['a HAR', JSON.stringify(har([entry({ error: 'net::ERR_FAILED' })])), 'har', 'WebInspector 537.36'],
])('%s is opened', (_, text, kind, tool) => {
  const opened = readText(text);
  if ('fault' in opened) throw new Error(opened.fault.kind);
  expect(opened.source).toMatchObject({ kind, tool });
  expect(opened.exchanges.map(({ initiator }) => initiator)).toEqual([PAGE]);
});

test('a file may hold as much as a recording', () => {
  expect(EXCHANGES_MAX).toBe(RECORDED_MAX);
});
