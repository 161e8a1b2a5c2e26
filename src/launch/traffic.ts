/** What a browser itself knows of the requests that it sends: the truth that pairing is held against. */

/** Header fields, their names in lower case. */
export type Fields = Readonly<Record<string, string>>;

export interface SentRequest {
  /** Firefox: webRequest's own id. Chromium: the DevTools protocol's, which all hops of a redirect chain share. */
  readonly id: string;
  readonly url: string;
  readonly method: string;
  /** The id of the request ahead of which it was sent, where it is a preflight; else null. */
  readonly preflightOf: string | null;
  /** The document or the worker that asked, where the browser tells; else "". */
  readonly documentUrl: string;
  /** Fields that it was given before it was sent. Empty in Firefox, as are `answers`: its ids need no further evidence. */
  readonly headers: Fields;
  /** Of every answer to this id. */
  readonly answers: readonly Fields[];
}

export interface TrafficWatch {
  /** Every request of the page, its frames and its workers since the watch began, in the order in which they were sent. */
  sent(): Promise<readonly SentRequest[]>;
}
