import type { Cause, ChromiumWord, Headers, Report, ReportAdvice, ReportFailure } from '../model.ts';
import { additionsOf, type DetailedFailure } from './additions.ts';
import { mapExchange, mapHeaders } from './walk-exchange.ts';

/** What to do with each string of a report that came from the network or may quote it. */
export interface ReportVisitor {
  readonly url: (url: string) => string;
  /** The value of a field; also what a problem says was received or expected of it. */
  readonly headerValue: (name: string, value: string) => string;
  readonly headerName: (name: string) => string;
  /** A sentence, or a short text such as an error's name. */
  readonly text: (text: string) => string;
  readonly headline: (text: string) => string;
  /** A serialized origin. */
  readonly origin: (origin: string) => string;
  /** A method, a resource type. */
  readonly token: (token: string) => string;
  /** A server's configuration, of many lines. */
  readonly configuration: (text: string, quotes: readonly string[]) => string;
}

function nullable<T, R>(value: T | null, map: (value: T) => R): R | null {
  return value === null ? null : map(value);
}

/** The report with every such string replaced by what the visitor makes of it, and with nothing else changed. */
export function mapReport(report: Report, visitor: ReportVisitor): Report {
  return {
    ...report,
    browser: { ...report.browser, version: visitor.text(report.browser.version) },
    page: { ...report.page, url: visitor.url(report.page.url) },
    failures: report.failures.map(failure => mapFailure(failure, visitor)),
    advice: report.advice.map(advice => mapAdvice(advice, visitor)),
  };
}

function mapAdvice(advice: ReportAdvice, { url, text }: ReportVisitor): ReportAdvice {
  return { ...advice, url: url(advice.url), explanation: text(advice.explanation) };
}

function mapFailure(failure: ReportFailure, visitor: ReportVisitor): DetailedFailure {
  const { url, text, headline, origin, token } = visitor;
  const message = <T extends { readonly headers: Headers }>(part: T): T => ({ ...part, headers: mapHeaders(part.headers, visitor) });
  const word = <T extends ChromiumWord>(said: T): T => ({ ...said, failedParameter: nullable(said.failedParameter, text) });
  const reading = (one: Cause): Cause => ({ ...one, explanation: text(one.explanation) });
  const { request, preflight, engines, cause, explanation, fix } = failure;
  const additions = additionsOf(failure);
  return {
    ...failure,
    ...additions,
    request: {
      ...message(request),
      url: url(request.url),
      method: token(request.method),
      origin: origin(request.origin),
      resourceType: token(request.resourceType),
      initiator: nullable(request.initiator, at => ({ ...at, url: url(at.url), function: text(at.function) })),
    },
    preflight: nullable(preflight, seen => ({
      ...seen,
      reasons: seen.reasons.map(reason => ({ ...reason, value: nullable(reason.value, text) })),
      request: message(seen.request),
      response: nullable(seen.response, message),
      error: nullable(seen.error, text),
    })),
    redirects: failure.redirects.map(redirect => ({ ...message(redirect), url: url(redirect.url) })),
    response: nullable(failure.response, message),
    outcome: { ...failure.outcome, error: nullable(failure.outcome.error, text) },
    engines: { ...engines, chromium: { ...word(engines.chromium), readings: engines.chromium.readings.map(word) } },
    problems: failure.problems.map(problem => ({
      ...problem,
      header: nullable(problem.header, visitor.headerName),
      value: nullable(problem.value, value => visitor.headerValue(problem.header ?? '', value)),
      expected: nullable(problem.expected, value => visitor.headerValue(problem.header ?? '', value)),
      explanation: text(problem.explanation),
    })),
    cause: reading(cause),
    otherCauses: additions.otherCauses.map(reading),
    explanation: {
      ...explanation,
      headline: headline(explanation.headline),
      detail: text(explanation.detail),
      checklist: explanation.checklist.map(({ question, answer }) => ({ question: text(question), answer: text(answer) })),
      pageAdvice: explanation.pageAdvice.map(text),
    },
    fix: nullable(fix, change => ({
      ...change,
      preflight: nullable(change.preflight, message),
      redirects: change.redirects.map(message),
      response: nullable(change.response, message),
      notes: change.notes.map(text),
      requests: change.requests.map(asked => ({ method: token(asked.method), url: url(asked.url) })),
      edits: change.edits.map(edit => ({ ...edit, name: visitor.headerName(edit.name), value: visitor.headerValue(edit.name, edit.value) })),
    })),
    occurrences: failure.occurrences.map(occurrence => ({ ...occurrence, url: url(occurrence.url) })),
    preflightUrl: nullable(additions.preflightUrl, url),
    stoppedAt: nullable(additions.stoppedAt, later => ({
      ...message(later),
      url: url(later.url),
      method: token(later.method),
      origin: origin(later.origin),
    })),
    configurations: additions.configurations.map(each => ({
      server: origin(each.server),
      name: text(each.name),
      provenOn: nullable(each.provenOn, text),
      text: visitor.configuration(each.text, each.quotes),
      quotes: each.quotes.map(text),
      notes: each.notes.map(text),
    })),
    exchange: nullable(additions.exchange, seen => mapExchange(seen, visitor)),
  };
}
