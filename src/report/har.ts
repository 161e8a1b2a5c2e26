import { ENGINE_NAMES } from '../engine-names.ts';
import type { Exchange, Headers, Hop, PreflightSeen, Report, ReportFailure, ResponseSeen } from '../model.ts';
import { privacy } from './about-report.ts';
import { additionsOf } from './additions.ts';
import { toDate } from './failure.ts';
import { type Har, type HarEntry, toCallFrame } from './har-format.ts';
import { fieldLines } from './headers.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

const PAGE_ID = 'page_1';
/** Not known: HAR has no other way to say so. */
const UNKNOWN_SIZE = -1;
const UNKNOWN_VERSION = 'unknown';

/** webRequest's resource types that Chromium's network panel, whose word is the one that tools read, calls otherwise. */
const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  xmlhttprequest: 'xhr',
  main_frame: 'document',
  sub_frame: 'document',
  imageset: 'image',
  beacon: 'ping',
};

/** Text without marks, for a comment. */
const PLAIN = { code: (text: string) => text, prose: (text: string) => text, strong: (words: string) => words };

/**
 * The report's failures as a HAR: of each the exchange that it was read from, every preflight before its request and every
 * hop of a redirect as an entry of its own, in the order in which they began; redacted exactly as the report is. Only its comment is in `words`.
 */
export function toHar(report: Report, words: ReportWords = en): Har {
  const { failures, page, recording, generator, browser } = report;
  return {
    log: {
      version: '1.2',
      creator: { name: 'CORS DevTools', version: generator.version },
      browser: { name: ENGINE_NAMES[browser.engine], version: browser.version },
      pages: [{ id: PAGE_ID, startedDateTime: recording.startedAt, title: page.url, pageTimings: {} }],
      entries: failures.flatMap(failure => entriesOf(failure)).sort((a, b) => compare(a.startedDateTime, b.startedDateTime)),
      comment: `${words.whole.failedOnly(failures.length)} ${privacy(report, { ...PLAIN, words })}`,
    },
  };
}

/** Dates of one form order as text does; `sort` keeps those of one moment in their order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is known of one message and its answer, a preflight's or a request's. */
interface Message {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Headers | null;
  readonly response: ResponseSeen | null;
  readonly error: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly isPreflight: boolean;
  readonly stoppedHere: boolean;
}

function entriesOf(failure: ReportFailure): readonly HarEntry[] {
  const { exchange } = additionsOf(failure);
  if (exchange === null) return [];
  return messagesOf(exchange, failure).map(message => toEntry(message, exchange, failure));
}

function messagesOf(exchange: Exchange, failure: ReportFailure): readonly Message[] {
  const { hops } = exchange;
  const { stoppedAt } = additionsOf(failure);
  const isStop = (hop: Hop, index: number): boolean => (stoppedAt === null ? index === 0 : hop.url === stoppedAt.url);
  const messages: Message[] = [];
  let now = exchange.startedAt;
  hops.forEach((hop, index) => {
    const isLast = index === hops.length - 1;
    for (const preflight of hop.preflights) {
      now = Math.max(now, preflight.startedAt);
      messages.push(preflightMessage(preflight, now, failure.stage === 'preflight' && isStop(hop, index)));
      now = Math.max(now, preflight.endedAt ?? 0);
    }
    messages.push({
      method: hop.method,
      url: hop.url,
      // Chromium's log has what it never sent.
      requestHeaders: hop.requestHeaders ?? (index === 0 ? (exchange.log?.requestHeaders ?? null) : null),
      response: hop.response,
      error: isLast ? (exchange.error ?? exchange.log?.error ?? null) : null,
      startedAt: index === 0 ? exchange.startedAt : now,
      endedAt: isLast ? exchange.endedAt : null,
      isPreflight: false,
      stoppedHere: failure.stage !== 'preflight' && (failure.stage === 'network' ? isLast : isStop(hop, index)),
    });
  });
  return messages;
}

function preflightMessage(preflight: PreflightSeen, startedAt: number, stoppedHere: boolean): Message {
  const { url, requestHeaders, response, error, endedAt } = preflight;
  return { method: 'OPTIONS', url, requestHeaders, response, error, startedAt, endedAt, isPreflight: true, stoppedHere };
}

function toEntry(message: Message, exchange: Exchange, failure: ReportFailure): HarEntry {
  const { method, url, requestHeaders, response, error, startedAt, endedAt, isPreflight, stoppedHere } = message;
  const time = Math.max(0, (endedAt ?? startedAt) - startedAt);
  const sent = requestHeaders ?? [];
  const answered = response?.headers ?? [];
  const initiator = exchange.log?.initiator ?? null;
  const type = exchange.log?.resourceType ?? exchange.type;
  return {
    pageref: PAGE_ID,
    startedDateTime: toDate(startedAt),
    time,
    request: {
      method,
      url,
      httpVersion: UNKNOWN_VERSION,
      cookies: fieldLines(sent, 'cookie').flatMap(line => line.split(';').map(toCookie)),
      headers: sent.map(({ name, value }) => ({ name, value })),
      queryString: queryOf(url),
      headersSize: UNKNOWN_SIZE,
      bodySize: UNKNOWN_SIZE,
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: UNKNOWN_VERSION,
      cookies: fieldLines(answered, 'set-cookie').flatMap(line => line.split('\n').map(setCookie => toCookie(setCookie.split(';', 1)[0] ?? ''))),
      headers: answered.map(({ name, value }) => ({ name, value })),
      content: { size: 0, mimeType: fieldLines(answered, 'content-type')[0] ?? 'x-unknown' },
      redirectURL: response !== null && response.status >= 300 && response.status < 400 ? (fieldLines(answered, 'location')[0] ?? '') : '',
      headersSize: UNKNOWN_SIZE,
      bodySize: UNKNOWN_SIZE,
      _error: error,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    _resourceType: isPreflight ? 'preflight' : (RESOURCE_TYPES[type] ?? type),
    _initiator: isPreflight
      ? { type: 'preflight' }
      : initiator === null
        ? { type: 'other' }
        : { type: 'script', stack: { callFrames: [toCallFrame(initiator)] } },
    ...(response?.fromCache ? { _fromCache: 'disk' as const } : {}),
    _cors: {
      failure: failure.id,
      code: failure.code,
      stage: failure.stage,
      origin: failure.request.origin,
      headline: failure.explanation.headline,
      stoppedHere,
    },
  };
}

/** `name=value`; without a name, all of it is the value. */
function toCookie(pair: string): { readonly name: string; readonly value: string } {
  const equals = pair.indexOf('=');
  return equals < 0 ? { name: '', value: pair.trim() } : { name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() };
}

function queryOf(url: string): readonly { readonly name: string; readonly value: string }[] {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
  return Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value }));
}

/** As text: two spaces, a new line at the end. */
export function toHarJson(report: Report, words: ReportWords = en): string {
  return `${JSON.stringify(toHar(report, words), null, 2)}\n`;
}
