/** An exported report, opened again: what the tab lists of it, and the report once more. */
import type { Cause, Exchange, Recording, Report } from '../model.ts';
import { additionsOf, type RecordingAdditions } from './additions.ts';
import { boundReport, REPORT_LIMITS } from './bound.ts';
import type { ReadReport } from './read-report.ts';
import { redactReport } from './redact.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

/** Between the failure's place in the report and the occurrence's in it. No id of the report's own serves: whoever writes one by hand may repeat it. */
const SEPARATOR = '#';

const failureOf = (exchangeId: string): string => exchangeId.slice(0, exchangeId.lastIndexOf(SEPARATOR));

/**
 * One exchange for each occurrence that the report lists, at most `max` in all: each is the one that was kept, at its own
 * time and address.
 */
export function exchangesOf({ failures }: ReadReport, max: number): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  failures.forEach(({ exchange, occurrences }, number) => {
    for (const [index, { startedAt, url }] of occurrences.entries()) {
      if (exchanges.length >= max) return;
      exchanges.push({ ...at(exchange, Date.parse(startedAt), url), id: `${number}${SEPARATOR}${index}` });
    }
  });
  return exchanges.sort((a, b) => a.startedAt - b.startedAt);
}

/** What the report says is behind the failure that an exchange of it is an occurrence of: the other answers of its server are not in it. */
export function causesOf({ failures }: Report, exchangeId: string): readonly Cause[] {
  const failure = failures[Number(failureOf(exchangeId))];
  return failure === undefined ? [] : [failure.cause, ...additionsOf(failure).otherCauses];
}

/** The same exchange, begun at another time and address. */
function at(exchange: Exchange, startedAt: number, url: string): Exchange {
  const [asked, ...later] = exchange.hops;
  if (asked === undefined) return exchange;
  const preflights = asked.preflights.map(preflight => (preflight.url === asked.url ? { ...preflight, url } : preflight));
  const endedAt = exchange.endedAt === null ? null : exchange.endedAt + (startedAt - exchange.startedAt);
  return { ...exchange, startedAt, endedAt, hops: [{ ...asked, url, preflights }, ...later] };
}

/** The recording that the report tells of. */
export function recordingOf({ page, recording }: Report & { readonly recording: Partial<RecordingAdditions> }): Recording {
  const startedAt = Date.parse(recording.startedAt);
  return {
    tabId: 0,
    pageUrl: page.url,
    pageStartedAt: startedAt,
    startedAt,
    requests: recording.requests,
    dropped: recording.dropped,
    missedLoad: false,
  };
}

/**
 * The opened report as it is handed on: word for word what was handed over, at another time. Redacted if it is to be, or
 * was; `ids` are those of its exchanges, null for all. `words` only say what is left out of a text that redaction made too long.
 */
export function handOn(
  report: Report,
  ids: readonly string[] | null,
  createdAt: Date,
  { redact }: { readonly redact: boolean },
  words: ReportWords = en,
): Report {
  const wanted = ids === null ? null : new Set(ids.map(failureOf));
  const again: Report = {
    ...report,
    createdAt: createdAt.toISOString(),
    failures: wanted === null ? report.failures : report.failures.filter((_, number) => wanted.has(String(number))),
  };
  return boundReport(redact ? redactReport(again) : again, REPORT_LIMITS, words);
}
