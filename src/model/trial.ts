/** A fix that is tried: proposed header lines, put by this browser into the answers that one tab gets from one endpoint. */
import type { Exchange } from './exchange.ts';
import type { Headers } from './observation.ts';

/** One answer of the server's, and the header lines that it is tried with. */
export interface TriedAnswer {
  /** The whole URL, as webRequest has it. */
  readonly url: string;
  /** The method of the request that it answers: OPTIONS for a preflight. */
  readonly method: string;
  /** Each replaces every line of its name; every other line stays. Never empty. */
  readonly headers: Headers;
}

/** A request that may be made once more without doing anything twice: a GET without a body. */
export interface RepeatableRequest {
  readonly url: string;
  readonly credentials: 'include' | 'same-origin';
  /** What the page's code set, as far as a server has to be asked about it. */
  readonly headers: Headers;
}

/** What is to be tried. */
export interface TrialPlan {
  /** What the page asked for, whole. */
  readonly url: string;
  readonly method: string;
  /** A WebExtensions `webRequest.ResourceType`: of the requests whose answers are changed. */
  readonly type: Exchange['type'];
  /** The serialized origin of whoever asks; "null" where it is opaque. */
  readonly initiator: string;
  /** Never empty. */
  readonly answers: readonly TriedAnswer[];
  /** null where only the page itself can ask again. */
  readonly repeat: RepeatableRequest | null;
}

/** A plan that is carried out. */
export interface Trial {
  readonly tabId: number;
  readonly plan: TrialPlan;
  /** The serialized origin of the page that the tab showed when it began. */
  readonly page: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/**
 * Why a trial is over, or never began. stopped: by the reader; left: the tab went to another site; refused: the browser
 * did not take the rules.
 */
export type TrialEnd = 'stopped' | 'left' | 'refused';
