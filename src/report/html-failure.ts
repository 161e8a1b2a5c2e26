import type { ReportFailure } from '../model.ts';
import { preflightCurl, requestCurl } from './curl.ts';
import { engineWords } from './engine-words.ts';
import { CONFIDENCE, CURL_SHOWS, isClause, NO_FIX, NOT_CORS, RESPONSIBLE, STAGES, timesSeen, WHOLE_FIX } from './failure-words.ts';
import { requestFetch } from './fetch-line.ts';
import { fixSections, headerLines } from './headers-text.ts';
import { block, escapeHtml, HTML, list, paragraphs } from './html-escape.ts';
import { storySteps } from './story.ts';
import { leftOut, type Message, messagesOf } from './wire.ts';

const { code, prose } = HTML;

/** Broken rules written out, of one failure. */
const MAX_PROBLEMS = 50;
/** A longer command is not for copying. In UTF-16 code units. */
const MAX_COMMAND = 20_000;

/** What the table of contents points to. */
export const anchorOf = (number: number): string => `failure-${number}`;

/** One failure, what matters most first. `shown` has its texts shortened for reading; commands are made from `whole`. */
export function failureHtml(shown: ReportFailure, whole: ReportFailure, number: number): string {
  const id = anchorOf(number);
  return `<article class="failure" id="${id}" aria-labelledby="${id}-headline">
${opening(shown, number, id)}
${fix(shown)}
${problems(shown)}
${section('What happened, step by step', list(storySteps(shown, HTML), 'ol', 'steps'))}
${questions(shown)}
${section('What each browser makes of it', engines(shown))}
${commands(whole)}
${wire(shown)}
</article>`;
}

function section(title: string, content: string, className = 'block'): string {
  return `<section class="${className}"><h3>${escapeHtml(title)}</h3>\n${content}\n</section>`;
}

function opening(failure: ReportFailure, number: number, id: string): string {
  const { explanation, cause, isCors, request, outcome } = failure;
  const facts = [
    `<b>Who can mend it:</b> ${escapeHtml(RESPONSIBLE[explanation.responsible])}.`,
    `<b>What is behind it${CONFIDENCE[cause.confidence]}:</b> ${prose(cause.explanation)}`,
    ...(isCors ? [] : [`<b>Not a CORS rule:</b> ${escapeHtml(NOT_CORS)}`]),
    `<b>Seen:</b> ${timesSeen(failure, HTML)}`,
  ];
  return `<p><span class="chip">${outcome.result === 'blocked' ? 'Blocked' : 'Unclear'}</span> ${code(`${request.method} ${request.url}`)}</p>
<h2 id="${id}-headline">${number}. ${prose(explanation.headline)}</h2>
${paragraphs(explanation.detail)}
${list(facts)}`;
}

function fix(failure: ReportFailure): string {
  const sections = fixSections(failure);
  const changes = sections.map(({ title, method, url, status, headers, lines }) => {
    const needs = status === null ? '' : `<p>Answer with status <b>${status}</b>.</p>`;
    return `<h4>${escapeHtml(title)} <span class="quiet">${code(`${method} ${url}`)}</span></h4>${needs}${headers.length === 0 ? '' : block(lines.split('\n'))}`;
  });
  const notes = failure.fix?.notes ?? [];
  const advice = failure.explanation.pageAdvice;
  return section(
    sections.length === 0 ? 'What to do' : 'What to change',
    [
      `<p>${escapeHtml(sections.length === 0 ? NO_FIX : WHOLE_FIX)}</p>`,
      ...changes,
      list(notes.map(prose)),
      ...(advice.length === 0 ? [] : [`<h4>What the page’s own code can do</h4>${list(advice.map(prose))}`]),
    ].join('\n'),
    'block fix',
  );
}

function problems({ problems: all }: ReportFailure): string {
  const listed = all.slice(0, MAX_PROBLEMS).map(({ code: name, stage, header, value, expected, explanation, spec }) => {
    const where = header === null ? `In ${STAGES[stage]}` : `${code(header)} in ${STAGES[stage]}`;
    const clause = isClause(spec) ? `<a href="${escapeHtml(spec)}" rel="noreferrer">${escapeHtml(spec)}</a>` : code(spec);
    return `<b>${where}.</b> ${prose(explanation)}
<dl><dt>Came</dt><dd class="came">${value === null ? '<em>nothing</em>' : code(value)}</dd>
<dt>Would have passed</dt><dd class="would-pass">${expected === null ? '<em>no value would</em>' : code(expected)}</dd>
<dt>The rule</dt><dd>${code(name)}: ${clause}</dd></dl>`;
  });
  const more = all.length - listed.length;
  const title = all.length === 1 ? 'The rule that is broken' : `The ${all.length} rules that are broken`;
  return section(title, list(listed, 'ol') + (more > 0 ? `<p>${more} more are in the JSON export.</p>` : ''));
}

function questions({ explanation }: ReportFailure): string {
  const answers = explanation.checklist.map(({ question, answer }) => `<dt>${prose(question)}</dt><dd>${prose(answer)}</dd>`);
  return section('The four questions', `<dl class="questions">${answers.join('\n')}</dl>`);
}

function engines(failure: ReportFailure): string {
  const lines = engineWords(failure.engines, HTML).map(({ name, says, more }) => {
    if (says.length === 1) return `${escapeHtml(name)}: ${says[0]}`;
    return `${escapeHtml(name)}, one of these:${list([...says, ...(more > 0 ? [`or one of ${more} more, which are in the JSON export`] : [])])}`;
  });
  return list(lines);
}

function commands(failure: ReportFailure): string {
  const preflight = preflightCurl(failure);
  const command = (title: string, line: string): string =>
    `<h4>${escapeHtml(title)}</h4>${line.length > MAX_COMMAND ? '<p>The line is too long for this text; copy it from the CORS tab.</p>' : block([line])}`;
  return section(
    'Try it',
    [
      `<p>${escapeHtml(CURL_SHOWS)}</p>`,
      ...(preflight === null ? [] : [command('The preflight, in a terminal', preflight)]),
      command('The request, in a terminal', requestCurl(failure)),
      command('The request, in the page’s console', requestFetch(failure)),
    ].join('\n'),
  );
}

function wire(failure: ReportFailure): string {
  const messages = messagesOf(failure, code).map(message);
  const missing = leftOut(failure);
  return section('What was sent and received', [...messages, ...(missing === null ? [] : [`<p>${missing}</p>`])].join('\n'));
}

function message({ title, headers }: Message): string {
  if (headers.length === 0) return `<p>${title}; no headers were seen.</p>`;
  return `<details><summary>${title}</summary>${block(headerLines(headers).split('\n'))}</details>`;
}
