/** Random requests of a page: who asks, by which means of the platform, for what, and with which headers. */
import fc from 'fast-check';
import type { How } from '../demo/model.ts';
import type { Line, OracleRequest } from '../oracle.ts';
import { FRAME, PAGES, PUBLIC, targetOf } from './places.ts';

/** What in a page asks. */
export type Client =
  | 'page'
  | 'cross-site-frame'
  | 'public-frame'
  | 'sandboxed-frame'
  | 'controlled-frame'
  | 'worker'
  | 'shared-worker'
  | 'service-worker';

/** What the service worker of a controlled frame does with a request: leave it alone, or answer it in one of these ways. */
export type Handling = 'leaves' | 'fetches' | 'fetches-opaque' | 'makes-up' | 'fails';

export type Means = Exclude<How, 'abort' | 'navigation'>;

/** Code is told by its promise or its events whether it got an answer; an element also fails over what is in the answer. */
export const TELLS_THE_PAGE: ReadonlySet<Means> = new Set<Means>(['fetch', 'keepalive', 'xhr', 'xhr-upload']);

/** Whether what the page gets is the service worker's own: the server's answer is then none of the page's business. */
export const isWorkersOwn = ({ handling }: Pick<Asked, 'handling'>): boolean =>
  handling !== undefined && handling !== 'leaves' && handling !== 'fetches';

/** What the browser keeps for the server and sends along: nothing, a cookie, or a name and password. */
export type Jar = 'none' | 'cookie' | 'password';

export interface Asked extends OracleRequest {
  /** The origin of the page in the tab. `origin` is that of who asks. */
  readonly page: string;
  readonly from: Client;
  readonly by: Means;
  readonly mode: 'cors' | 'no-cors';
  readonly body: string | null;
  readonly jar: Jar;
  /** Of a controlled frame alone. */
  readonly handling?: Handling;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'patch', 'OPTIONS', 'REPORT', 'report', 'M-SEARCH'] as const;

/** Values of 128 and 129 bytes, and what stands on either side of each rule of the safelist. */
const safelisted: fc.Arbitrary<Line> = fc.oneof(
  fc.tuple(fc.constant('Accept'), fc.constantFrom('application/json', 'text/html;q="1"', 'a'.repeat(128), 'a'.repeat(129))),
  fc.tuple(fc.constantFrom('Accept-Language', 'content-language'), fc.constantFrom('de-DE, en;q=0.5', 'de_DE', 'd'.repeat(128), 'd'.repeat(129))),
  fc.tuple(
    fc.constantFrom('Content-Type', 'content-type'),
    fc.constantFrom(
      'text/plain',
      'TEXT/Plain;charset=utf-8',
      'text/plain; charset="utf-8"',
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain;x=y;',
      'text',
      'text/plain x',
    ),
  ),
  fc.tuple(fc.constant('Range'), fc.constantFrom('bytes=0-', 'bytes=5-9', 'bytes=9-5', 'bytes=-5', 'bytes=0-1,2-3', 'chars=0-')),
);
const unsafe: fc.Arbitrary<Line> = fc.oneof(
  fc.tuple(fc.constantFrom('X-Api-Key', 'x-api-key', 'X-Requested-With', 'Sentry-Trace', 'If-Match'), fc.constantFrom('1', 'abc', '"')),
  fc.tuple(fc.constantFrom('Authorization', 'authorization'), fc.constant('Bearer t')),
);
/** Names that browsers keep from pages, and hints that only some of them take for safe. */
const peculiar: fc.Arbitrary<Line> = fc.constantFrom<Line>(
  ['Cookie', 'x=1'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['X-HTTP-Method-Override', 'TRACE'],
  ['Save-Data', 'on'],
  ['DPR', '2'],
  ['Device-Memory', '8'],
  ['Access-Control-Allow-Origin', '*'],
);

/** A name comes once only: a page's headers of one name are one line. */
const headersOf = (header: fc.Arbitrary<Line>): fc.Arbitrary<readonly Line[]> =>
  fc.uniqueArray(header, { maxLength: 3, selector: ([name]) => name.toLowerCase() });
const plainHeaders = headersOf(fc.oneof({ weight: 3, arbitrary: safelisted }, { weight: 2, arbitrary: unsafe }));
const someHeaders = headersOf(fc.oneof({ weight: 6, arbitrary: safelisted }, { weight: 4, arbitrary: unsafe }, { weight: 1, arbitrary: peculiar }));

/** Each as long as it may be. What is safelisted by all browsers adds up to less than 1,024 bytes; with the hints that Chromium adds, not. */
const LONGEST = 128;
const LONG_NAMES = ['Accept', 'Accept-Language', 'Content-Language', 'Downlink', 'DPR', 'Device-Memory', 'RTT', 'Viewport-Width', 'Width'];
const longHeaders: fc.Arbitrary<readonly Line[]> = fc
  .constantFrom(7, 8, 9)
  .map(count => LONG_NAMES.slice(0, count).map((name): Line => [name, '1'.repeat(LONGEST)]));
const anyHeaders = fc.oneof({ weight: 40, arbitrary: someHeaders }, { weight: 1, arbitrary: longHeaders });

const method = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('GET', 'POST') }, { weight: 2, arbitrary: fc.constantFrom(...METHODS) });
const credentials = fc.constantFrom<OracleRequest['credentials']>('omit', 'same-origin', 'include');
/** Of what has no more than a choice between with and without, the "same-origin" of the platform's default. */
const withOrWithout = fc.constantFrom<OracleRequest['credentials']>('same-origin', 'include');

/** What the protocol alone is about: a fetch of the page or of a sandboxed frame, and an address on some server. */
export const plainlyAsked: fc.Arbitrary<Asked> = fc
  .oneof({ weight: 6, arbitrary: fc.constant<Client>('page') }, { weight: 1, arbitrary: fc.constant<Client>('sandboxed-frame') })
  .chain(from => {
    const origin = from === 'page' ? PAGES[0] : 'null';
    return fc.record({
      page: fc.constant(PAGES[0]),
      origin: fc.constant(origin),
      from: fc.constant(from),
      by: fc.constant<Means>('fetch'),
      mode: fc.constant<Asked['mode']>('cors'),
      url: targetOf(PAGES[0], origin).map(server => `${server}/x`),
      method,
      credentials,
      headers: plainHeaders,
      body: fc.constant(null),
      jar: fc.constant<Jar>('none'),
    });
  });

/** By which means each client can ask. */
const CODE: readonly Means[] = ['fetch', 'fetch', 'fetch', 'keepalive', 'event-source'];
const MEANS = {
  page: [...CODE, 'xhr', 'xhr', 'xhr-upload', 'beacon', 'image', 'script', 'module', 'stylesheet', 'font', 'preload'],
  'cross-site-frame': [...CODE, 'xhr', 'xhr-upload', 'image', 'module', 'font'],
  'public-frame': ['fetch', 'xhr', 'image'],
  'sandboxed-frame': [...CODE, 'xhr', 'image', 'module', 'font'],
  'controlled-frame': [...CODE, 'xhr', 'image', 'module', 'font'],
  worker: [...CODE, 'xhr', 'xhr-upload'],
  'shared-worker': [...CODE, 'xhr'],
  'service-worker': ['fetch'],
} as const satisfies Record<Client, readonly Means[]>;

const originOf = (from: Client, page: string): string => {
  if (from === 'sandboxed-frame') return 'null';
  if (from === 'public-frame') return PUBLIC;
  return from === 'cross-site-frame' ? FRAME : page;
};

/** Elements take "no-cors" unless their markup says otherwise; of code, fetch alone may ask so. */
const modesOf = (by: Means): readonly Asked['mode'][] => {
  switch (by) {
    case 'image':
    case 'script':
    case 'stylesheet':
      return ['cors', 'cors', 'no-cors'];
    case 'fetch':
      return ['cors', 'cors', 'cors', 'cors', 'cors', 'no-cors'];
    default:
      return ['cors'];
  }
};

/** A beacon asks for leave only where a form could not have sent the same: https://w3c.github.io/beacon/#sendbeacon-method */
const modeOf = (by: Means, mode: Asked['mode'], headers: readonly Line[]): Asked['mode'] =>
  by === 'beacon' && headers.some(([, value]) => value === 'text/plain') ? 'no-cors' : mode;

/** What each means leaves to the page. */
const termsOf = (by: Means, mode: Asked['mode']): fc.Arbitrary<Pick<Asked, 'method' | 'credentials' | 'headers' | 'body'>> => {
  const GET = fc.constant('GET');
  const none = fc.constant<readonly Line[]>([]);
  const noBody = fc.constant(null);
  switch (by) {
    case 'fetch':
    case 'keepalive':
      if (mode === 'no-cors') return fc.record({ method: fc.constantFrom('GET', 'HEAD', 'POST'), credentials, headers: none, body: noBody });
      return fc.record({ method, credentials, headers: anyHeaders }).chain(terms => bodyOf(terms.method).map(body => ({ ...terms, body })));
    case 'xhr':
    case 'xhr-upload':
      return fc
        .record({ method, credentials: withOrWithout, headers: anyHeaders })
        .chain(terms => bodyOf(terms.method).map(body => ({ ...terms, body })));
    case 'beacon':
      return fc.record({
        method: fc.constant('POST'),
        credentials: fc.constant<OracleRequest['credentials']>('include'),
        headers: fc.constantFrom('text/plain', 'application/json').map((type): readonly Line[] => [['Content-Type', type]]),
        body: fc.constant('x'),
      });
    case 'font':
      return fc.record({ method: GET, credentials: fc.constant<OracleRequest['credentials']>('same-origin'), headers: none, body: noBody });
    default:
      if (mode === 'no-cors') {
        return fc.record({ method: GET, credentials: fc.constant<OracleRequest['credentials']>('include'), headers: none, body: noBody });
      }
      return fc.record({ method: GET, credentials: withOrWithout, headers: none, body: noBody });
  }
};
const bodyOf = (method: string): fc.Arbitrary<string | null> =>
  method === 'GET' || method === 'HEAD' ? fc.constant(null) : fc.constantFrom(null, 'x');

const CLIENTS: readonly Client[] = [
  'cross-site-frame',
  'sandboxed-frame',
  'controlled-frame',
  'worker',
  'shared-worker',
  'service-worker',
  'public-frame',
];
/** Firefox sends keepalive fetches past the service worker. */
const HANDLINGS_OF_KEEPALIVE: readonly Handling[] = ['leaves', 'fetches'];
const HANDLINGS: readonly Handling[] = ['leaves', 'fetches', 'fetches', 'fetches-opaque', 'makes-up', 'fails'];
/** A service worker, and leave to reach this machine, need a page that is trustworthy. */
const NEEDS_TRUST: ReadonlySet<Client> = new Set<Client>(['service-worker', 'controlled-frame', 'public-frame']);
const clientsOf = (page: string): fc.Arbitrary<Client> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Client>('page') },
    { weight: 4, arbitrary: fc.constantFrom(...CLIENTS.filter(from => !NEEDS_TRUST.has(from) || page !== 'http://site.test:8001')) },
  );

const askedOn = (page: string): fc.Arbitrary<Asked> =>
  clientsOf(page).chain(from =>
    fc
      .constantFrom<Means>(...MEANS[from])
      .chain(by => fc.constantFrom(...modesOf(by)).map(mode => ({ by, mode })))
      .chain(({ by, mode }) =>
        fc
          .tuple(
            termsOf(by, mode),
            targetOf(page, originOf(from, page)),
            fc.constantFrom<Jar>('none', 'none', 'none', 'cookie', 'password'),
            fc.constantFrom(...(by === 'keepalive' ? HANDLINGS_OF_KEEPALIVE : HANDLINGS)),
          )
          .map(([terms, server, jar, handling]) => ({
            page,
            origin: originOf(from, page),
            from,
            by,
            url: `${server}/x`,
            jar,
            ...terms,
            mode: modeOf(by, mode, terms.headers),
            ...(from === 'controlled-frame' ? { handling } : {}),
          })),
      ),
  );

/** Whatever a page can ask, of every page. */
export const asked: fc.Arbitrary<Asked> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant(PAGES[0]) },
    { weight: 1, arbitrary: fc.constant(PAGES[1]) },
    { weight: 1, arbitrary: fc.constant(PAGES[2]) },
  )
  .chain(askedOn);
