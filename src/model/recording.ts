/** What was recorded, of which page and in which browser. */
/** The document that a tab shows. */
export interface ShownDocument {
  readonly url: string;
  /** The URL whose answer it is, which no script changes; absent where the page does not tell: then it is `url`. */
  readonly answerUrl?: string;
  /** `performance.timeOrigin`: milliseconds since the epoch. It tells a new document from one whose address alone changed. */
  readonly startedAt: number;
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
}

/** Which browser this is. */
export interface BrowserInfo {
  readonly engine: 'chromium' | 'firefox';
  readonly version: string;
}
