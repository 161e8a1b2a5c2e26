import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTRIES_MAX, isHarLike, type OpenedHar, readHar } from '../../src/har/read-har.ts';
import { judge } from '../report/recorded-report.ts';
import { API, entry, FIREFOX, har, PAGE, PROXY, preflight, START } from './build.ts';

const MAX = 1_000;
const open = (value: unknown): OpenedHar => readHar(value, MAX);

/** Each exchange as its hops: method, path, the status of each preflight, and of the answer. */
const shapes = (value: unknown) =>
  open(value).exchanges.map(({ hops }) =>
    hops.map(({ method, url, preflights, response }) => [
      method,
      url,
      preflights.map(({ response: answer }) => answer?.status ?? null),
      response?.status ?? null,
    ]),
  );
const codes = (value: unknown) => {
  const { exchanges, source } = open(value);
  return exchanges.map(exchange => judge(exchange, source.browser.engine).verdict.failures.map(({ code }) => code));
};
const put = (parts: Parameters<typeof entry>[0] = {}) => entry({ method: 'PUT', sent: [`Origin: ${PAGE}`, 'X-Trace: 1'], ...parts });

describe('who wrote it', () => {
  test.each([
    ['Chromium’s tools', har([]), { engine: 'chromium', version: '537.36' }, true],
    ['Firefox', har([], FIREFOX), { engine: 'firefox', version: '153.0' }, true],
    [
      'a browser that the file names besides',
      har([], { name: 'Exporter' }, { browser: { name: 'Microsoft Edge', version: '150.0' } }),
      { engine: 'chromium', version: '150.0' },
      true,
    ],
    ['another program, judged by the rules alone', har([], PROXY), { engine: 'firefox', version: '' }, false],
    ['nobody knows', { log: { entries: [] } }, { engine: 'firefox', version: '' }, false],
  ])('%s', (_, value, browser, isBrowser) => {
    expect(open(value).source).toMatchObject({ browser, isBrowser });
  });
});

describe('a WebSocket', () => {
  const url = 'wss://api.example/live';
  const messages = (type: string, data: string) => ({ _resourceType: 'websocket', _webSocketMessages: [{ type, time: 1, opcode: -1, data }] });
  test.each([
    ['that was turned away, by Firefox', har([entry({ url, status: 403 })], FIREFOX), [['websocket-refused']]],
    ['that was opened, by Firefox', har([entry({ url, status: 101 })], FIREFOX), []],
    [
      'that was turned away, by Chromium without an extension',
      har([entry({ url, status: 0, more: messages('error', 'Error during WebSocket handshake: Unexpected response code: 403') })]),
      [['websocket-refused']],
    ],
    [
      'whose connection broke, by Chromium without an extension',
      har([entry({ url, status: 0, more: messages('error', 'Error in connection establishment: net::ERR_CONNECTION_RESET') })]),
      [['connection-lost']],
    ],
    ['that was being opened', har([entry({ url, status: 0, more: { _resourceType: 'websocket' } })]), []],
    ['that was opened over HTTP/2', har([entry({ url, status: 200 })], FIREFOX), []],
    ['that was turned away, by Chromium', har([entry({ url, status: 0, more: messages('error', '') })]), [['websocket-refused']]],
    [
      'that its page closed, by Chromium',
      har([entry({ url, status: 0, more: messages('error', 'WebSocket is closed before the connection is established.') })]),
      [[]],
    ],
    ['that was opened, by Chromium', har([entry({ url, status: 101, more: messages('receive', 'hello') })]), []],
    ['that was opened and broke, by Chromium', har([entry({ url, status: 101, more: messages('error', '') })]), []],
  ])('%s', (_, value, found) => {
    expect(codes(value)).toEqual(found);
  });
});

describe('a preflight is given to its request', () => {
  const url = `${API}/items`;
  test.each([
    ['that it stands within', [put({ time: 50 }), preflight({ at: 5, url })], [[['PUT', url, [204], 200]]]],
    ['that begins after it', [preflight({ url }), put({ at: 11 })], [[['PUT', url, [204], 200]]]],
    ['that was never sent', [put({ status: 0, error: 'net::ERR_FAILED' }), preflight({ at: 2, url, status: 401 })], [[['PUT', url, [401], null]]]],
    [
      'of two alike to each its own',
      [put({ time: 30 }), put({ at: 100, time: 30 }), preflight({ at: 5, url }), preflight({ at: 105, url, status: 403 })],
      [[['PUT', url, [204], 200]], [['PUT', url, [403], 200]]],
    ],
    [
      'that carries what it asks for',
      [put({ time: 50, sent: [`Origin: ${PAGE}`, 'X-Other: 1'] }), put({ at: 1, time: 50 }), preflight({ at: 5, url })],
      [[['PUT', url, [], 200]], [['PUT', url, [204], 200]]],
    ],
    ['and not to one of another method', [put({ method: 'DELETE', time: 50 }), preflight({ at: 5, url })], [[['DELETE', url, [], 200]]]],
    ['and not to one long before it', [put(), preflight({ at: 60_000, url })], [[['PUT', url, [], 200]]]],
    ['and an OPTIONS of the page’s own is none', [entry({ method: 'OPTIONS' })], [[['OPTIONS', url, [], 200]]]],
    [
      'and that again where the browser says so',
      [
        put({ time: 50, more: { _resourceType: 'fetch' } }),
        entry({ at: 5, method: 'OPTIONS', sent: [], status: 204, more: { _resourceType: 'preflight' } }),
      ],
      [[['PUT', url, [204], 200]]],
    ],
  ])('%s', (_, entries, expected) => {
    expect(shapes(har(entries))).toEqual(expected);
  });
});

describe('a redirect is followed', () => {
  const redirect = (to: string, at: number, from: string) => entry({ at, url: from, status: 302, redirectURL: to });
  test.each([
    ['to where it leads', [redirect(`${API}/b`, 0, `${API}/a`), entry({ at: 11, url: `${API}/b` })], [['/a', '/b']]],
    ['to a relative address', [redirect('b', 0, `${API}/a`), entry({ at: 11, url: `${API}/b` })], [['/a', '/b']]],
    ['several times', [redirect('/b', 0, `${API}/a`), redirect('/c', 11, `${API}/b`), entry({ at: 22, url: `${API}/c` })], [['/a', '/b', '/c']]],
    ['to itself, once', [redirect('/a', 0, `${API}/a`), entry({ at: 11, url: `${API}/a` })], [['/a', '/a']]],
    ['round and round, and ends', [redirect('/b', 0, `${API}/a`), redirect('/a', 0, `${API}/b`)], [['/a', '/b']]],
    [
      'to the nearest of two',
      [redirect('/b', 0, `${API}/a`), entry({ at: 11, url: `${API}/b` }), entry({ at: 900, url: `${API}/b` })],
      [['/a', '/b'], ['/b']],
    ],
    ['nowhere, where nothing follows', [redirect('/b', 0, `${API}/a`)], [['/a']]],
    [
      'by its Location too',
      [entry({ url: `${API}/a`, status: 307, answered: ['Location: /b'] }), entry({ at: 11, url: `${API}/b` })],
      [['/a', '/b']],
    ],
  ])('%s', (_, entries, expected) => {
    expect(open(har(entries)).exchanges.map(({ hops }) => hops.map(({ url }) => new URL(url).pathname))).toEqual(expected);
  });
});

describe('who asked is read from', () => {
  const pages = { pages: [{ id: 'page_1', title: `${PAGE}/index.html` }] };
  const asked = (sent: readonly string[], more: object = {}) =>
    open(har([entry({ sent, more: { _resourceType: 'fetch', pageref: 'page_1', ...more } })], undefined, pages)).exchanges[0]?.initiator;
  test.each([
    ['Origin', ['Origin: https://frame.example'], 'https://frame.example'],
    ['Origin, of a frame that has none', ['Origin: null'], 'null'],
    ['Referer', ['Referer: https://frame.example/x', 'Sec-Fetch-Mode: cors'], 'https://frame.example'],
    ['the page', [], PAGE],
  ])('%s', (_, sent, expected) => {
    expect(asked(sent)).toBe(expected);
  });

  test('its preflight, where the request was never sent', () => {
    const url = `${API}/items`;
    const [exchange] = open(har([put({ sent: [], status: 0, error: 'net::ERR_FAILED' }), preflight({ at: 1, url, status: 403 })])).exchanges;
    expect(exchange?.initiator).toBe(PAGE);
  });

  test('Firefox’s page, which it calls by its title: by what its document was asked for', () => {
    const document = entry({ url: `${PAGE}/`, sent: ['Sec-Fetch-Dest: document'], more: { pageref: 'page_1' } });
    const value = har([document, entry({ at: 5, sent: [], more: { pageref: 'page_1' } })], FIREFOX, { pages: [{ id: 'page_1', title: 'My app' }] });
    expect(open(value).recording.pageUrl).toBe(`${PAGE}/`);
    expect(open(value).exchanges.map(({ initiator }) => initiator)).toEqual([PAGE]);
  });
});

describe('the answer is the one that the recording would have had', () => {
  const url = `${API}/items`;
  const cors = `Access-Control-Allow-Origin: ${PAGE}`;
  test.each([
    ['a refused answer in Chromium', har([entry({ error: 'net::ERR_FAILED' })]), [['allow-origin-missing']]],
    ['an allowed answer in Chromium', har([entry({ answered: [cors] })]), [[]]],
    [
      'a refused answer in Firefox, which says nothing of it',
      har([entry({ sent: [`Origin: ${PAGE}`, 'Sec-Fetch-Mode: cors'] })], FIREFOX),
      [['allow-origin-missing']],
    ],
    ['a refused answer, seen by a proxy', har([entry({ sent: [`Origin: ${PAGE}`, 'Sec-Fetch-Mode: cors'] })], PROXY), [['allow-origin-missing']]],
    [
      'a refused preflight',
      har([put({ status: 0, error: 'net::ERR_FAILED' }), preflight({ at: 1, url, answered: [cors] })]),
      [['method-not-allowed', 'header-not-allowed']],
    ],
    [
      'a connection that was refused',
      har([entry({ status: 0, error: 'net::ERR_CONNECTION_REFUSED', more: { _resourceType: 'fetch' } })]),
      [['connection-refused']],
    ],
    [
      'an insecure request of a secure page',
      har([entry({ url: 'http://api.example/', sent: ['Referer: https://app.example/'], status: 0, error: '', more: { _resourceType: 'fetch' } })]),
      [['mixed-content']],
    ],
    ['nothing cross-origin', har([entry({ url: `${PAGE}/own`, sent: [`Referer: ${PAGE}/`] })]), []],
    ['a navigation', har([entry({ more: { _resourceType: 'document' } })]), []],
  ])('%s', (_, value, expected) => {
    expect(codes(value)).toEqual(expected);
  });
});

test('separate lines of a field are told apart in a browser’s file alone', () => {
  const value = (creator?: { readonly name: string }) =>
    har([entry({ answered: ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Origin: *'] })], creator);
  expect([open(value()), open(value(PROXY))].map(({ exchanges }) => exchanges[0]?.hops[0]?.response?.linesKnown)).toEqual([true, false]);
});

test('what HTTP/2 puts before its headers is none', () => {
  const [exchange] = open(har([entry({ sent: [':method: GET', `Origin: ${PAGE}`] })])).exchanges;
  expect(exchange?.hops[0]?.requestHeaders).toEqual([{ name: 'Origin', value: PAGE }]);
});

describe('is bounded', () => {
  test('in exchanges: the oldest go, and are counted', () => {
    const { exchanges, recording } = readHar(har(Array.from({ length: 10 }, (_, at) => entry({ at }))), 4);
    expect([exchanges.map(({ startedAt }) => startedAt - START), recording.dropped, recording.requests]).toEqual([[6, 7, 8, 9], 6, 10]);
  });

  test('in time, for a page that asks for one URL without end', () => {
    const entries = Array.from({ length: ENTRIES_MAX }, (_, at) => (at % 2 ? preflight({ at, url: `${API}/items` }) : put({ at })));
    const began = performance.now();
    const { exchanges } = readHar(har(entries), 100);
    expect(exchanges.every(({ hops }) => hops[0]?.preflights.length === 1)).toBe(true);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('in text', () => {
    const long = 'x'.repeat(1_000_000);
    const [exchange] = open(har([entry({ url: `${API}/${long}`, answered: [`X: ${long}`] })])).exchanges;
    expect(JSON.stringify(exchange).length).toBeLessThan(30_000);
  });
});

describe('whatever it is, nothing is thrown', () => {
  test.each([null, 7, 'text', [], {}, { log: null }, { log: { entries: {} } }, { log: { entries: [null, 7, {}, { request: null }] } }])(
    '%j',
    value => {
      expect(open(value).exchanges).toEqual([]);
    },
  );

  test('arbitrary JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), value => void open(value)));
    fc.assert(fc.property(fc.array(fc.jsonValue()), entries => void open({ log: { entries } })));
  });

  /** Entries that look right here and there. */
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('GET', 'OPTIONS', `${API}/a`, `${API}/b`, 'javascript:alert(1)', new Date(START).toISOString(), 302, 0, -1, 1e300),
  );
  const headers = fc.oneof(
    anything,
    fc.array(fc.record({ name: fc.constantFrom('Origin', 'Location', 'Access-Control-Request-Method', '__proto__'), value: anything })),
  );
  const likely = fc.record({
    startedDateTime: fc.oneof(
      anything,
      fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
    ),
    time: anything,
    pageref: anything,
    request: fc.oneof(anything, fc.record({ method: anything, url: anything, headers })),
    response: fc.oneof(anything, fc.record({ status: anything, redirectURL: anything, headers, _error: anything })),
    _resourceType: anything,
    _initiator: anything,
  });
  test('entries that are nearly right, each judged without an error', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 20 }), anything, (entries, pages) => {
        const { exchanges, source } = open({ log: { entries, pages } });
        for (const exchange of exchanges) judge(exchange, source.browser.engine);
      }),
    );
  });
});

test.each([
  [{ log: { entries: [] } }, true],
  [{ log: {} }, false],
  [[], false],
  [null, false],
])('%j is taken for a HAR: %s', (value, expected) => {
  expect(isHarLike(value)).toBe(expected);
});
