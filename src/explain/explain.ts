/** From a verdict to an answer: what happened, whose move it is, why, and what to change. */
import { brokenRules } from '../cors/evaluate.ts';
import type { BrowserInfo, Cause, Exchange, Explanation, Failure, Fix, HeaderEdit, Problem, Verdict } from '../model.ts';
import { type FoundCause, findCauses, foundBefore } from './causes/index.ts';
import { type Facts, factsOf } from './facts.ts';
import { recordOf } from './failures.ts';
import { changeFor } from './fix.ts';
import type { AnswersOf } from './known-answers.ts';
import { needsOwnBackEnd } from './own-back-end.ts';
import { isLowerCaseMethod, isResponseHeader, isTracingHeader } from './page-faults.ts';
import { judgedHeaders, listOf } from './read.ts';
import { type Change, simulate } from './simulate.ts';
import { en } from './words/en.ts';
import { clip } from './words/text.ts';
import type { AdviceCode, NoteCode, PerFailure, Words } from './words/words.ts';

/** Characters of a headline. */
export const HEADLINE_MAX = 160;

const say = (words: PerFailure<string>, failure: Failure, facts: Facts): string =>
  (words[failure.code] as (failure: Failure, facts: Facts) => string)(failure, facts);

/** What would have passed where a rule was broken: the fix's own line, or status. */
const expectedFor = (failure: Failure, header: string | null, change: Change | null): string | null => {
  if (change === null) return null;
  if (header === null || failure.code === 'preflight-redirect') {
    const status = change.statuses.find(({ hop }) => hop === failure.hop)?.status;
    return status === undefined ? null : String(status);
  }
  const target = failure.stage;
  const isMeant = (edit: HeaderEdit): boolean => edit.target === target && edit.hop === failure.hop && edit.name === header;
  return change.edits.find(isMeant)?.value ?? null;
};

const problemOf = (failure: Failure, facts: Facts, change: Change | null, words: Words): Problem => {
  const record = recordOf(failure);
  return {
    code: failure.code,
    stage: failure.stage,
    hop: failure.hop,
    header: record.header,
    received: (record.received as (failure: Failure) => string | null)(failure),
    expected: expectedFor(failure, record.header, change),
    explanation: say(words.problems, failure, facts),
    spec: record.spec,
  };
};

/** Whether an edit takes a "*" away that counts for requests without credentials. */
const replacesStar = ({ hops }: Exchange, { target, hop, name, value }: HeaderEdit): boolean => {
  const response = (target === 'preflight' ? hops[hop]?.preflights.at(-1) : hops[hop])?.response ?? null;
  return name.startsWith('Access-Control-Allow-') && value !== '*' && listOf(judgedHeaders(response), name.toLowerCase()).includes('*');
};

const notesFor = ({ failure, answer, exchange, credentials, failures, detour }: Facts, { edits }: Change): readonly NoteCode[] => {
  const isAssumed = credentials.basis === 'assumed';
  const allowed = edits.filter(({ name }) => name === 'Access-Control-Allow-Origin').map(({ value }) => value);
  const isUnseen = edits.some(({ target, hop }) => target !== 'preflight' && (exchange.hops[hop]?.response ?? null) === null);
  const addsCredentials = edits.some(({ name }) => name === 'Access-Control-Allow-Credentials');
  const isAvoidable = detour !== 'login' && failures.some(({ code }) => code === 'preflight-redirect' || code === 'redirect-with-userinfo');
  return [
    ...(isUnseen ? (['answer-unseen'] as const) : []),
    ...(failure.stage === 'preflight' && answer?.status === 401 ? (['options-before-auth'] as const) : []),
    ...(addsCredentials && isAssumed ? (['credentials-assumed'] as const) : []),
    ...(isAssumed && edits.some(edit => replacesStar(exchange, edit)) ? (['star-replaced'] as const) : []),
    ...(isAssumed && allowed.includes('*') ? (['credentials-impossible'] as const) : []),
    ...(allowed.some(value => value !== '*') ? (['allow-list'] as const) : []),
    ...(allowed.includes('*') ? (['any-origin'] as const) : []),
    ...(isAvoidable ? (['final-url'] as const) : []),
  ];
};

const adviceFor = (facts: Facts): readonly AdviceCode[] => {
  const { failure, page, isTainted, failures, detour } = facts;
  const isAvoidable = isTainted || failures.some(({ code }) => code === 'preflight-redirect') || (detour !== null && detour !== 'elsewhere');
  return [
    ...(failures.some(isLowerCaseMethod) ? (['upper-case-method'] as const) : []),
    ...(failures.some(isResponseHeader) ? (['no-response-headers-in-request'] as const) : []),
    ...(failures.some(isTracingHeader) ? (['no-tracing-headers'] as const) : []),
    ...(isAvoidable && detour !== 'login' ? (['final-url'] as const) : []),
    ...(page === 'null' && failure.code.startsWith('allow-') ? (['no-opaque-origin'] as const) : []),
    ...(failures.some(({ code }) => code === 'allow-origin-wildcard-with-credentials') ? (['no-credentials'] as const) : []),
    ...(needsOwnBackEnd(facts) ? (['own-back-end'] as const) : []),
  ];
};

/** Where it is not known whether the page asked to read the answer at all. */
const aboutMode = ({ outcome }: Verdict, words: Words): readonly string[] => (outcome.result === 'unknown' ? [words.modeUnknown] : []);

/** Where it is not known whether the page asked with credentials: what would differ if it did. */
const aboutCredentials = ({ exchange, verdict, failures }: Facts, engine: BrowserInfo['engine'], words: Words): readonly string[] => {
  if (verdict.credentials.value !== 'unknown') return [];
  const isKnown = ({ code, stage, hop }: Failure): boolean => failures.some(each => each.code === code && each.stage === stage && each.hop === hop);
  const header = brokenRules(exchange, engine, 'include').find(failure => !isKnown(failure));
  return header === undefined ? [] : [words.credentialsUnknown(recordOf(header).header ?? '')];
};

export interface Recorded {
  /** It tells whether an answer is like the others of its server. */
  readonly answersOf?: AnswersOf;
  /** What was found while those were at hand, where they no longer are: the likelier first. */
  readonly causes?: readonly Pick<Cause, 'code' | 'confidence'>[];
}

const causeOf = ({ code, confidence }: FoundCause, facts: Facts, words: Words): Cause => {
  const { title, is, shows } = words.causes[code];
  return { code, confidence, title, explanation: is(facts), shows: confidence === 'certain' ? null : shows };
};

/**
 * Explains a verdict with failures, in the browser `engine` that it was recorded in.
 * Throws a TypeError where the verdict has none: there is nothing to explain.
 *
 * @param recorded what else is known of the recording
 */
export const explain = (
  exchange: Exchange,
  verdict: Verdict,
  engine: BrowserInfo['engine'],
  words: Words = en,
  { answersOf, causes = [] }: Recorded = {},
): Explanation => {
  const facts = factsOf(exchange, verdict, answersOf);
  const { failure } = facts;
  const record = recordOf(failure);
  const [cause, ...others] = foundBefore(causes) ?? findCauses(facts);
  const change = changeFor(exchange, verdict, engine);
  const fix: Fix | null = change && {
    ...change,
    requests: simulate(exchange, change).hops.map(({ method, url }) => ({ method, url })),
    notes: notesFor(facts, change).map(code => words.notes[code](facts)),
  };
  return {
    code: failure.code,
    stage: failure.stage,
    isCors: record.isCors,
    headline: clip(say(words.headlines, failure, facts), HEADLINE_MAX),
    detail: [say(words.details, failure, facts), ...aboutMode(verdict, words), ...aboutCredentials(facts, engine, words)].join(' '),
    responsible: cause.responsible ?? record.responsible,
    checklist: words.checklist(facts),
    problems: facts.failures.map(each => problemOf(each, facts, change, words)),
    cause: causeOf(cause, facts, words),
    otherCauses: others.map(other => causeOf(other, facts, words)),
    fix,
    pageAdvice: adviceFor(facts).map(code => words.advice[code](facts)),
  };
};
