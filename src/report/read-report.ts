/** Reads an exported report without trusting its shape. */
import * as v from 'valibot';
import type { Report } from '../model.ts';
import type { DetailedFailure, RecordingAdditions } from './additions.ts';
import { codeLocation, count, exchange, headers, nullableText, text } from './read-exchange.ts';

const SCHEMA = 'cors-devtools/report@1';

/** RFC 3339 in UTC, as reports have it, and nothing that `Date` does not take. */
const date = v.pipe(
  text,
  v.check(value => !Number.isNaN(Date.parse(value)), 'no date'),
);
const stage = v.picklist(['preflight', 'redirect', 'response', 'network']);
const message = v.object({ headers });
const answer = v.object({ status: count, headers });
const condition = {
  credentials: v.nullable(v.picklist(['include', 'same-origin'])),
  because: v.nullable(v.picklist(['lines', 'list', 'no-cors', 'unseen'])),
} as const;
const chromium = { blocked: v.boolean(), corsError: nullableText, failedParameter: nullableText } as const;
const firefox = { blocked: v.boolean(), reason: nullableText } as const;
const target = v.picklist(['preflight', 'redirect', 'response']);

/** Older reports have no title, nor what shows it. */
const cause = v.object({
  code: text,
  confidence: v.picklist(['certain', 'likely', 'possible']),
  title: v.optional(text, ''),
  explanation: text,
  shows: v.optional(nullableText, null),
});

const failure = v.object({
  id: text,
  code: v.pipe(text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  stage,
  isCors: v.boolean(),
  request: v.object({
    url: text,
    method: text,
    origin: text,
    resourceType: text,
    mode: v.picklist(['cors', 'no-cors', 'same-origin', 'navigate', 'websocket', 'unknown']),
    credentials: v.object({
      value: v.picklist(['include', 'same-origin', 'omit', 'unknown']),
      basis: v.picklist(['observed', 'inferred', 'assumed']),
    }),
    headers,
    initiator: v.nullable(codeLocation),
  }),
  preflight: v.nullable(
    v.object({
      reasons: v.array(
        v.object({ kind: v.picklist(['method', 'header', 'content-type', 'upload-listener', 'stream-body', 'unknown']), value: nullableText }),
      ),
      request: message,
      response: v.nullable(answer),
      error: nullableText,
    }),
  ),
  redirects: v.array(v.object({ url: text, status: count, headers })),
  response: v.nullable(v.object({ status: count, headers, fromCache: v.boolean() })),
  outcome: v.object({
    result: v.picklist(['blocked', 'unknown']),
    evidence: v.picklist(['error', 'resource-timing', 'rules']),
    error: nullableText,
  }),
  engines: v.object({
    chromium: v.object({ ...chromium, readings: v.array(v.object({ ...chromium, ...condition })) }),
    firefox: v.object({ ...firefox, readings: v.array(v.object({ ...firefox, ...condition })) }),
    safari: v.object({ blocked: v.boolean() }),
  }),
  problems: v.pipe(
    v.array(v.object({ code: text, stage, header: nullableText, value: nullableText, expected: nullableText, explanation: text, spec: text })),
    v.minLength(1),
  ),
  cause,
  otherCauses: v.optional(v.array(cause), []),
  explanation: v.object({
    headline: text,
    detail: text,
    responsible: v.picklist(['server', 'page', 'gateway', 'network', 'browser', 'extension', 'nobody']),
    checklist: v.array(v.object({ question: text, answer: text })),
    pageAdvice: v.array(text),
  }),
  fix: v.nullable(
    v.object({
      preflight: v.nullable(answer),
      redirects: v.array(message),
      response: v.nullable(message),
      notes: v.array(text),
      edits: v.array(v.object({ target, hop: count, name: text, value: text })),
      statuses: v.array(v.object({ hop: count, status: count })),
      requests: v.array(v.object({ method: text, url: text })),
    }),
  ),
  occurrences: v.pipe(v.array(v.object({ startedAt: date, url: text })), v.minLength(1)),
  stoppedAt: v.nullable(v.object({ url: text, method: text, origin: text, headers })),
  preflightUrl: nullableText,
  occurrencesLeftOut: count,
  headersLeftOut: count,
  exchange,
  configurations: v.optional(
    v.array(v.object({ server: text, name: text, provenOn: nullableText, text, quotes: v.array(text), notes: v.array(text) })),
    [],
  ),
}) satisfies v.GenericSchema<unknown, DetailedFailure>;

const report = v.object({
  schema: v.literal(SCHEMA),
  generator: v.object({ name: v.literal('cors-devtools'), version: text }),
  browser: v.object({ engine: v.picklist(['chromium', 'firefox']), version: text }),
  createdAt: date,
  page: v.object({ url: text }),
  recording: v.object({
    startedAt: date,
    requests: count,
    crossOrigin: count,
    preflights: count,
    dropped: count,
    incomplete: count,
    missedLoad: v.boolean(),
    tried: v.optional(count, 0),
  }) satisfies v.GenericSchema<unknown, Report['recording'] & RecordingAdditions>,
  redacted: v.boolean(),
  failures: v.array(failure),
  advice: v.array(v.object({ code: text, url: text, explanation: text })),
});

/** A report that was read, whose failures all have their exchange. */
export type ReadReport = v.InferOutput<typeof report>;

/** Whether it says of itself that it is a report. */
export function isReportLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === SCHEMA;
}

/** The report, or where its first fault is, such as "failures.0.code". */
export function readReport(value: unknown): { readonly report: ReadReport } | { readonly fault: string } {
  const result = v.safeParse(report, value, { abortEarly: true });
  return result.success ? { report: result.output } : { fault: v.getDotPath(result.issues[0]) ?? '' };
}
