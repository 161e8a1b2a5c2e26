/** A report as plain text for a terminal: each failure's headline, who can mend it, and the fix. */
import type { Report, ReportFailure } from '../model.ts';
import { clip } from '../report/bound.ts';
import { fixSections } from '../report/headers-text.ts';
import { visible } from '../report/markdown-escape.ts';
import { en } from '../report/words/en.ts';

/** Failures written out; the rest is counted. */
export const MAX_FAILURES = 200;
/** The longest line that network text can make, in UTF-16 code units without the indentation. */
export const MAX_LINE = 500;

/** Network text must not write escape sequences to the terminal, or lines of its own: what is hidden is spelt out. */
const line = (indent: string, text: string): string => indent + clip(visible(text), MAX_LINE);

const INDENT = '   ';
const DEEPER = `${INDENT}  `;

const fixLines = (failure: ReportFailure): readonly string[] => {
  const sections = fixSections(failure);
  const advice = failure.explanation.pageAdvice.map(sentence => line(DEEPER, `- ${sentence}`));
  const change = sections.flatMap(({ title, method, url, status, headers }) => [
    line(DEEPER, `${title} (${method} ${url})${status === null ? '' : `: status ${status}`}`),
    ...headers.map(({ name, value }) => line(`${DEEPER}  `, `${name}: ${value}`)),
  ]);
  const intro = sections.length === 0 ? `Fix: no change to the server's answers would help.` : 'Fix:';
  return [
    INDENT + intro,
    ...change,
    ...(failure.fix?.notes ?? []).map(note => line(DEEPER, `Mind: ${note}`)),
    ...(advice.length === 0 ? [] : [`${INDENT}What the page's own code can do:`, ...advice]),
  ];
};

const failureText = (failure: ReportFailure, index: number): string =>
  [
    line('', `${index + 1}. ${failure.explanation.headline}`),
    line(INDENT, `${failure.request.method} ${failure.request.url}`),
    line(INDENT, `Who can mend it: ${en.failure.responsible[failure.explanation.responsible]}.`),
    line(INDENT, `${en.failure.reason(failure.cause.confidence)} ${failure.cause.explanation}`),
    ...fixLines(failure),
  ].join('\n');

/** The report for a terminal: bounded, and without a control character that the network sent. */
export const reportText = ({ failures, recording, page }: Report): string => {
  const left = failures.length - MAX_FAILURES;
  const seen = `${recording.requests} requests seen, ${recording.crossOrigin} of them cross-origin`;
  return [
    line(
      '',
      `${page.url}: ${failures.length === 0 ? 'no request was blocked' : `${failures.length} different failure${failures.length === 1 ? '' : 's'}`} (${seen}).`,
    ),
    ...failures.slice(0, MAX_FAILURES).map(failureText),
    ...(left > 0 ? [`${left} more failures are in cors-report.json.`] : []),
  ].join('\n\n');
};
