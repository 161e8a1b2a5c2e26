import type { ReportFailure } from '../model.ts';
import { isClause, timesSeen } from './about-failure.ts';
import { additionsOf } from './additions.ts';
import { preflightCurl, requestCurl } from './curl.ts';
import { engineSayings } from './engine-sayings.ts';
import { fixSections, headerLines } from './headers-text.ts';
import { configurations } from './markdown-configuration.ts';
import { fence } from './markdown-escape.ts';
import type { Notation } from './notation.ts';
import { storySteps } from './story.ts';
import { leftOut, type Message, messagesOf } from './wire.ts';

/** Broken rules written out, of one failure. */
const MAX_PROBLEMS = 20;
/** A longer command is not for pasting. */
const MAX_CURL = 6_000;

/**
 * One failure as Markdown blocks, what matters most first; each block stands for itself, so that any number of the last
 * ones can be left out. `shown` has its texts shortened for reading; commands are made from `whole`.
 */
export function describeFailure(shown: ReportFailure, whole: ReportFailure, number: number, notation: Notation): readonly string[] {
  return [
    opening(shown, number, notation),
    `### ${notation.words.failure.whatHappened}\n\n${story(shown, notation)}`,
    problems(shown, notation),
    fix(shown, notation),
    ...configurations(shown, notation),
    questions(shown, notation),
    engines(shown, notation),
    commands(whole, notation),
    ...wire(shown, notation),
  ];
}

function story(failure: ReportFailure, notation: Notation): string {
  return storySteps(failure, notation)
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');
}

function opening(failure: ReportFailure, number: number, notation: Notation): string {
  const { explanation, cause, isCors } = failure;
  const { prose, strong, words } = notation;
  const labels = words.failure;
  const facts = [
    `- ${strong(labels.whoMends)} ${labels.responsible[explanation.responsible]}.`,
    `- ${strong(labels.reason(cause.confidence))} ${prose(cause.explanation)}`,
    ...(cause.shows === null ? [] : [`- ${strong(labels.shows)} ${prose(cause.shows)}`]),
    ...additionsOf(failure).otherCauses.map(
      other =>
        `- ${strong(labels.orElse(other.confidence))} ${prose(other.explanation)}${other.shows === null ? '' : ` ${labels.shows} ${prose(other.shows)}`}`,
    ),
    ...(isCors ? [] : [`- ${strong(labels.notCors)} ${labels.notCorsMeans}`]),
    `- ${strong(labels.seen)} ${timesSeen(failure, notation)}`,
  ];
  return [`## ${number}. ${prose(explanation.headline)}`, paragraphs(explanation.detail, notation), facts.join('\n')].join('\n\n');
}

function paragraphs(text: string, { prose }: Notation): string {
  return text
    .split(/\n\s*\n/)
    .map(prose)
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
}

function problems({ problems }: ReportFailure, notation: Notation): string {
  const { code, prose, strong, words } = notation;
  const labels = words.failure;
  const listed = problems.slice(0, MAX_PROBLEMS).map(({ stage, header, value, expected, explanation, spec }) => {
    const where = labels.where(stage, header === null ? null : code(header));
    return [
      `1. ${strong(`${where}.`)} ${prose(explanation)}`,
      `   - ${labels.came}: ${value === null ? labels.nothing : code(value)}`,
      `   - ${labels.wouldPass}: ${expected === null ? labels.noValue : code(expected)}`,
      `   - ${labels.rule}: ${clause(spec, notation)}`,
    ].join('\n');
  });
  const more = problems.length - listed.length;
  return [`### ${labels.problems(problems.length)}`, listed.join('\n'), ...(more > 0 ? [labels.moreProblems(more)] : [])].join('\n\n');
}

/** The one kind of link in the text: it is the tool's own, and only if it looks like it. */
function clause(spec: string, { code }: Notation): string {
  return isClause(spec) ? `<${spec}>` : code(spec);
}

function fix(failure: ReportFailure, notation: Notation): string {
  const { code, strong, words } = notation;
  const sections = fixSections(failure, words);
  const notes = failure.fix?.notes ?? [];
  const advice = failure.explanation.pageAdvice;
  const change = sections.map(({ title, method, url, status, headers, lines }) => {
    const answer = `${strong(title)} (${code(`${method} ${url}`)})`;
    const needs = words.fix.needs(answer, status === null ? null : strong(String(status)), headers.length > 0);
    return headers.length === 0 ? needs : `${needs}\n\n${fence(lines, 'http')}`;
  });
  return [
    `### ${words.fix.title}`,
    sections.length === 0 ? words.fix.none : words.fix.whole,
    ...change,
    ...list(words.fix.mind, notes, notation),
    ...list(`${words.fix.pageAdvice}:`, advice, notation),
  ].join('\n\n');
}

function list(title: string, sentences: readonly string[], { prose, strong }: Notation): readonly string[] {
  return sentences.length === 0 ? [] : [`${strong(title)}\n\n${sentences.map(sentence => `- ${prose(sentence)}`).join('\n')}`];
}

function questions({ explanation }: ReportFailure, { prose, strong, words }: Notation): string {
  const answers = explanation.checklist.map(({ question, answer }) => `- ${strong(prose(question))} ${prose(answer)}`);
  return `### ${words.failure.questions}\n\n${answers.join('\n')}`;
}

function engines(failure: ReportFailure, notation: Notation): string {
  const words = notation.words.engines;
  const lines = engineSayings(failure.engines, notation).flatMap(({ name, says, more }) => {
    if (says.length === 1) return [`- ${name}: ${says[0]}`];
    return [`- ${words.oneOf(name)}`, ...says.map(said => `  - ${said}`), ...(more > 0 ? [`  - ${words.more(more)}`] : [])];
  });
  return [`### ${words.title}`, lines.join('\n')].join('\n\n');
}

function commands(failure: ReportFailure, { words }: Notation): string {
  const { title, curlShows, preflight: asked, request, titledTooLong } = words.commands;
  const preflight = preflightCurl(failure);
  const command = (name: string, line: string) => (line.length > MAX_CURL ? titledTooLong(name) : `${name}:\n\n${fence(line, 'sh')}`);
  return [`### ${title}`, curlShows, ...(preflight === null ? [] : [command(asked, preflight)]), command(request, requestCurl(failure, words))].join(
    '\n\n',
  );
}

function wire(failure: ReportFailure, notation: Notation): readonly string[] {
  const missing = leftOut(failure, notation);
  const messages = messagesOf(failure, notation).map(each => message(each, notation));
  return [`### ${notation.words.wire.title}`, ...messages, ...(missing === null ? [] : [missing])];
}

function message({ title, headers }: Message, { words }: Notation): string {
  return headers.length === 0 ? words.wire.noHeaders(title) : `${title}\n\n${fence(headerLines(headers), 'http')}`;
}
