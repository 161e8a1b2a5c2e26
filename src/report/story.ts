import type { ReportFailure } from '../model.ts';
import { additionsOf } from './additions.ts';
import { fieldLines } from './headers.ts';
import type { Notation } from './notation.ts';

/** Redirects told one by one. */
const MAX_REDIRECTS = 10;

/** What happened, one step after the other: who asked, what was answered, where it stopped. The sentences are ours; what they quote is in code. */
export function storySteps(failure: ReportFailure, notation: Notation): readonly string[] {
  const { preflightUrl, stoppedAt } = additionsOf(failure);
  const preflight = preflightStep(failure, notation);
  const redirects = redirectSteps(failure, notation);
  return [
    askingStep(failure, notation),
    ...(stoppedAt !== null && stoppedAt.url === preflightUrl ? [...redirects, ...preflight] : [...preflight, ...redirects]),
    ...answerStep(failure, notation),
    outcomeStep(failure, notation),
  ];
}

const inCode = (text: string | null, { code }: Notation): string | null => (text === null ? null : code(text));

const stopped = (why: string, { strong, words }: Notation): string => `${strong(words.story.stopped)} ${why}`;

function askingStep({ request }: ReportFailure, { code, words: { story } }: Notation): string {
  const { origin, method, url, resourceType, credentials, initiator } = request;
  const asker = origin === 'null' ? story.hiddenAsker(code(origin)) : story.asker(code(origin));
  const place = initiator && {
    url: code(initiator.url),
    line: initiator.line,
    column: initiator.column,
    function: initiator.function === '' ? null : code(initiator.function),
  };
  const { value, basis } = credentials;
  return [
    story.asked(asker, code(`${method} ${url}`), code(resourceType), place),
    story.credentials[value],
    ...(value === 'unknown' || basis === 'observed' ? [] : [story.basis[basis]]),
  ].join(' ');
}

/** Reasons for a preflight told one by one. */
const MAX_REASONS = 10;

function preflightStep(failure: ReportFailure, notation: Notation): readonly string[] {
  const { preflight, stage } = failure;
  const { code, words } = notation;
  const { story } = words;
  if (preflight === null) return [];
  const reasons = preflight.reasons
    .slice(0, MAX_REASONS)
    .map(({ kind, value }) => (kind === 'content-type' && value === null ? story.contentType : story.reasons[kind](code(value ?? ''))));
  const { response, error } = preflight;
  return [
    [
      story.preflight(code('OPTIONS'), reasons, preflight.reasons.length - reasons.length),
      response ? story.preflightAnswer(response.status) : story.noPreflightAnswer(inCode(error, notation)),
      ...(stage === 'preflight' ? [stopped(story.notSent, notation)] : []),
    ].join(' '),
  ];
}

function redirectSteps({ redirects, stage }: ReportFailure, notation: Notation): readonly string[] {
  const { code, words } = notation;
  const { story } = words;
  const steps = redirects.map(({ url, status, headers }, index) => {
    const [location = null] = fieldLines(headers, 'location');
    const isRefused = stage === 'redirect' && index === redirects.length - 1;
    const step = story.redirect(code(url), status, inCode(location, notation));
    return isRefused ? `${step} ${stopped(story.notFollowed, notation)}` : step;
  });
  const more = steps.length - MAX_REDIRECTS;
  return more > 0 ? [story.moreRedirects(more), ...steps.slice(more)] : steps;
}

function answerStep({ response, stage, outcome }: ReportFailure, notation: Notation): readonly string[] {
  const { story } = notation.words;
  if (stage === 'preflight' || stage === 'redirect') return [];
  if (stage === 'network') {
    const answer = response === null ? story.noUsableAnswer : story.answerBegan(response.status);
    return [`${answer} ${stopped(story.notCompleted(inCode(outcome.error, notation)), notation)}`];
  }
  if (response === null) return [story.noAnswer];
  return [`${story.answer(response.status, response.fromCache)} ${stopped(story.withheld, notation)}`];
}

function outcomeStep({ outcome }: ReportFailure, notation: Notation): string {
  const { story } = notation.words;
  if (outcome.result === 'unknown') return story.outcomeUnknown;
  return `${story.gotError} ${story.evidence[outcome.evidence](inCode(outcome.error, notation))}`;
}
