/** What a case of the demo is: data that the servers, the page and the tests all read. */
import type { FailureCode, Header, Headers, Stage } from '../../src/model.ts';

/**
 * A server of the demo: an origin of its own. In every text of a case `{api}` stands for that origin and `{api-port}`
 * for its port; `{id}` is the case's id and `{run}` the number of the run.
 *
 * - page: the demo page itself, on localhost
 * - api: another host, 127.0.0.1, where most cases send their requests
 * - other: another port of localhost
 * - sub: a name below localhost, on api's port
 * - ipv6: [::1], on api's port
 * - secure: https with a certificate that a browser accepts when it is started as `Demo.browser` says
 * - untrusted: https with a certificate that no browser accepts
 * - public: a port that a browser takes for a public address when it is started as `Demo.browser` says
 * - bare: a loopback address on port 80, whose origin is written without a port
 */
export type Role = 'page' | 'api' | 'other' | 'sub' | 'ipv6' | 'secure' | 'untrusted' | 'public' | 'bare';

/** What makes the request: the page, one of its workers, or a frame in it. */
export type Place =
  | 'page'
  | 'worker'
  | 'service-worker'
  | 'sandboxed-frame'
  | 'same-site-frame'
  | 'csp-frame'
  | 'secure-frame'
  | 'public-frame'
  | 'bare-frame';

/** The means of the platform that makes the request. `abort` is a fetch that the page itself calls off once the server has it. */
export type How =
  | 'fetch'
  | 'keepalive'
  | 'abort'
  | 'xhr'
  | 'xhr-upload'
  | 'image'
  | 'script'
  | 'module'
  | 'stylesheet'
  | 'preload'
  | 'font'
  | 'event-source'
  | 'beacon'
  | 'navigation'
  | 'websocket';

export interface DemoRequest {
  readonly how: How;
  readonly from: Place;
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  /** For elements, `cors` sets `crossorigin`: to `use-credentials` where credentials are `include`, else to `anonymous`. */
  readonly mode: 'cors' | 'no-cors';
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly redirect: 'follow' | 'error';
  /** How often the same URL is asked for, one after the other; the last answer is the result. */
  readonly times: number;
}

/** What the body is; it also gives the Content-Type where the case sends none. */
export type BodyKind = 'json' | 'none' | 'image' | 'script' | 'style' | 'font' | 'events' | 'page';

export interface HttpAnswer {
  readonly status: number;
  /** Sent as they stand, one line each. A value is a byte string: one character is one byte. */
  readonly headers: Headers;
  readonly body: BodyKind;
}

/** cut: the connection is closed without a byte; never: nothing is sent until the client goes; raw: these bytes, whatever they are. */
export type Answer = HttpAnswer | 'cut' | 'never' | { readonly raw: string };

/** What one hop of a case answers. */
export interface HopAnswers {
  /** null where the browser must not ask. */
  readonly preflight: Answer | null;
  readonly request: Answer;
  /** What a conditional request is answered; absent where the case has none. */
  readonly revalidation?: Answer;
}

/** readable: the page got its answer; refused: it did not; cancelled: the page itself called the request off. */
export type Result = 'readable' | 'refused' | 'cancelled';

export type Engine = 'chromium' | 'firefox';

/** What the browsers were seen to do. */
export interface Expected {
  /** null where nothing fails. */
  readonly code: FailureCode | null;
  readonly stage: Stage | null;
  /** The hop that fails; null where none does, or where the browser goes on until it has had enough. */
  readonly hop: number | null;
  readonly result: Result;
  readonly chromium: {
    /** `Network.CorsError`; null where the browser names none. */
    readonly corsError: string | null;
    /** The failed parameter; "" where Chromium names none. */
    readonly failedParameter: string;
    /** `net::ERR_…`; null where the request did not fail. */
    readonly error: string | null;
  };
  readonly firefox: {
    /** The reason's page name on MDN; null where the browser gives none. */
    readonly reason: string | null;
    /** What webRequest reports: one of these, and which one is a race inside the browser. null stands for no error. */
    readonly errors: readonly (string | null)[];
  };
}

/**
 * trusted-certificate: the browser accepts the demo's certificate; public-address: it takes the `public` server for a
 * public one (both: started as `Demo.browser` says); port-80: the machine lets the demo listen there; ipv6: it has [::1].
 */
export type Need = 'trusted-certificate' | 'public-address' | 'port-80' | 'ipv6';

export interface DemoCase {
  /** kebab-case, unique; part of every URL of the case. */
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** One sentence for people: what the page asks and what the server answers. */
  readonly does: string;
  readonly request: DemoRequest;
  /** One entry a hop, in order; never empty. */
  readonly answers: readonly HopAnswers[];
  readonly expected: Expected;
  readonly needs: readonly Need[];
  /** The one engine that can show it, and why the other cannot; null where both can. */
  readonly only: { readonly engine: Engine; readonly because: string } | null;
  /** The engines that show the request to no extension, neither in webRequest nor in the DevTools network log. */
  readonly unseenBy: readonly Engine[];
}

/** What the page needs of a case. */
export type PageCase = Pick<DemoCase, 'id' | 'group' | 'title' | 'does' | 'request' | 'needs'>;

/** Edits of a case's answers: a field named replaces every line of that name, every other line stays. */
export interface DemoFix {
  readonly preflight: {
    readonly status: number;
    readonly headers: Headers;
    /** Which hop's preflight; without it the last hop that has one. */
    readonly hop?: number;
  } | null;
  /** One entry a redirect answer, in order. */
  readonly redirects: readonly { readonly headers: Headers }[];
  /** Of the last hop. */
  readonly response: { readonly headers: Headers } | null;
}

export type { Header, Headers };
