/** The exchange as a story: who did what, in order, and where it stopped. */
import type { Exchange, Failure, FailureCode, Hop, PreflightReason, PreflightSeen, ResponseSeen, Verdict } from '../src/model.ts';
import { corsHeadersOf, findHeader, isCorsHeader } from './format.ts';
import { countedLabels } from './labels.ts';
import { reasonWords, stepWords } from './later-words.ts';
import { words } from './words.ts';

/**
 * stopped: the first broken rule is here; also-broken: a later one is; never: the exchange stopped before;
 * unseen: it happened or not, but the recorder did not see it.
 */
export type StepState = 'passed' | 'stopped' | 'also-broken' | 'never' | 'waiting' | 'unseen';
export type StepKind = 'page' | 'preflight' | 'request' | 'redirect' | 'answer' | 'end';

export interface Fact {
  readonly label: string;
  /** Hostile text. */
  readonly value: string;
}

export interface Step {
  readonly kind: StepKind;
  readonly state: StepState;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Index into `Exchange.hops`; null for what concerns the page alone. */
  readonly hop: number | null;
  /** Index into the hop's preflights; null where it is no preflight, or one that was not seen. */
  readonly preflight: number | null;
  /** The rules that are broken here. */
  readonly broken: readonly FailureCode[];
}

/** Of which message of the exchange a step tells. */
type About = Pick<Step, 'hop' | 'preflight'>;
const PAGE: About = { hop: null, preflight: null };

const fact = (label: string, value: string | null): readonly Fact[] => (value === null ? [] : [{ label, value }]);

function allowFacts({ headers }: ResponseSeen): readonly Fact[] {
  const found = corsHeadersOf(headers);
  return fact(stepWords.facts.allows, found.length === 0 ? stepWords.noAllow : found.map(({ name, value }) => `${name}: ${value}`).join('\n'));
}

const statusFact = (response: ResponseSeen): readonly Fact[] =>
  fact(stepWords.facts.status, response.fromCache ? `${response.status} (${stepWords.fromCache})` : String(response.status));

/** The request line and what the CORS protocol adds to it. */
function sentText(line: string, headers: Hop['requestHeaders']): string {
  const asked = headers?.filter(({ name }) => isCorsHeader(name)) ?? [];
  return [line, ...asked.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}

function preflightFacts(preflight: PreflightSeen, reasons: readonly PreflightReason[]): readonly Fact[] {
  const { response, error, startedAt, endedAt } = preflight;
  return [
    ...fact(stepWords.facts.because, reasons.length === 0 ? null : reasons.map(({ kind, value }) => reasonWords[kind](value)).join(', ')),
    ...fact(stepWords.facts.sent, sentText('OPTIONS', preflight.requestHeaders)),
    ...(response === null
      ? fact(stepWords.facts.answer, stepWords.noAnswer)
      : [...statusFact(response), ...fact(stepWords.facts.location, findHeader(response.headers, 'location')), ...allowFacts(response)]),
    ...fact(stepWords.facts.error, error),
    ...fact(stepWords.facts.took, endedAt === null ? null : words.duration(endedAt - startedAt)),
  ];
}

type Place = 'preflight' | 'request' | 'answer';

/** A failed connection stops whatever was under way; every other failure says itself where it stands. */
function placeOf({ stage }: Failure, hop: Hop): Place {
  if (stage === 'preflight') return 'preflight';
  if (stage !== 'network' || hop.response !== null) return 'answer';
  const last = hop.preflights.at(-1);
  return last !== undefined && (last.response === null || last.error !== null) ? 'preflight' : 'request';
}

const problemFacts = (failures: readonly Failure[]): readonly Fact[] =>
  fact(stepWords.facts.problem, failures.length === 0 ? null : countedLabels(failures.map(({ code }) => code)).join('\n'));

export function stepsOf(exchange: Exchange, verdict: Verdict): readonly Step[] {
  const steps: Step[] = [];
  const [first] = verdict.failures;
  let stopped = false;

  function push(kind: StepKind, about: About, title: string, seen: StepState, facts: readonly Fact[], failures: readonly Failure[]): void {
    const isFirst = first !== undefined && failures.includes(first);
    const state = isFirst ? 'stopped' : failures.length > 0 ? 'also-broken' : stopped && seen !== 'passed' ? 'never' : seen;
    if (isFirst) stopped = true;
    steps.push({ kind, state, title, facts: [...facts, ...problemFacts(failures)], ...about, broken: failures.map(({ code }) => code) });
  }

  function pushPreflights(hop: Hop, at: number, reasons: readonly PreflightReason[], failures: readonly Failure[]): void {
    hop.preflights.forEach((preflight, index) => {
      const isJudged = index === hop.preflights.length - 1;
      const seen = preflight.response === null ? (preflight.state === 'open' ? 'waiting' : 'unseen') : 'passed';
      push('preflight', { hop: at, preflight: index }, stepWords.preflight, seen, preflightFacts(preflight, reasons), isJudged ? failures : []);
    });
    if (hop.preflights.length === 0 && failures.length > 0)
      push('preflight', { hop: at, preflight: null }, stepWords.preflight, 'unseen', [], failures);
  }

  function pushAnswer(hop: Hop, about: About, isLast: boolean, failures: readonly Failure[]): void {
    const { response } = hop;
    if (response === null) {
      if (!stopped || failures.length > 0) push('answer', about, stepWords.answer, exchange.state === 'open' ? 'waiting' : 'unseen', [], failures);
      return;
    }
    const location = findHeader(response.headers, 'location');
    const isRedirect = !isLast || (response.status >= 300 && response.status < 400 && location !== null);
    const facts = [...statusFact(response), ...(isRedirect ? fact(stepWords.facts.location, location) : []), ...allowFacts(response)];
    push(isRedirect ? 'redirect' : 'answer', about, isRedirect ? stepWords.redirect : stepWords.answer, 'passed', facts, failures);
  }

  const [asked] = exchange.hops;
  push(
    'page',
    PAGE,
    stepWords.pageAsks,
    'passed',
    [...fact(stepWords.facts.from, verdict.origin.value), ...fact(stepWords.facts.to, asked === undefined ? null : `${asked.method} ${asked.url}`)],
    [],
  );
  exchange.hops.forEach((hop, index) => {
    const here = verdict.failures.filter(failure => failure.hop === index);
    const at = (place: Place): readonly Failure[] => here.filter(failure => placeOf(failure, hop) === place);
    const about = { hop: index, preflight: null };
    pushPreflights(hop, index, verdict.preflightReasons[index] ?? [], at('preflight'));
    const wasSent = hop.requestHeaders !== null || hop.response !== null;
    const line = index === 0 ? hop.method : `${hop.method} ${hop.url}`;
    const facts =
      wasSent && !stopped
        ? [
            ...fact(stepWords.facts.sent, sentText(line, hop.requestHeaders)),
            ...fact(stepWords.facts.cookies, findHeader(hop.requestHeaders, 'cookie') === null ? null : stepWords.cookiesSent),
          ]
        : fact(stepWords.facts.to, line);
    push(
      'request',
      about,
      index === 0 ? stepWords.request : stepWords.requestAgain,
      wasSent && !stopped ? 'passed' : exchange.state === 'open' ? 'waiting' : 'unseen',
      facts,
      at('request'),
    );
    pushAnswer(hop, about, index === exchange.hops.length - 1, at('answer'));
  });
  steps.push(endOf(verdict));
  return steps;
}

function endOf({ outcome, mode }: Verdict): Step {
  const end = (state: StepState, title: string): Step => ({ kind: 'end', state, title, facts: [], ...PAGE, broken: [] });
  switch (outcome.result) {
    case 'blocked':
      return { ...end('stopped', stepWords.pageError), facts: fact(stepWords.facts.error, outcome.error) };
    case 'allowed':
      return mode.value === 'no-cors' ? end('passed', stepWords.pageUses) : end('passed', stepWords.pageReads);
    case 'pending':
      return end('waiting', stepWords.pageWaits);
    case 'cancelled':
      return end('never', stepWords.pageLeft);
    case 'unknown':
      return end('unseen', stepWords.pageUnclear);
  }
}
