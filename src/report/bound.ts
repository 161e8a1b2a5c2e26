import type { Header, Headers, Report } from '../model.ts';
import { additionsOf, type DetailedFailure } from './additions.ts';
import { mapReport, type ReportVisitor } from './walk.ts';
import { mapExchange, mapMessages } from './walk-exchange.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

/** How long each kind of string may be, in UTF-16 code units with the marker of what was left out included, and how long a list. */
export interface Limits {
  readonly url: number;
  readonly headerName: number;
  readonly headerValue: number;
  readonly text: number;
  readonly headline: number;
  readonly origin: number;
  /** A method, a resource type. */
  readonly token: number;
  /** A server's configuration. Half of one is none: a longer one is left out. */
  readonly configuration: number;
  /** Header lines of one message. */
  readonly headers: number;
}

export const REPORT_LIMITS = {
  url: 2_000,
  headerName: 200,
  headerValue: 2_000,
  text: 4_000,
  // The contract's own limit.
  headline: 160,
  origin: 500,
  token: 100,
  configuration: 20_000,
  headers: 100,
} satisfies Limits;

/** A chain of redirects is no longer. */
const MAX_CONFIGURATIONS = 21;

/** Fields that the CORS protocol itself reads: the last to be left out of a long list. */
const CORS_FIELD = /^(?:access-control-.*|origin|vary|location)$/i;

/** `text` in at most `max` code units; what is left out is counted in a marker at the end. `max` must leave room for the marker. */
export function clip(text: string, max: number, words: ReportWords = en): string {
  if (text.length <= max) return text;
  const marker = (leftOut: number) => `… (${words.values.leftOut(leftOut)})`;
  const kept = cut(text, max - marker(text.length).length);
  return kept + marker(text.length - kept.length);
}

/** The beginning of `text`, at most `max` code units; no character is cut in two. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, isHighSurrogate(text.charCodeAt(max - 1)) ? max - 1 : max);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** At most `max` of the lines, in their order; the fields of the CORS protocol are kept before others. */
function boundHeaders(headers: Headers, max: number): Headers {
  if (headers.length <= max) return headers;
  const kept = new Set<Header>(headers.filter(header => CORS_FIELD.test(header.name)).slice(0, max));
  for (const header of headers) {
    if (kept.size >= max) break;
    kept.add(header);
  }
  return headers.filter(header => kept.has(header));
}

/** The report with every string from the network, and every list of header lines, bounded. */
export function boundReport(report: Report, limits: Limits = REPORT_LIMITS, words: ReportWords = en): Report {
  const { failures, ...bounded } = mapReport(
    report,
    shortener(limits, (text, max) => clip(text, max, words)),
  );
  const cutShort = shortener(limits, cut);
  return {
    ...bounded,
    failures: failures.map((failure, index) => {
      const whole = report.failures[index];
      const exchange = whole === undefined ? null : additionsOf(whole).exchange;
      // It is judged again by whoever opens the report: a marker would be taken for a part of the value.
      return boundLists({ ...failure, ...additionsOf(failure), exchange: exchange && mapExchange(exchange, cutShort) }, limits.headers);
    }),
  };
}

function shortener(limits: Limits, shorten: (text: string, max: number) => string): ReportVisitor {
  return {
    url: url => shorten(url, limits.url),
    headerName: name => shorten(name, limits.headerName),
    headerValue: (_, value) => shorten(value, limits.headerValue),
    text: text => shorten(text, limits.text),
    headline: text => shorten(text, limits.headline),
    origin: origin => shorten(origin, limits.origin),
    token: token => shorten(token, limits.token),
    configuration: text => (text.length > limits.configuration ? '' : text),
  };
}

function boundLists(failure: DetailedFailure, max: number): DetailedFailure {
  let leftOut = 0;
  const message = <T extends { readonly headers: Headers }>(part: T): T => {
    const headers = boundHeaders(part.headers, max);
    leftOut += part.headers.length - headers.length;
    return { ...part, headers };
  };
  const { preflight, response, stoppedAt, exchange } = failure;
  const lists = {
    request: message(failure.request),
    preflight: preflight && { ...preflight, request: message(preflight.request), response: preflight.response && message(preflight.response) },
    redirects: failure.redirects.map(message),
    response: response && message(response),
    stoppedAt: stoppedAt && message(stoppedAt),
    configurations: failure.configurations.slice(0, MAX_CONFIGURATIONS).map(each => (each.text === '' ? { ...each, quotes: [] } : each)),
  };
  // The same messages once more: what is left out of them is counted already.
  const bounded = exchange && mapMessages(exchange, headers => boundHeaders(headers, max));
  return { ...failure, ...lists, exchange: bounded, headersLeftOut: failure.headersLeftOut + leftOut };
}
