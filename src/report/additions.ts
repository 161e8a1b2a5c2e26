import type { Cause, Exchange, Headers, Report, ReportFailure } from '../model.ts';

/** The request of a redirect's target, where the exchange stopped at one. */
export interface LaterRequest {
  readonly url: string;
  readonly method: string;
  /** The serialized origin that it is judged with: "null" once redirect-tainted. */
  readonly origin: string;
  /** Empty where they were never seen. */
  readonly headers: Headers;
}

/** What a failure's fix is in the configuration of a server that it changes, where it is known what that runs. */
export interface ServerConfiguration {
  /** Its origin. */
  readonly server: string;
  /** What it runs, by its makers' name. */
  readonly name: string;
  /** null where no test could start it. */
  readonly provenOn: string | null;
  /** Configuration or code, many lines of it; empty where it is longer than a report holds, or quotes what it leaves out. */
  readonly text: string;
  /** What of the network's stands in it: origins, methods, names of headers. */
  readonly quotes: readonly string[];
  /** How it is put in place, and what it cannot do, where its format has no room to say so. */
  readonly notes: readonly string[];
}

/** What a failure of a report says beyond the contract, which allows extra properties everywhere. */
export interface FailureAdditions {
  /** What else may be behind it, the likelier first; empty where the cause is certain. */
  readonly otherCauses: readonly Cause[];
  /** The request that stopped the exchange; null where it is the page's own and not one after a redirect. */
  readonly stoppedAt: LaterRequest | null;
  /** What the preflight asked about; null without a preflight. */
  readonly preflightUrl: string | null;
  /** Occurrences that are not in `occurrences`, which is bounded. */
  readonly occurrencesLeftOut: number;
  /** Header lines of the failure's messages that are not listed, because the lists are bounded. */
  readonly headersLeftOut: number;
  /**
   * The exchange that the failure was read from: every hop and preflight, so that another tab can show it and judge it anew.
   * Of the first occurrence that was seen whole, without what means something in this browser alone. null in older reports.
   */
  readonly exchange: Exchange | null;
  /** In the order of the chain of redirects. */
  readonly configurations: readonly ServerConfiguration[];
}

export type DetailedFailure = ReportFailure & FailureAdditions;

/** A failure's additions, also of a report that has none. */
export function additionsOf(failure: ReportFailure & Partial<FailureAdditions>): FailureAdditions {
  return {
    otherCauses: failure.otherCauses ?? [],
    stoppedAt: failure.stoppedAt ?? null,
    preflightUrl: failure.preflightUrl ?? (failure.preflight && failure.request.url),
    occurrencesLeftOut: failure.occurrencesLeftOut ?? 0,
    headersLeftOut: failure.headersLeftOut ?? 0,
    exchange: failure.exchange ?? null,
    configurations: failure.configurations ?? [],
  };
}

/** What a report's `recording` says beyond the contract. */
export interface RecordingAdditions {
  /** Whether the page was loaded before recording began, so that some of its requests were missed. */
  readonly missedLoad: boolean;
  /** Exchanges that are not reported on, nor counted elsewhere, because a fix was being tried on them in the browser. */
  readonly tried: number;
}

export function missedLoad(recording: Report['recording'] & Partial<RecordingAdditions>): boolean {
  return recording.missedLoad ?? false;
}
