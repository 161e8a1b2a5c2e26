/** What a verdict says to people: cause, words, who can mend it, and the fix as data. */
import type { FailureCode, Stage } from './verdict.ts';

export type Responsible = 'server' | 'page' | 'gateway' | 'network' | 'browser' | 'extension' | 'nobody';

/** One header field to set on an answer: it replaces every line of that name; every other line stays. */
export interface HeaderEdit {
  readonly target: 'preflight' | 'redirect' | 'response';
  /** Index into `Exchange.hops`, or past its end: whose preflight, whose redirect answer, whose response. */
  readonly hop: number;
  readonly name: string;
  readonly value: string;
}

/** The smallest change to the server's answers that makes every rule pass, proved by judging the exchange again. */
export interface Fix {
  readonly edits: readonly HeaderEdit[];
  /** One entry for each preflight whose status must change too: hop → status to answer with. */
  readonly statuses: readonly { readonly hop: number; readonly status: number }[];
  /** The request of each hop of the mended exchange: also those that were never sent, because no redirect to them was followed. */
  readonly requests: readonly { readonly method: string; readonly url: string }[];
  /** Plain sentences: what to mind when applying it. */
  readonly notes: readonly string[];
}

/** One broken rule in words. */
export interface Problem {
  readonly code: FailureCode;
  readonly stage: Stage;
  /** Index into `Exchange.hops`. */
  readonly hop: number;
  /** The response header that the rule is about; null where it is about none. */
  readonly header: string | null;
  /** What was received; null where nothing was. */
  readonly received: string | null;
  /** What would have passed; null where no value can. */
  readonly expected: string | null;
  readonly explanation: string;
  /** URL of the clause. */
  readonly spec: string;
}

export interface Cause {
  /** kebab-case, stable. */
  readonly code: string;
  /** certain: no other reading is left. */
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** A few words. */
  readonly title: string;
  readonly explanation: string;
  /** What shows that it is this one and no other; null where it is certain. */
  readonly shows: string | null;
}

export interface ChecklistItem {
  readonly question: string;
  readonly answer: string;
}

export interface Explanation {
  /** The code of the first problem. */
  readonly code: FailureCode;
  readonly stage: Stage;
  readonly isCors: boolean;
  /** One sentence of at most 160 characters, with the real origins in it. */
  readonly headline: string;
  readonly detail: string;
  readonly responsible: Responsible;
  /** Exactly four. */
  readonly checklist: readonly ChecklistItem[];
  /** Never empty, in the standard's order. */
  readonly problems: readonly Problem[];
  readonly cause: Cause;
  /** What else may be behind it, the likelier first; empty where the cause is certain. */
  readonly otherCauses: readonly Cause[];
  /** null where no answer of the server's can help. */
  readonly fix: Fix | null;
  /** What the page's own code can do about it; empty where nothing. Plain sentences. */
  readonly pageAdvice: readonly string[];
}
