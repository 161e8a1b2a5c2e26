import type { ReportFailure } from '../model.ts';
import { isClause, timesSeen } from './about-failure.ts';
import { additionsOf } from './additions.ts';
import { preflightCurl, requestCurl } from './curl.ts';
import { engineSayings } from './engine-sayings.ts';
import { requestFetch } from './fetch-line.ts';
import { fixSections, headerLines } from './headers-text.ts';
import { configurations } from './html-configuration.ts';
import { block, escapeHtml, list, paragraphs } from './html-escape.ts';
import type { Notation } from './notation.ts';
import { storySteps } from './story.ts';
import { leftOut, type Message, messagesOf } from './wire.ts';

/** Broken rules written out, of one failure. */
const MAX_PROBLEMS = 50;
/** A longer command is not for copying. In UTF-16 code units. */
const MAX_COMMAND = 20_000;

/** What the table of contents points to. */
export const anchorOf = (number: number): string => `failure-${number}`;

/** One failure, what matters most first. `shown` has its texts shortened for reading; commands are made from `whole`. */
export function failureHtml(shown: ReportFailure, whole: ReportFailure, number: number, notation: Notation): string {
  const { words } = notation;
  const id = anchorOf(number);
  return `<article class="failure" id="${id}" aria-labelledby="${id}-headline">
${opening(shown, number, id, notation)}
${fix(shown, notation)}
${configurations(shown, notation)}${problems(shown, notation)}
${section(words.failure.stepByStep, list(storySteps(shown, notation), 'ol', 'steps'))}
${questions(shown, notation)}
${section(words.engines.title, engines(shown, notation))}
${commands(whole, notation)}
${wire(shown, notation)}
</article>`;
}

function section(title: string, content: string, className = 'block'): string {
  return `<section class="${className}"><h3>${escapeHtml(title)}</h3>\n${content}\n</section>`;
}

function opening(failure: ReportFailure, number: number, id: string, notation: Notation): string {
  const { explanation, cause, isCors, request, outcome } = failure;
  const { code, prose, strong, words } = notation;
  const labels = words.failure;
  const facts = [
    `${strong(labels.whoMends)} ${escapeHtml(labels.responsible[explanation.responsible])}.`,
    `${strong(labels.behind(cause.confidence))} ${prose(cause.explanation)}`,
    ...(cause.shows === null ? [] : [`${strong(labels.shows)} ${prose(cause.shows)}`]),
    ...additionsOf(failure).otherCauses.map(
      other =>
        `${strong(labels.orElse(other.confidence))} ${prose(other.explanation)}${other.shows === null ? '' : ` ${escapeHtml(labels.shows)} ${prose(other.shows)}`}`,
    ),
    ...(isCors ? [] : [`${strong(labels.notCors)} ${escapeHtml(labels.notCorsMeans)}`]),
    `${strong(labels.seen)} ${timesSeen(failure, notation)}`,
  ];
  return `<p><span class="chip">${escapeHtml(labels.outcomes[outcome.result])}</span> ${code(`${request.method} ${request.url}`)}</p>
<h2 id="${id}-headline">${number}. ${prose(explanation.headline)}</h2>
${paragraphs(explanation.detail)}
${list(facts)}`;
}

function fix(failure: ReportFailure, { code, prose, strong, words }: Notation): string {
  const sections = fixSections(failure, words);
  const changes = sections.map(({ title, method, url, status, headers, lines }) => {
    const needs = status === null ? '' : `<p>${words.fix.answerWith(strong(String(status)))}</p>`;
    return `<h4>${escapeHtml(title)} <span class="quiet">${code(`${method} ${url}`)}</span></h4>${needs}${headers.length === 0 ? '' : block(lines.split('\n'))}`;
  });
  const notes = failure.fix?.notes ?? [];
  const advice = failure.explanation.pageAdvice;
  return section(
    sections.length === 0 ? words.fix.titleOfNone : words.fix.title,
    [
      `<p>${escapeHtml(sections.length === 0 ? words.fix.none : words.fix.whole)}</p>`,
      ...changes,
      list(notes.map(prose)),
      ...(advice.length === 0 ? [] : [`<h4>${escapeHtml(words.fix.pageAdvice)}</h4>${list(advice.map(prose))}`]),
    ].join('\n'),
    'block fix',
  );
}

function problems({ problems: all }: ReportFailure, { code, prose, words }: Notation): string {
  const labels = words.failure;
  const term = (label: string): string => `<dt>${escapeHtml(label)}</dt>`;
  const value = (came: string | null, none: string): string => (came === null ? `<em>${escapeHtml(none)}</em>` : code(came));
  const listed = all.slice(0, MAX_PROBLEMS).map(({ code: name, stage, header, value: came, expected, explanation, spec }) => {
    const where = labels.where(stage, header === null ? null : code(header));
    const clause = isClause(spec) ? `<a href="${escapeHtml(spec)}" rel="noreferrer">${escapeHtml(spec)}</a>` : code(spec);
    return `<b>${where}.</b> ${prose(explanation)}
<dl>${term(labels.came)}<dd class="came">${value(came, labels.nothing)}</dd>
${term(labels.wouldPass)}<dd class="would-pass">${value(expected, labels.noValue)}</dd>
${term(labels.rule)}<dd>${code(name)}: ${clause}</dd></dl>`;
  });
  const more = all.length - listed.length;
  return section(labels.problems(all.length), list(listed, 'ol') + (more > 0 ? `<p>${escapeHtml(labels.moreProblems(more))}</p>` : ''));
}

function questions({ explanation }: ReportFailure, { prose, words }: Notation): string {
  const answers = explanation.checklist.map(({ question, answer }) => `<dt>${prose(question)}</dt><dd>${prose(answer)}</dd>`);
  return section(words.failure.questions, `<dl class="questions">${answers.join('\n')}</dl>`);
}

function engines(failure: ReportFailure, notation: Notation): string {
  const words = notation.words.engines;
  const lines = engineSayings(failure.engines, notation).map(({ name, says, more }) => {
    if (says.length === 1) return `${escapeHtml(name)}: ${says[0]}`;
    return `${escapeHtml(words.oneOf(name))}${list([...says, ...(more > 0 ? [escapeHtml(words.more(more))] : [])])}`;
  });
  return list(lines);
}

function commands(failure: ReportFailure, { words }: Notation): string {
  const { title, curlShows, preflightInTerminal, requestInTerminal, requestInConsole, tooLong } = words.commands;
  const preflight = preflightCurl(failure);
  const command = (name: string, line: string): string =>
    `<h4>${escapeHtml(name)}</h4>${line.length > MAX_COMMAND ? `<p>${escapeHtml(tooLong)}</p>` : block([line])}`;
  return section(
    title,
    [
      `<p>${escapeHtml(curlShows)}</p>`,
      ...(preflight === null ? [] : [command(preflightInTerminal, preflight)]),
      command(requestInTerminal, requestCurl(failure, words)),
      command(requestInConsole, requestFetch(failure, words)),
    ].join('\n'),
  );
}

function wire(failure: ReportFailure, notation: Notation): string {
  const messages = messagesOf(failure, notation).map(each => message(each, notation));
  const missing = leftOut(failure, notation);
  return section(notation.words.wire.title, [...messages, ...(missing === null ? [] : [`<p>${escapeHtml(missing)}</p>`])].join('\n'));
}

function message({ title, headers }: Message, { words }: Notation): string {
  if (headers.length === 0) return `<p>${words.wire.noHeaders(title)}</p>`;
  return `<details><summary>${title}</summary>${block(headerLines(headers).split('\n'))}</details>`;
}
