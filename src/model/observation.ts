/** What one webRequest event of either browser tells. Every string from the network is hostile text. */
/** One header field line (RFC 9110, 5.1). A field sent on two lines is two of these, in the order received. */
export interface Header {
  /** As sent: the case is kept. */
  readonly name: string;
  /** Without leading and trailing white space. */
  readonly value: string;
}

export type Headers = readonly Header[];

/** What every webRequest event of either browser tells. */
export interface ObservedRequest {
  /** Unique within a browser session; a preflight has one of its own. Redirect hops share it. */
  readonly requestId: string;
  /** -1 where the request belongs to no tab (a service worker's). */
  readonly tabId: number;
  /** 0 is the tab's own page; -1 where the request belongs to no frame. */
  readonly frameId: number;
  /** The document that asked; null where the browser does not tell (Firefox before 153). */
  readonly documentId: string | null;
  readonly url: string;
  readonly method: string;
  /** A WebExtensions `webRequest.ResourceType`. */
  readonly type: string;
  /** The serialized origin of whoever asked ("null" included); null where the browser does not tell. */
  readonly initiator: string | null;
  /** The serialized origin of the tab's page, where one of its frames or a worker asks; null where the page itself does. */
  readonly topOrigin: string | null;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** One webRequest event, the same shape for both browsers. */
export type Observation = ObservedRequest &
  (
    | { readonly kind: 'started' }
    | { readonly kind: 'sent'; readonly headers: Headers }
    /** onHeadersReceived: what the server itself answered. */
    | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers }
    | {
        readonly kind: 'redirected';
        readonly status: number;
        readonly headers: Headers;
        readonly to: string;
        readonly fromCache: boolean;
        readonly ip: string | null;
      }
    /** onResponseStarted: what the page's side was given, after other extensions. */
    | { readonly kind: 'delivered'; readonly status: number; readonly headers: Headers; readonly fromCache: boolean; readonly ip: string | null }
    | { readonly kind: 'completed'; readonly status: number; readonly fromCache: boolean }
    | { readonly kind: 'failed'; readonly error: string; readonly fromCache: boolean }
  );
