import type { Report, ReportFailure } from '../model.ts';
import { additionsOf, missedLoad } from './additions.ts';
import { boundReport, type Limits } from './bound.ts';
import { cell, code, prose, visible } from './markdown-escape.ts';
import { describeFailure, RESPONSIBLE } from './markdown-failure.ts';
import { mapReport, type ReportVisitor } from './walk.ts';

/** GitHub takes 65,536 characters for an issue; room is left for what a person adds. */
export const MAX_MARKDOWN = 60_000;

/** For reading; what is longer is in the JSON export. */
const LIMITS = {
  url: 500,
  headerName: 100,
  headerValue: 400,
  text: 1_500,
  headline: 160,
  origin: 300,
  token: 40,
  headers: 40,
} satisfies Limits;

/** Rows of the summary. */
const MAX_ROWS = 25;
/** Pieces of advice. */
const MAX_ADVICE = 8;
const MAX_CELL_URL = 120;

/** A sentence may have paragraphs. */
const inParagraphs = (text: string) => text.split('\n').map(visible).join('\n');

/** Hidden characters take more room once they are spelt out: they are before anything is shortened. */
const SPELT_OUT = {
  url: visible,
  headerName: visible,
  headerValue: (_, value) => visible(value),
  text: inParagraphs,
  headline: visible,
  origin: visible,
  token: visible,
} satisfies ReportVisitor;

/** The report as text for an issue tracker, at most `MAX_MARKDOWN` UTF-16 code units. What does not fit is counted in it. */
export function toMarkdown(report: Report): string {
  const shown = boundReport(mapReport(report, SPELT_OUT), LIMITS);
  const head = [title(shown), introduction(shown), ...summary(shown.failures)];
  const tail = [...advice(shown), facts(shown), privacy(shown)];
  let room = MAX_MARKDOWN - length(head) - length(tail) - NOT_WRITTEN_OUT.length;
  const body: string[] = [];
  for (const [index, failure] of shown.failures.entries()) {
    for (const block of describeFailure(failure, report.failures[index] ?? failure, index + 1)) {
      room -= length([block]);
      if (room < 0) return join([...head, ...body, NOT_WRITTEN_OUT, ...tail]);
      body.push(block);
    }
  }
  return join([...head, ...body, ...tail]);
}

const NOT_WRITTEN_OUT =
  '**The rest of the failures is not written out here, to keep this text short enough for an issue. The JSON export has all of them.**';

function join(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

function length(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.length + 2, 0);
}

const timesSeen = (failure: ReportFailure) => failure.occurrences.length + additionsOf(failure).occurrencesLeftOut;

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function title({ failures }: Report): string {
  const blocked = failures.reduce((sum, failure) => sum + timesSeen(failure), 0);
  if (blocked === 0) return '# CORS report: no request was blocked';
  const different = blocked === failures.length ? '' : `, ${count(failures.length, 'failure', 'different failures')}`;
  return `# CORS report: ${count(blocked, 'blocked request', 'blocked requests')}${different}`;
}

function introduction({ page, failures }: Report): string {
  const where = page.url === '' ? 'A page' : `The page ${code(page.url)}`;
  if (failures.length === 0) return `${where} was watched, and the browser let all of its requests to other origins through.`;
  return [
    `${where} asked another server for something, and the browser did not give it the answer.`,
    'An origin is the scheme, the host and the port of an address. A browser lets a page read the answers of another origin only if that server says so, with response headers whose names begin with `Access-Control-`.',
    'Only browsers enforce this: the same request works in curl or Postman, which proves nothing.',
    'Each failure below says who can mend it, and what to change so that one change is enough.',
  ].join(' ');
}

function summary(failures: readonly ReportFailure[]): readonly string[] {
  if (failures.length === 0) return [];
  const rows = failures.slice(0, MAX_ROWS).map((failure, index) => {
    const { request, explanation } = failure;
    const asked = code(`${request.method} ${shorten(request.url)}`);
    const cells = [String(index + 1), asked, prose(explanation.headline), RESPONSIBLE[explanation.responsible], String(timesSeen(failure))];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const more = failures.length - rows.length;
  const table = ['| # | Request | What happened | Who can mend it | Times |', '|---|---|---|---|---|', ...rows].join('\n');
  return more > 0 ? [table, `${count(more, 'more failure is', 'more failures are')} in the JSON export.`] : [table];
}

function shorten(url: string): string {
  return url.length > MAX_CELL_URL ? `${url.slice(0, MAX_CELL_URL)}…` : url;
}

function advice({ advice: given }: Report): readonly string[] {
  if (given.length === 0) return [];
  const lines = given.slice(0, MAX_ADVICE).map(({ url, explanation }) => `- ${code(shorten(url))}: ${prose(explanation)}`);
  const more = given.length - lines.length;
  return [
    '## Not blocked, but worth a look',
    lines.join('\n'),
    ...(more > 0 ? [`${count(more, 'more piece of advice is', 'more pieces of advice are')} in the JSON export.`] : []),
  ];
}

const ENGINES = { chromium: 'Chromium', firefox: 'Firefox' } satisfies Record<Report['browser']['engine'], string>;

function facts({ browser, generator, createdAt, recording }: Report): string {
  const { startedAt, requests, crossOrigin, preflights, dropped, incomplete } = recording;
  return [
    '## What this rests on',
    [
      `- Browser: ${ENGINES[browser.engine]} ${prose(browser.version)}`,
      `- Written by CORS DevTools ${prose(generator.version)} at ${code(createdAt)}; recorded since ${code(startedAt)}`,
      `- ${count(requests, 'request', 'requests')} seen, ${crossOrigin} of them to another origin, with ${count(preflights, 'preflight', 'preflights')}`,
      ...(missedLoad(recording) ? ['- The page was loaded before recording began: requests that it made until then are missing.'] : []),
      ...(dropped > 0
        ? [`- ${count(dropped, 'older request was', 'older requests were')} let go, because the record is bounded: this report may lack failures.`]
        : []),
      ...(incomplete > 0
        ? [
            `- ${count(incomplete, 'request was', 'requests were')} seen only in part, because recording began or was interrupted while they were in flight.`,
          ]
        : []),
    ].join('\n'),
  ].join('\n\n');
}

function privacy({ redacted }: Report): string {
  return redacted
    ? '**Privacy:** cookies, credentials, passwords in URLs and what looks like a token are replaced by `[redacted]` (`redacted` in URLs); put your own values there to repeat a request. Read this text before you post it all the same: addresses and other values are as they were.'
    : '**Privacy:** nothing in this text is redacted. It may hold cookies, credentials and tokens that still work: do not post it where others can read it.';
}
