import { describe, expect, it } from 'vitest';
import { readLinterMessages, readVitestReport } from '../../src/launch/test-steps.ts';

const file = (status: string, ...tests: readonly string[]) => ({ status, assertionResults: tests.map(each => ({ status: each })) });

describe('readVitestReport', () => {
  it.each([
    {
      title: 'all passed',
      passed: 3,
      failed: 0,
      success: true,
      files: [file('passed', 'passed', 'passed', 'passed')],
      counts: { passed: 3, failed: 0 },
    },
    { title: 'one failed', passed: 1, failed: 1, success: false, files: [file('failed', 'passed', 'failed')], counts: { passed: 1, failed: 1 } },
    { title: 'a file that cannot be loaded', passed: 2, failed: 0, success: false, files: [file('failed')], counts: { passed: 2, failed: 1 } },
    { title: 'a hook that throws', passed: 1, failed: 0, success: false, files: [file('failed', 'passed')], counts: { passed: 1, failed: 1 } },
    { title: 'an error outside any file', passed: 1, failed: 0, success: false, files: [file('passed', 'passed')], counts: { passed: 1, failed: 1 } },
    { title: 'no test at all', passed: 0, failed: 0, success: true, files: [], counts: { passed: 0, failed: 1 } },
  ])('$title', ({ passed, failed, success, files, counts }) => {
    expect(readVitestReport(JSON.stringify({ numPassedTests: passed, numFailedTests: failed, success, testResults: files }))).toEqual(counts);
  });
});

describe('readLinterMessages', () => {
  const message = { _type: 'warning', code: 'UNSAFE', message: 'Unsafe' };
  it.each([
    { title: 'nothing', report: {}, messages: [] },
    { title: 'an error', report: { errors: [{ ...message, _type: 'error' }] }, messages: ['error UNSAFE: Unsafe'] },
    { title: 'a warning in a file', report: { warnings: [{ ...message, file: 'a.js', line: 3 }] }, messages: ['warning UNSAFE: Unsafe (a.js:3)'] },
    { title: 'a notice', report: { notices: [{ ...message, _type: 'notice', file: 'a.js' }] }, messages: ['notice UNSAFE: Unsafe (a.js)'] },
  ])('$title', ({ report, messages }) => {
    expect(readLinterMessages(JSON.stringify({ errors: [], warnings: [], notices: [], ...report }))).toEqual(messages);
  });
});
