import type { Report } from '../model.ts';

/** The contract's names in its own order, and ours after it; a name stands at most once, wherever it is used. */
const KEY_ORDER: readonly string[] = [
  ...['schema', 'generator', 'id', 'code', 'stage', 'isCors', 'name', 'engine', 'version', 'browser', 'createdAt', 'page', 'recording', 'redacted'],
  ...['failures', 'advice', 'startedAt', 'requests', 'crossOrigin', 'preflights', 'dropped', 'incomplete', 'request', 'preflight', 'redirects'],
  ...['response', 'outcome', 'engines', 'problems', 'cause', 'explanation', 'fix', 'occurrences', 'kind', 'url', 'method', 'origin', 'resourceType'],
  ...['mode', 'credentials', 'result', 'evidence', 'reasons', 'status', 'header', 'value', 'basis', 'expected', 'confidence', 'headers', 'initiator'],
  ...[
    'line',
    'column',
    'function',
    'fromCache',
    'error',
    'chromium',
    'firefox',
    'safari',
    'blocked',
    'corsError',
    'failedParameter',
    'reason',
    'because',
    'readings',
    'spec',
  ],
  ...['headline', 'detail', 'responsible', 'checklist', 'question', 'answer', 'pageAdvice', 'notes', 'edits', 'statuses', 'target', 'hop'],
];
const RANK: ReadonlyMap<string, number> = new Map(KEY_ORDER.map((key, index) => [key, index]));

/** The report as JSON: two spaces, a new line at the end, and the same order of names however the report was put together. */
export function toJson(report: Report): string {
  return `${JSON.stringify(report, inOrder, 2)}\n`;
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

function rank(key: string): number {
  return RANK.get(key) ?? KEY_ORDER.length;
}
