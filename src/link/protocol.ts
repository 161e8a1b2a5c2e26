/**
 * What the background and the DevTools pages say to each other over a port.
 *
 * Two kinds of client connect for a tab: its devtools page (the *inspector*, whose connection is what keeps the tab
 * recorded) and the CORS tab (a *viewer*). Either may be cut off at any time, when the browser stops the worker, and
 * connects again; a viewer's connection always begins with a whole snapshot, so that nothing depends on what was said
 * before.
 */
import type { CodeLocation, Exchange, Headers, Recording, ShownDocument, Trial, TrialEnd, TrialPlan } from '../model.ts';

/** The port's name. */
export const PORT_NAME = 'cors-devtools';

/** How many exchanges one message carries at most: reading it takes either side less than half a frame. */
export const EXCHANGES_PER_MESSAGE = 100;

/** One Resource Timing entry of the page or of one of its frames. */
export interface TimingEntry {
  /** Of the frame whose entry it is. */
  readonly frameId: number;
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly responseStatus: number;
  readonly initiatorType: string;
}

/** One entry of the DevTools network log. */
export interface LogEntry {
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** 0 where no answer came. */
  readonly status: number;
  /** The `Access-Control-*` lines of the answer, as they came; empty where webRequest tells lines apart by itself. */
  readonly corsLines: Headers;
  /** What would have been sent, where the request never went out; null where it did. */
  readonly requestHeaders: Headers | null;
  readonly error: string | null;
  readonly resourceType: string | null;
  readonly initiator: CodeLocation | null;
}

/** What one frame of the tab answered. It may be anything. */
export interface FrameAnswer {
  /** As webRequest counts them: 0 is the page itself. */
  readonly frameId: number;
  readonly answer: unknown;
}

/** An exchange of which a DevTools page may know more than webRequest tells. */
export interface Doubt {
  readonly id: string;
  /** What the page asked for. */
  readonly url: string;
}

export type ToBackground =
  /** The first message on every connection. */
  | { readonly type: 'hello'; readonly role: 'inspector' | 'viewer'; readonly tabId: number }
  /** The inspector's: which document the tab shows. At every connection, and whenever the page's address changed. */
  | { readonly type: 'document'; readonly document: ShownDocument }
  | { readonly type: 'timing'; readonly entries: readonly TimingEntry[] }
  /** `isWhole`: all that the network log has of the entries' URLs, those that were told before among them. */
  | { readonly type: 'log'; readonly entries: readonly LogEntry[]; readonly isWhole: boolean }
  | { readonly type: 'clear' }
  /** Whether the log is kept when the tab goes to another page. The recording remembers it until the tools are closed. */
  | { readonly type: 'preserve'; readonly isOn: boolean }
  /** Asks for everything not told yet (an inspector: for all `doubts` that are left), followed by `synced` once it is also stored: what was told outlives the worker. */
  | { readonly type: 'sync' }
  /** The inspector's: asks for everything that was recorded, from `reset` to `ready`. It is told of nothing else unasked but `doubts`. */
  | { readonly type: 'snapshot' }
  /**
   * The inspector's, in Firefox: asks every frame for its timings of these URLs, or (null) the page which document it shows.
   * See page-questions.ts.
   */
  | { readonly type: 'ask'; readonly id: number; readonly urls: readonly string[] | null }
  /** The viewer's: it has worked off what it got of the snapshot so far. The browser would paint nothing while messages wait for it. */
  | { readonly type: 'more' }
  /** Asks for the page that grants access to all sites: no DevTools page may ask the person itself in Firefox. */
  | { readonly type: 'grant' }
  /** The viewer's: try this fix, in place of the one that is being tried. */
  | { readonly type: 'try'; readonly plan: TrialPlan }
  | { readonly type: 'stop-trial' }
  /** The viewer's, in Firefox: have the page make the request of the trial once more. (A Chromium DevTools page asks it itself.) */
  | { readonly type: 'repeat' };

export type FromBackground =
  /** Begins a snapshot: forget everything known before. */
  | { readonly type: 'reset'; readonly recording: Recording }
  /** New or changed exchanges, and the ids of those let go. */
  | { readonly type: 'exchanges'; readonly changed: readonly Exchange[]; readonly removed: readonly string[] }
  | { readonly type: 'recording'; readonly recording: Recording }
  /** The snapshot is complete. */
  | { readonly type: 'ready' }
  | { readonly type: 'synced' }
  /** The inspector's: exchanges of which it may find out more (`isInDoubt`). */
  | { readonly type: 'doubts'; readonly exchanges: readonly Doubt[] }
  /** What the frames said to the `ask` of that id. */
  | { readonly type: 'answers'; readonly id: number; readonly answers: readonly FrameAnswer[] }
  /** Whether the extension may see requests to all sites. Told at once, and again whenever it changes. */
  | { readonly type: 'access'; readonly granted: boolean }
  /** Which fix is being tried in the tab. Told to a viewer at once, and again whenever it changes. */
  | { readonly type: 'trial'; readonly trial: Trial | null; readonly ended: TrialEnd | null };

/** A two-way line that delivers whole messages in order; `onOpen` fires at every (re)connection, before any message. */
export interface Line<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  onOpen(listener: () => void): void;
  close(): void;
}

/** The message that any page of the extension may send to get a tab's report as JSON. */
export interface ReportRequest {
  readonly type: 'cors-devtools:report';
  readonly tabId: number;
  /** True unless set to false. */
  readonly redact?: boolean;
}
