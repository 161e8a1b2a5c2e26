import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.ts';
import { toJson } from '../../src/report/json.ts';
import { contractErrors } from './contract.ts';
import { hostile } from './hostile.ts';
import { LANGUAGES } from './languages.ts';
import { allowed, answer, failed, fields, hop, input, PAGE, preflight, redirected } from './sample.ts';

const CASES = {
  nothing: [],
  'a refused preflight': [failed()],
  'a refused redirect target': [redirected()],
  'no preflight answer': [
    failed({ exchange: { hops: [hop({ preflights: [preflight({ response: null, requestHeaders: null, error: 'net::ERR_EMPTY_RESPONSE' })] })] } }),
  ],
  'no fix': [failed({ explanation: { fix: null } })],
  'a network failure': [
    failed({
      exchange: {
        hops: [hop({ preflights: [] })],
        log: { error: 'x', resourceType: 'fetch', initiator: { url: 'a.js', line: 3, column: 7, function: 'f' }, requestHeaders: null },
      },
      explanation: { stage: 'network', isCors: false, fix: null, responsible: 'network' },
    }),
  ],
  'hostile text': [hostile()],
  advice: [
    allowed({ exchange: { hops: [hop({ method: 'GET', preflights: [], response: answer(200, fields(`Access-Control-Allow-Origin: ${PAGE}`)) })] } }),
  ],
} as const;

describe.each([true, false])('redact: %s', redact => {
  test.each(Object.entries(CASES).flatMap(([name, exchanges]) => LANGUAGES.map(words => [name, words, exchanges] as const)))(
    '%s keeps the contract in $1.language',
    (_, words, exchanges) => {
      expect(contractErrors(toJson(buildReport(input(exchanges), { redact }, words)))).toEqual([]);
    },
  );
});

test('a report that breaks the contract is noticed', () => {
  const report = buildReport(input([failed()]), { redact: true });
  expect(contractErrors(toJson({ ...report, failures: report.failures.map(failure => ({ ...failure, code: 'Not Kebab' })) }))).not.toEqual([]);
});
