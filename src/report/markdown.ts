import type { Report, ReportFailure } from '../model.ts';
import { additionsOf, missedLoad } from './additions.ts';
import { boundReport, type Limits } from './bound.ts';
import { cell, code, prose, visible } from './markdown-escape.ts';
import { describeFailure, RESPONSIBLE } from './markdown-failure.ts';
import { mapReport, type ReportVisitor } from './walk.ts';

/** GitHub takes 65,536 characters for an issue; room is left for what a person adds. In UTF-16 code units. */
export const ISSUE_ROOM = 60_000;
/** Parts of the room that the summary and the advice may take. */
const SUMMARY_SHARE = 0.3;
const ADVICE_SHARE = 0.1;

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

/**
 * The report as text for an issue tracker, in at most `room` characters; what does not fit is counted in it. A file has
 * all the room there is: `Number.POSITIVE_INFINITY`.
 */
export function toMarkdown(report: Report, room: number = ISSUE_ROOM): string {
  const shown = boundReport(mapReport(report, SPELT_OUT), LIMITS);
  const { failures } = shown;
  const head = [title(shown), introduction(shown), ...summary(failures, room * SUMMARY_SHARE)];
  const tail = [...advice(shown, room * ADVICE_SHARE), facts(shown), privacy(shown)];
  let left = room - length([...head, ...tail, notWrittenOut(failures.length, failures.length)]);
  const body: string[] = [];
  for (const [index, failure] of failures.entries()) {
    for (const block of describeFailure(failure, report.failures[index] ?? failure, index + 1)) {
      left -= length([block]);
      if (left < 0) return join([...head, ...body, notWrittenOut(failures.length - index, failures.length), ...tail]);
      body.push(block);
    }
  }
  return join([...head, ...body, ...tail]);
}

function notWrittenOut(left: number, all: number): string {
  return `**To keep this text short enough for an issue, ${left} of ${count(all, 'failure', 'failures')} are not written out, or not whole. The JSON export has all of them.**`;
}

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

function summary(failures: readonly ReportFailure[], room: number): readonly string[] {
  if (failures.length === 0) return [];
  const rows = failures.map((failure, index) => {
    const { request, explanation } = failure;
    const asked = code(`${request.method} ${shorten(request.url)}`);
    const cells = [String(index + 1), asked, prose(explanation.headline), RESPONSIBLE[explanation.responsible], String(timesSeen(failure))];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const shown = fitting(rows, room);
  const more = rows.length - shown.length;
  const table = ['| # | Request | What happened | Who can mend it | Times |', '|---|---|---|---|---|', ...shown].join('\n');
  return more > 0 ? [table, `${count(more, 'more failure is', 'more failures are')} in the JSON export.`] : [table];
}

/** The first lines, as many as there is room for. */
function fitting(lines: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = lines.findIndex(line => {
    left -= line.length + 1;
    return left < 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function shorten(url: string): string {
  return url.length > MAX_CELL_URL ? `${url.slice(0, MAX_CELL_URL)}…` : url;
}

function advice({ advice: given }: Report, room: number): readonly string[] {
  if (given.length === 0) return [];
  const lines = fitting(
    given.map(({ url, explanation }) => `- ${code(shorten(url))}: ${prose(explanation)}`),
    room,
  );
  const more = given.length - lines.length;
  return [
    '## Worth a look besides',
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
