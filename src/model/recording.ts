/** What was recorded, of which page and in which browser. */
/** The document that a tab shows. */
export interface ShownDocument {
  readonly url: string;
  /** The URL whose answer it is, which no script changes; absent where the page does not tell: then it is `url`. */
  readonly answerUrl?: string;
  /** `performance.timeOrigin`: milliseconds since the epoch. It tells a new document from one whose address alone changed. */
  readonly startedAt: number;
  /** Present where a service worker stands between it and the network. */
  readonly isControlled?: true;
}

/** A page of which a log that is preserved has requests. */
export interface RecordedPage {
  readonly url: string;
  /** When it began to ask for anything, in milliseconds since the epoch. */
  readonly since: number;
}

/** The page that a tab shows, and what was recorded of it. */
export interface Recording {
  readonly tabId: number;
  /** The tab's page; "" until known. */
  readonly pageUrl: string;
  /** When its document began to load (`performance.timeOrigin`); 0 until known. */
  readonly pageStartedAt: number;
  readonly startedAt: number;
  /** Requests of any kind that were seen, same-origin ones included. */
  readonly requests: number;
  /** Exchanges that the bounded log let go. */
  readonly dropped: number;
  /** Whether the page was loaded before recording began, so that some of its requests were missed. */
  readonly missedLoad: boolean;
  /** Where the log is preserved across navigations: its pages, oldest first, never empty. Absent where it begins anew with each page. */
  readonly pages?: readonly RecordedPage[];
}

/** Which browser this is. */
export interface BrowserInfo {
  readonly engine: 'chromium' | 'firefox';
  readonly version: string;
}
