import type { BrowserInfo, Recording, Report } from '../model.ts';
import type { DetailedFailure, RecordingAdditions, ServerConfiguration } from './additions.ts';
import { adviseOn } from './advice.ts';
import { boundReport, REPORT_LIMITS } from './bound.ts';
import { createFailure, isFailure, type Judged, type JudgedFailure, toDate } from './failure.ts';
import { failureId, groupKey } from './group.ts';
import { redactReport } from './redact.ts';
import { en } from './words/en.ts';
import type { ReportWords } from './words/words.ts';

export type { Judged } from './failure.ts';

/** Occurrences listed of one failure: the earliest half and the latest half. */
export const MAX_OCCURRENCES = 50;

export interface ReportInput {
  readonly recording: Recording;
  readonly browser: BrowserInfo;
  /** The extension's. */
  readonly version: string;
  readonly createdAt: Date;
  readonly exchanges: readonly Judged[];
  readonly configurationsOf?: ConfigurationsOf;
}

export type ConfigurationsOf = (judged: JudgedFailure) => readonly ServerConfiguration[];

/**
 * The report of one tab: its failures, grouped, in the order of their first occurrence; bounded always, and redacted
 * unless `redact` is false. Bounding comes last, since half a secret is not recognised as one. What it says beside the
 * explanations is in `words`.
 */
export function buildReport(input: ReportInput, { redact }: { readonly redact: boolean }, words: ReportWords = en): Report {
  const report = describe(input, words);
  return boundReport(redact ? redactReport(report) : report, REPORT_LIMITS, words);
}

function describe(input: ReportInput, words: ReportWords): Report & { readonly recording: RecordingAdditions } {
  const { recording, browser, version, createdAt } = input;
  // What a fix was tried on tells of the fix, not of the server.
  const exchanges = input.exchanges.filter(({ exchange }) => exchange.isTried !== true);
  const count = (counts: (judged: Judged) => number) => exchanges.reduce((sum, judged) => sum + counts(judged), 0);
  return {
    schema: 'cors-devtools/report@1',
    generator: { name: 'cors-devtools', version },
    browser: { engine: browser.engine, version: browser.version },
    createdAt: toDate(createdAt.getTime()),
    page: { url: recording.pageUrl },
    recording: {
      startedAt: toDate(recording.startedAt),
      requests: recording.requests,
      crossOrigin: count(({ verdict }) => Number(verdict.crossOrigin)),
      preflights: count(({ exchange }) => exchange.hops.reduce((sum, hop) => sum + hop.preflights.length, 0)),
      dropped: recording.dropped,
      incomplete: count(({ exchange }) => Number(exchange.incomplete)),
      missedLoad: recording.missedLoad,
      tried: input.exchanges.length - exchanges.length,
    },
    redacted: false,
    failures: groupFailures(exchanges.filter(isFailure), input.configurationsOf ?? (() => []), words),
    advice: adviseOn(exchanges, words.advice),
  };
}

function groupFailures(failures: readonly JudgedFailure[], configurationsOf: ConfigurationsOf, words: ReportWords): readonly DetailedFailure[] {
  const groups = new Map<string, JudgedFailure[]>();
  for (const judged of failures.toSorted((a, b) => a.exchange.startedAt - b.exchange.startedAt)) {
    const key = groupKey(judged);
    const group = groups.get(key);
    if (group) group.push(judged);
    else groups.set(key, [judged]);
  }
  const uses = new Map<string, number>();
  return [...groups.values()].flatMap(group => {
    // One that was seen whole speaks for the others.
    const shown = group.find(({ exchange }) => !exchange.incomplete) ?? group[0];
    if (shown === undefined) return [];
    const failure = createFailure(shown, words);
    const id = failureId(failure);
    const use = (uses.get(id) ?? 0) + 1;
    uses.set(id, use);
    return [{ id: use === 1 ? id : `${id}-${use}`, ...failure, configurations: configurationsOf(shown), ...listOccurrences(group) }];
  });
}

function listOccurrences(group: readonly JudgedFailure[]): Pick<DetailedFailure, 'occurrences' | 'occurrencesLeftOut'> {
  const half = MAX_OCCURRENCES / 2;
  const listed = group.length > MAX_OCCURRENCES ? [...group.slice(0, half), ...group.slice(-half)] : group;
  return {
    occurrences: listed.map(({ exchange }) => ({ startedAt: toDate(exchange.startedAt), url: exchange.hops[0]?.url ?? '' })),
    occurrencesLeftOut: group.length - listed.length,
  };
}
