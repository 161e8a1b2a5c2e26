import type { ReportFailure } from '../model.ts';
import { preflightCurl, requestCurl } from './curl.ts';
import { engineWords } from './engine-words.ts';
import { CONFIDENCE, CURL_SHOWS, isClause, NO_FIX, NOT_CORS, RESPONSIBLE, STAGES, timesSeen, WHOLE_FIX } from './failure-words.ts';
import { fixSections, headerLines } from './headers-text.ts';
import { code, fence, MARKDOWN, prose } from './markdown-escape.ts';
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
export function describeFailure(shown: ReportFailure, whole: ReportFailure, number: number): readonly string[] {
  return [
    opening(shown, number),
    `### What happened\n\n${story(shown)}`,
    problems(shown),
    fix(shown),
    questions(shown),
    engines(shown),
    ...commands(whole),
    ...wire(shown),
  ];
}

function story(failure: ReportFailure): string {
  return storySteps(failure, MARKDOWN)
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');
}

function opening(failure: ReportFailure, number: number): string {
  const { explanation, cause, isCors } = failure;
  const facts = [
    `- **Who can mend it:** ${RESPONSIBLE[explanation.responsible]}.`,
    `- **Reason${CONFIDENCE[cause.confidence]}:** ${prose(cause.explanation)}`,
    ...(isCors ? [] : [`- **Not a CORS rule:** ${NOT_CORS}`]),
    `- **Seen:** ${timesSeen(failure, MARKDOWN)}`,
  ];
  return [`## ${number}. ${prose(explanation.headline)}`, paragraphs(explanation.detail), facts.join('\n')].join('\n\n');
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map(prose)
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
}

function problems({ problems }: ReportFailure): string {
  const listed = problems.slice(0, MAX_PROBLEMS).map(({ stage, header, value, expected, explanation, spec }) => {
    const where = header === null ? `In ${STAGES[stage]}` : `${code(header)} in ${STAGES[stage]}`;
    return [
      `1. **${where}.** ${prose(explanation)}`,
      `   - Came: ${value === null ? 'nothing' : code(value)}`,
      `   - Would have passed: ${expected === null ? 'no value would' : code(expected)}`,
      `   - The rule: ${clause(spec)}`,
    ].join('\n');
  });
  const more = problems.length - listed.length;
  const heading = problems.length === 1 ? '### The rule that is broken' : `### The ${problems.length} rules that are broken`;
  return [heading, listed.join('\n'), ...(more > 0 ? [`${more} more are in the JSON export.`] : [])].join('\n\n');
}

/** The one kind of link in the text: it is the tool's own, and only if it looks like it. */
function clause(spec: string): string {
  return isClause(spec) ? `<${spec}>` : code(spec);
}

function fix(failure: ReportFailure): string {
  const sections = fixSections(failure);
  const notes = failure.fix?.notes ?? [];
  const advice = failure.explanation.pageAdvice;
  const change = sections.map(({ title, method, url, status, headers, lines }) => {
    const answer = `**${title}** (${code(`${method} ${url}`)})`;
    const needsStatus = status === null ? '' : ` must have the status **${status}**`;
    if (headers.length === 0) return `${answer}${needsStatus}.`;
    return `${answer}${needsStatus}${status === null ? ' needs' : ', and'} these headers:\n\n${fence(lines, 'http')}`;
  });
  const intro = sections.length === 0 ? NO_FIX : WHOLE_FIX;
  return ['### What to change', intro, ...change, ...list('**Mind:**', notes), ...list("**What the page's own code can do:**", advice)].join('\n\n');
}

function list(title: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [`${title}\n\n${sentences.map(sentence => `- ${prose(sentence)}`).join('\n')}`];
}

function questions({ explanation }: ReportFailure): string {
  const answers = explanation.checklist.map(({ question, answer }) => `- **${prose(question)}** ${prose(answer)}`);
  return `### The four questions\n\n${answers.join('\n')}`;
}

function engines(failure: ReportFailure): string {
  const lines = engineWords(failure.engines, MARKDOWN).flatMap(({ name, says, more }) => {
    if (says.length === 1) return [`- ${name}: ${says[0]}`];
    return [
      `- ${name}, one of these:`,
      ...says.map(said => `  - ${said}`),
      ...(more > 0 ? [`  - or one of ${more} more, which are in the JSON export`] : []),
    ];
  });
  return ['### What each browser makes of it', lines.join('\n')].join('\n\n');
}

function commands(failure: ReportFailure): readonly string[] {
  const preflight = preflightCurl(failure);
  const request = requestCurl(failure);
  const command = (title: string, line: string) =>
    line.length > MAX_CURL ? `${title}: the command is too long for this text; copy it from the CORS tab.` : `${title}:\n\n${fence(line, 'sh')}`;
  return [
    ['### Try it', CURL_SHOWS, ...(preflight === null ? [] : [command('The preflight', preflight)]), command('The request', request)].join('\n\n'),
  ];
}

function wire(failure: ReportFailure): readonly string[] {
  const missing = leftOut(failure);
  return ['### What was sent and received', ...messagesOf(failure, code).map(message), ...(missing === null ? [] : [missing])];
}

function message({ title, headers }: Message): string {
  return headers.length === 0 ? `${title}; no headers were seen.` : `${title}\n\n${fence(headerLines(headers), 'http')}`;
}
