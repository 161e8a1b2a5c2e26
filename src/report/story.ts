import type { PreflightReason, ReportFailure } from '../model.ts';
import { additionsOf } from './additions.ts';
import { fieldLines } from './headers.ts';
import type { Notation } from './notation.ts';

const STOPPED = 'It stopped here:';

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

const CREDENTIALS = {
  include: ' It asked with credentials: cookies, if there are any, are sent along.',
  'same-origin': ' It asked without credentials: no cookies are sent to another origin.',
  omit: ' It asked without credentials: no cookies are sent.',
  unknown: ' Nothing shows whether it asked with credentials (cookies and the like).',
} satisfies Record<ReportFailure['request']['credentials']['value'], string>;

const BASIS = {
  observed: '',
  inferred: ' (This is inferred from what the browser did.)',
  assumed: ' (This is assumed; it could not be seen.)',
} satisfies Record<ReportFailure['request']['credentials']['basis'], string>;

function askingStep({ request }: ReportFailure, { code }: Notation): string {
  const { origin, method, url, resourceType, credentials, initiator } = request;
  const who = origin === 'null' ? `A page whose origin the browser hides (${code('null')})` : `A page of the origin ${code(origin)}`;
  const place = initiator && `${code(initiator.url)}, line ${initiator.line}, column ${initiator.column}`;
  const line = initiator && `, in ${place}${initiator.function === '' ? '' : `, function ${code(initiator.function)}`}`;
  const known = credentials.value === 'unknown' ? '' : BASIS[credentials.basis];
  return `${who} asked for ${code(`${method} ${url}`)} (as ${code(resourceType)}${line ?? ''}).${CREDENTIALS[credentials.value]}${known}`;
}

const REASONS = {
  method: value => `the method ${value} always needs it`,
  header: value => `the page sets the header ${value}`,
  'content-type': value => `the body has the content type ${value}`,
  'upload-listener': () => 'the page listens to the progress of an upload',
  'stream-body': () => 'the body is a stream',
  unknown: () => 'of something in the request that cannot be seen from here',
} satisfies Record<PreflightReason['kind'], (value: string) => string>;

/** Reasons for a preflight told one by one. */
const MAX_REASONS = 10;

function preflightStep(failure: ReportFailure, notation: Notation): readonly string[] {
  const { preflight, stage } = failure;
  const { code, strong } = notation;
  if (preflight === null) return [];
  const reasons = preflight.reasons.slice(0, MAX_REASONS).map(({ kind, value }) => REASONS[kind](value === null ? 'that it has' : code(value)));
  const more = preflight.reasons.length - reasons.length;
  const because = `because ${reasons.join('; ')}${more > 0 ? `; and for ${more} more reasons` : ''}`;
  const asked = `Before sending it, the browser asked the server for permission with an ${code('OPTIONS')} request (the preflight), ${because}.`;
  const answer = preflight.response
    ? `The server answered the preflight with status ${preflight.response.status}.`
    : noAnswer(preflight.error, notation);
  const stopped = stage === 'preflight' ? ` ${strong(STOPPED)} the browser took this for a no, and the request itself was never sent.` : '';
  return [`${asked} ${answer}${stopped}`];
}

function noAnswer(error: string | null, { code }: Notation): string {
  return error === null ? 'No answer was seen.' : `No answer came; the browser says ${code(error)}.`;
}

function redirectSteps({ redirects, stage }: ReportFailure, { code, strong }: Notation): readonly string[] {
  const steps = redirects.map(({ url, status, headers }, index) => {
    const [location] = fieldLines(headers, 'location');
    const where = location === undefined ? 'a redirect' : `a redirect to ${code(location)}`;
    const stopped = stage === 'redirect' && index === redirects.length - 1;
    return `${code(url)} answered with status ${status}, ${where}.${stopped ? ` ${strong(STOPPED)} the browser did not follow it.` : ''}`;
  });
  const more = steps.length - MAX_REDIRECTS;
  return more > 0 ? [`${more} redirects came first.`, ...steps.slice(more)] : steps;
}

function answerStep({ response, stage, outcome }: ReportFailure, { code, strong }: Notation): readonly string[] {
  if (stage === 'preflight' || stage === 'redirect') return [];
  if (stage === 'network') {
    const answer = response === null ? 'No usable answer came' : `An answer with status ${response.status} began`;
    return [`${answer}. ${strong(STOPPED)} ${outcome.error === null ? 'the browser gives no reason' : `the browser says ${code(outcome.error)}`}.`];
  }
  if (response === null) return ['No answer to the request was seen.'];
  const cached = response.fromCache ? ' from its cache' : '';
  return [`The browser got an answer with status ${response.status}${cached}. ${strong(STOPPED)} the browser kept the answer from the page.`];
}

const EVIDENCE = {
  error: 'The browser reported the request as failed',
  'resource-timing': "The page's own timing entry shows that it got no readable answer",
  rules: 'No event of the browser says so, but the rules leave no other outcome',
} satisfies Record<ReportFailure['outcome']['evidence'], string>;

function outcomeStep({ outcome }: ReportFailure, { code }: Notation): string {
  if (outcome.result === 'unknown') return 'Whether the page got an error instead of the answer is not known.';
  const result = 'The page got an error instead of the answer.';
  const error = outcome.error === null ? '' : `: ${code(outcome.error)}`;
  return `${result} ${EVIDENCE[outcome.evidence]}${error}.`;
}
