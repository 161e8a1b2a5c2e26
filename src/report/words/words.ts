/**
 * What a language has to say in reports. A parameter that is marked text is ready to stand in a sentence: escaped, and
 * marked as a `Notation` does. Everything else is ours, and none of it has a character that means something in Markdown or HTML.
 */
import type { Cause, Condition, Outcome, PreflightReason, ReportFailure, Responsible } from '../../model.ts';
import type { AdviceCode, AdviceEvidence } from '../advice/rule.ts';
import type { Marks } from '../notation.ts';

export interface ReportWords {
  /** Its tag (BCP 47). */
  readonly language: string;
  readonly values: ValueWords;
  readonly whole: WholeWords;
  readonly failure: FailureWords;
  readonly story: StoryWords;
  readonly engines: EngineWords;
  readonly fix: FixWords;
  readonly configuration: ConfigurationWords;
  readonly wire: WireWords;
  readonly commands: CommandWords;
  readonly advice: AdviceWords;
}

/** What stands in the place of a value. */
export interface ValueWords {
  readonly empty: string;
  readonly blank: string;
  /** Of a text that was cut. */
  readonly leftOut: (characters: number) => string;
  /** Of a value that was never sent; printable ASCII without quotation marks. */
  readonly notSeen: string;
}

/** Of a report as a whole. */
export interface WholeWords {
  readonly titleOfNone: string;
  /** `different` failures; null where each blocked request is one. */
  readonly title: (blocked: number, different: number | null) => string;
  /** `page` is marked text; null where it is not known. */
  readonly nothingBlocked: (page: string | null) => string;
  readonly introduction: (page: string | null, marks: Marks) => string;
  readonly contents: string;
  readonly columns: { readonly request: string; readonly headline: string; readonly responsible: string; readonly times: string };
  readonly times: (times: number) => string;
  readonly moreFailures: (more: number) => string;
  readonly notWrittenOut: (left: number, all: number) => string;
  readonly advice: string;
  readonly moreAdvice: (more: number) => string;
  readonly restsOn: string;
  /** Marked text. */
  readonly browser: (name: string, version: string) => string;
  /** Marked text. */
  readonly written: (version: string, at: string, since: string) => string;
  readonly seen: (requests: number, crossOrigin: number, preflights: number) => string;
  readonly missedLoad: string;
  readonly dropped: (requests: number) => string;
  readonly incomplete: (requests: number) => string;
  readonly redacted: (marks: Marks) => string;
  readonly notRedacted: (marks: Marks) => string;
  /** Of a HAR. */
  readonly failedOnly: (failures: number) => string;
}

type Stage = ReportFailure['stage'];
type Confidence = Cause['confidence'];

/** Of one failure: labels, and what is said beside them. */
export interface FailureWords {
  readonly outcomes: { readonly [R in ReportFailure['outcome']['result']]: string };
  readonly whoMends: string;
  readonly responsible: { readonly [R in Responsible]: string };
  readonly reason: (confidence: Confidence) => string;
  readonly behind: (confidence: Confidence) => string;
  /** Before what tells one reading from the others. */
  readonly shows: string;
  /** Before a reading that is less likely. */
  readonly orElse: (confidence: Confidence) => string;
  readonly notCors: string;
  readonly notCorsMeans: string;
  readonly seen: string;
  /** Marked text. */
  readonly seenOnce: (at: string) => string;
  readonly seenOften: (times: number, first: string, last: string) => string;
  readonly whatHappened: string;
  readonly stepByStep: string;
  readonly questions: string;
  readonly problems: (broken: number) => string;
  /** `header` is marked text; null where the rule is about none. */
  readonly where: (stage: Stage, header: string | null) => string;
  readonly came: string;
  readonly nothing: string;
  readonly wouldPass: string;
  readonly noValue: string;
  readonly rule: string;
  readonly moreProblems: (more: number) => string;
}

/** A line of the page's code; marked text. */
export interface Place {
  readonly url: string;
  readonly line: number;
  readonly column: number;
  /** null outside of any. */
  readonly function: string | null;
}

type Credentials = ReportFailure['request']['credentials'];

/** What happened, one sentence after the other. All that is no number is marked text. */
export interface StoryWords {
  readonly asker: (origin: string) => string;
  readonly hiddenAsker: (origin: string) => string;
  readonly asked: (asker: string, request: string, type: string, place: Place | null) => string;
  readonly credentials: { readonly [V in Credentials['value']]: string };
  readonly basis: { readonly [B in Exclude<Credentials['basis'], 'observed'>]: string };
  readonly reasons: { readonly [K in PreflightReason['kind']]: (value: string) => string };
  /** A reason too: the content type is not known. */
  readonly contentType: string;
  readonly preflight: (options: string, reasons: readonly string[], more: number) => string;
  readonly preflightAnswer: (status: number) => string;
  readonly noPreflightAnswer: (error: string | null) => string;
  /** Before each of the following four. */
  readonly stopped: string;
  readonly notSent: string;
  readonly notFollowed: string;
  readonly notCompleted: (error: string | null) => string;
  readonly withheld: string;
  readonly redirect: (url: string, status: number, location: string | null) => string;
  readonly moreRedirects: (more: number) => string;
  readonly noAnswer: string;
  readonly noUsableAnswer: string;
  readonly answerBegan: (status: number) => string;
  readonly answer: (status: number, isCached: boolean) => string;
  readonly gotError: string;
  readonly outcomeUnknown: string;
  readonly evidence: { readonly [E in Outcome['evidence']]: (error: string | null) => string };
}

/** What each browser makes of the answers. */
export interface EngineWords {
  readonly title: string;
  readonly passes: string;
  /** Marked text; without a `parameter`, it is null. */
  readonly blocks: (term: string, parameter: string | null) => string;
  readonly blocksUnnamed: string;
  /** Of a browser whose words for it are not known. */
  readonly blocksPlainly: string;
  readonly credentials: { readonly [C in NonNullable<Condition['credentials']>]: string };
  readonly because: { readonly [B in NonNullable<Condition['because']>]: string };
  readonly oneOf: (browser: string) => string;
  readonly more: (more: number) => string;
}

export interface FixWords {
  readonly title: string;
  /** Where there is no fix. */
  readonly titleOfNone: string;
  readonly none: string;
  readonly whole: string;
  readonly preflight: string;
  /** `number` from 1. */
  readonly redirect: (number: number, all: number) => string;
  readonly response: string;
  /** Marked text: what an answer needs, before its header lines if there are any. */
  readonly needs: (answer: string, status: string | null, hasHeaders: boolean) => string;
  readonly answerWith: (status: string) => string;
  readonly mind: string;
  readonly pageAdvice: string;
  /** A sentence of the report's own: of a preflight that the fix has no other room for. */
  readonly otherPreflight: (url: string, status: number | null, lines: readonly string[]) => string;
}

/** The fix as a server's configuration; `server`, `name` and `version` are marked text. */
export interface ConfigurationWords {
  readonly title: (server: string, name: string) => string;
  readonly proven: (version: string) => string;
  readonly notProven: string;
  /** In place of one that is too long, or would quote what the report leaves out. */
  readonly leftOut: string;
}

/** The messages that were sent; all that is no number is marked text. */
export interface WireWords {
  readonly title: string;
  readonly preflight: (asked: string) => string;
  readonly preflightAnswer: (status: number) => string;
  readonly request: (asked: string) => string;
  readonly redirect: (url: string, status: number) => string;
  readonly later: (asked: string) => string;
  readonly answer: (status: number) => string;
  readonly noHeaders: (message: string) => string;
  readonly leftOut: (lines: number) => string;
}

export interface CommandWords {
  readonly title: string;
  readonly curlShows: string;
  readonly preflight: string;
  readonly request: string;
  readonly preflightInTerminal: string;
  readonly requestInTerminal: string;
  readonly requestInConsole: string;
  readonly tooLong: string;
  readonly titledTooLong: (title: string) => string;
  /** A comment in JavaScript: printable ASCII. */
  readonly credentialsUnknown: string;
}

/** One function from a piece of advice's evidence to its sentences. Names in the evidence are tokens. */
export type AdviceWords = { readonly [C in AdviceCode]: (evidence: AdviceEvidence[C]) => string };
