import type { Report, ReportFailure } from '../model.ts';
import { countSeen } from './about-failure.ts';
import { facts, introduction, privacy, title } from './about-report.ts';
import { boundReport, type Limits } from './bound.ts';
import { cell, markdownIn } from './markdown-escape.ts';
import { describeFailure } from './markdown-failure.ts';
import type { Notation } from './notation.ts';
import { spellOut } from './spell-out.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

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
  configuration: 6_000,
  headers: 40,
} satisfies Limits;

const MAX_CELL_URL = 120;

/**
 * The report as text for an issue tracker, in at most `room` characters; what does not fit is counted in it. A file has
 * all the room there is: `Number.POSITIVE_INFINITY`.
 */
export function toMarkdown(report: Report, room: number = ISSUE_ROOM, words: ReportWords = en): string {
  const notation = markdownIn(words);
  const { whole } = words;
  const shown = boundReport(spellOut(report), LIMITS, words);
  const { failures } = shown;
  const head = [`# ${title(shown, whole)}`, introduction(shown, notation), ...summary(failures, room * SUMMARY_SHARE, notation)];
  const tail = [...advice(shown, room * ADVICE_SHARE, notation), `## ${whole.restsOn}\n\n${list(facts(shown, notation))}`, privacy(shown, notation)];
  const notWrittenOut = (index: number) => notation.strong(whole.notWrittenOut(failures.length - index, failures.length));
  let left = room - length([...head, ...tail, notWrittenOut(0)]);
  const body: string[] = [];
  for (const [index, failure] of failures.entries()) {
    for (const block of describeFailure(failure, report.failures[index] ?? failure, index + 1, notation)) {
      left -= length([block]);
      if (left < 0) return join([...head, ...body, notWrittenOut(index), ...tail]);
      body.push(block);
    }
  }
  return join([...head, ...body, ...tail]);
}

function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

function join(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

function length(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.length + 2, 0);
}

function summary(failures: readonly ReportFailure[], room: number, { code, prose, words: { whole, failure: labels } }: Notation): readonly string[] {
  if (failures.length === 0) return [];
  const rows = failures.map((failure, index) => {
    const { request, explanation } = failure;
    const asked = code(`${request.method} ${shorten(request.url)}`);
    const cells = [String(index + 1), asked, prose(explanation.headline), labels.responsible[explanation.responsible], String(countSeen(failure))];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const shown = fitting(rows, room);
  const more = rows.length - shown.length;
  const { request, headline, responsible, times } = whole.columns;
  const table = [`| # | ${request} | ${headline} | ${responsible} | ${times} |`, '|---|---|---|---|---|', ...shown].join('\n');
  return more > 0 ? [table, whole.moreFailures(more)] : [table];
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

function advice({ advice: given }: Report, room: number, { code, prose, words: { whole } }: Notation): readonly string[] {
  if (given.length === 0) return [];
  const lines = fitting(
    given.map(({ url, explanation }) => `- ${code(shorten(url))}: ${prose(explanation)}`),
    room,
  );
  const more = given.length - lines.length;
  return [`## ${whole.advice}`, lines.join('\n'), ...(more > 0 ? [whole.moreAdvice(more)] : [])];
}
