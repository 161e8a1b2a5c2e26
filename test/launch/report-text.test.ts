import { describe, expect, it } from 'vitest';
import { MAX_FAILURES, MAX_LINE, reportText } from '../../src/launch/report-text.ts';
import type { Report, ReportFailure } from '../../src/model.ts';

const HOSTILE = '\u001b]0;owned\u0007\u001b[2J\r\nFAKE\u202e\u0085\u009b31m';

const failure = (headline: string, changes: Partial<ReportFailure> = {}): ReportFailure => ({
  id: '1',
  code: 'allow-origin-missing',
  stage: 'response',
  isCors: true,
  request: {
    url: 'http://api.example/data',
    method: 'GET',
    origin: 'http://app.example',
    resourceType: 'xmlhttprequest',
    mode: 'cors',
    credentials: { value: 'omit', basis: 'assumed' },
    headers: [],
    initiator: null,
  },
  preflight: null,
  redirects: [],
  response: { status: 200, headers: [], fromCache: false },
  outcome: { result: 'blocked', evidence: 'error', error: 'net::ERR_FAILED' },
  engines: {
    chromium: { blocked: true, corsError: 'MissingAllowOriginHeader', failedParameter: '', readings: [] },
    firefox: { blocked: true, reason: 'CORSMissingAllowOrigin', readings: [] },
    safari: { blocked: true },
  },
  problems: [],
  cause: { code: 'not-configured', confidence: 'likely', title: 'No origin', explanation: 'The server does not allow any origin.', shows: null },
  explanation: { headline, detail: 'Detail.', responsible: 'server', checklist: [], pageAdvice: ['Ask through your own server.'] },
  fix: {
    preflight: null,
    redirects: [],
    response: { headers: [{ name: 'Access-Control-Allow-Origin', value: 'http://app.example' }] },
    notes: ['Also send Vary: Origin.'],
    edits: [],
    statuses: [],
    requests: [],
  },
  occurrences: [{ startedAt: '2026-01-01T00:00:00.000Z', url: 'http://api.example/data' }],
  ...changes,
});

const report = (...failures: readonly ReportFailure[]): Report => ({
  schema: 'cors-devtools/report@1',
  generator: { name: 'cors-devtools', version: '0.1.0' },
  browser: { engine: 'chromium', version: '150.0' },
  createdAt: '2026-01-01T00:00:00.000Z',
  page: { url: 'http://app.example/' },
  recording: { startedAt: '2026-01-01T00:00:00.000Z', requests: 5, crossOrigin: 2, preflights: 1, dropped: 0, incomplete: 0 },
  redacted: true,
  failures,
  advice: [],
});

describe('reportText', () => {
  it('says for each failure what happened, who can mend it, and the fix', () => {
    expect(reportText(report(failure('It was blocked.')))).toBe(
      [
        'http://app.example/: 1 different failure (5 requests seen, 2 of them cross-origin).',
        '',
        '1. It was blocked.',
        '   GET http://api.example/data',
        '   Who can mend it: Whoever runs the server that was asked.',
        '   Reason (likely): The server does not allow any origin.',
        '   Fix:',
        '     The answer to the request itself (GET http://api.example/data)',
        '       Access-Control-Allow-Origin: http://app.example',
        '     Mind: Also send Vary: Origin.',
        "   What the page's own code can do:",
        '     - Ask through your own server.',
      ].join('\n'),
    );
  });

  it('says where no answer would help', () => {
    expect(reportText(report(failure('It was blocked.', { fix: null })))).toContain("Fix: no change to the server's answers would help.");
  });

  it('says when nothing was blocked', () => {
    expect(reportText(report())).toBe('http://app.example/: no request was blocked (5 requests seen, 2 of them cross-origin).');
  });

  it('lets the network write no control character and no line of its own', () => {
    const hostile = failure(HOSTILE, {
      request: { ...failure('').request, url: `http://api.example/${HOSTILE}`, method: HOSTILE },
      fix: {
        preflight: null,
        redirects: [],
        response: { headers: [{ name: HOSTILE, value: HOSTILE }] },
        notes: [HOSTILE],
        edits: [],
        statuses: [],
        requests: [],
      },
    });
    const text = reportText({ ...report(hostile), page: { url: HOSTILE } });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text.split('\n').filter(line => line.startsWith('FAKE'))).toEqual([]);
  });

  it('is bounded', () => {
    const long = failure('x'.repeat(100_000), { request: { ...failure('').request, url: `http://api.example/${'y'.repeat(100_000)}` } });
    const text = reportText(report(...Array.from({ length: MAX_FAILURES + 7 }, () => long)));
    expect(Math.max(...text.split('\n').map(line => line.trim().length))).toBeLessThanOrEqual(MAX_LINE);
    expect(text).toContain('7 more failures are in cors-report.json.');
    expect(text.match(/^\d+\. /gm)?.length).toBe(MAX_FAILURES);
  });
});
