import type { ChromiumWord, Condition, FirefoxWord, Headers, ReportFailure, Responsible } from '../model.ts';
import { additionsOf } from './additions.ts';
import { preflightCurl, requestCurl } from './curl.ts';
import { fixSections, headerLines } from './headers-text.ts';
import { code, fence, prose } from './markdown-escape.ts';
import { story } from './markdown-story.ts';

export const RESPONSIBLE = {
  server: 'Whoever runs the server that was asked',
  page: 'Whoever writes the page that asked',
  gateway: 'Whoever runs the proxy, gateway or CDN in front of the server',
  network: 'Whoever runs the network or the connection to the server',
  browser: 'The person at the browser: it is one of its settings',
  extension: 'The person at the browser: one of its extensions did it',
  nobody: 'Nobody has to: it works as meant',
} satisfies Record<Responsible, string>;

const STAGES = {
  preflight: 'the answer to the preflight',
  redirect: 'the redirect',
  response: 'the answer to the request',
  network: 'the connection',
} satisfies Record<ReportFailure['stage'], string>;

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

function opening(failure: ReportFailure, number: number): string {
  const { explanation, cause, isCors, occurrences } = failure;
  const count = occurrences.length + additionsOf(failure).occurrencesLeftOut;
  const first = occurrences[0]?.startedAt;
  const last = occurrences.at(-1)?.startedAt;
  const confidence = { certain: '', likely: ' (likely)', possible: ' (possible)' }[cause.confidence];
  const facts = [
    `- **Who can mend it:** ${RESPONSIBLE[explanation.responsible]}.`,
    `- **Reason${confidence}:** ${prose(cause.explanation)}`,
    ...(isCors ? [] : ['- **Not a CORS rule:** the page sees the same error, but no CORS header can mend this one.']),
    `- **Seen:** ${count === 1 ? `once, at ${code(first ?? '')}` : `${count} times, first at ${code(first ?? '')}, last at ${code(last ?? '')}`}`,
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
  return /^https:\/\/[a-z.-]+\/[\w./#-]*$/i.test(spec) ? `<${spec}>` : code(spec);
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
  const intro =
    sections.length === 0
      ? "No change to the server's answers would help here."
      : 'This is the whole change: with it, the request goes through. Each line replaces every line of that name in the answer; all other lines stay.';
  return ['### What to change', intro, ...change, ...list('**Mind:**', notes), ...list("**What the page's own code can do:**", advice)].join('\n\n');
}

function list(title: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [`${title}\n\n${sentences.map(sentence => `- ${prose(sentence)}`).join('\n')}`];
}

function questions({ explanation }: ReportFailure): string {
  const answers = explanation.checklist.map(({ question, answer }) => `- **${prose(question)}** ${prose(answer)}`);
  return `### The four questions\n\n${answers.join('\n')}`;
}

const IF_CREDENTIALS = {
  include: ', if the page asked with credentials',
  'same-origin': ', if the page asked without credentials',
} satisfies Record<NonNullable<Condition['credentials']>, string>;

const IF_BECAUSE = {
  lines: ', if the header came on several lines',
  list: ', if the header came on one line',
  'no-cors': ', if the page asked in mode no-cors',
  unseen: ', as far as the answers that were seen go',
} satisfies Record<NonNullable<Condition['because']>, string>;

/** Words that one engine may have said, written out. */
const MAX_READINGS = 10;

function engines({ engines: { chromium, firefox, safari } }: ReportFailure): string {
  const name = (blocked: boolean, term: string | null, parameter: string | null) => {
    if (!blocked) return 'lets it through';
    return term === null ? 'blocks it, without a name of its own' : `blocks it as ${code(term)}${parameter ? ` (${code(parameter)})` : ''}`;
  };
  const chromiumName = (said: ChromiumWord) => name(said.blocked, said.corsError, said.failedParameter);
  const firefoxName = (said: FirefoxWord) => name(said.blocked, said.reason, null);
  return [
    '### What each browser makes of it',
    [
      `- Chrome, Edge${possibly(chromiumName(chromium), chromium.readings, chromiumName)}`,
      `- Firefox${possibly(firefoxName(firefox), firefox.readings, firefoxName)}`,
      `- Safari: ${safari.blocked ? 'blocks it' : 'lets it through'}`,
    ].join('\n'),
  ].join('\n\n');
}

function possibly<R extends Condition>(known: string, readings: readonly R[], name: (reading: R) => string): string {
  const [only] = readings;
  if (only === undefined) return `: ${known}`;
  const condition = ({ credentials, because }: R) => (credentials ? IF_CREDENTIALS[credentials] : '') + (because ? IF_BECAUSE[because] : '');
  if (readings.length === 1) return `: ${name(only)}${condition(only)}`;
  const listed = readings.slice(0, MAX_READINGS).map(reading => `  - ${name(reading)}${condition(reading)}`);
  const more = readings.length - listed.length;
  return [', one of these:', ...listed, ...(more > 0 ? [`  - or one of ${more} more, which are in the JSON export`] : [])].join('\n');
}

function commands(failure: ReportFailure): readonly string[] {
  const preflight = preflightCurl(failure);
  const request = requestCurl(failure);
  const command = (title: string, line: string) =>
    line.length > MAX_CURL ? `${title}: the command is too long for this text; copy it from the CORS tab.` : `${title}:\n\n${fence(line, 'sh')}`;
  return [
    [
      '### Try it',
      'curl does not enforce CORS, so it shows every answer: look whether the answer has the headers above. Request bodies are not recorded, so none is sent.',
      ...(preflight === null ? [] : [command('The preflight', preflight)]),
      command('The request', request),
    ].join('\n\n'),
  ];
}

function wire(failure: ReportFailure): readonly string[] {
  const { request, preflight, redirects, response } = failure;
  const { stoppedAt, preflightUrl, headersLeftOut } = additionsOf(failure);
  return [
    '### What was sent and received',
    ...(preflight === null
      ? []
      : [
          message(`The preflight: ${code(`OPTIONS ${preflightUrl ?? request.url}`)}`, preflight.request.headers),
          ...(preflight.response ? [message(`Its answer: status ${preflight.response.status}`, preflight.response.headers)] : []),
        ]),
    message(`The request: ${code(`${request.method} ${request.url}`)}`, request.headers),
    ...redirects.map(redirect => message(`The redirect by ${code(redirect.url)}: status ${redirect.status}`, redirect.headers)),
    ...(stoppedAt === null ? [] : [message(`The request after it: ${code(`${stoppedAt.method} ${stoppedAt.url}`)}`, stoppedAt.headers)]),
    ...(response === null ? [] : [message(`The answer: status ${response.status}`, response.headers)]),
    ...(headersLeftOut > 0 ? [`${headersLeftOut} header lines are left out.`] : []),
  ];
}

function message(title: string, headers: Headers): string {
  return headers.length === 0 ? `${title}; no headers were seen.` : `${title}\n\n${fence(headerLines(headers), 'http')}`;
}
