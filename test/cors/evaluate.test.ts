import { describe, expect, it } from 'vitest';
import { brokenRules, evaluate } from '../../src/cors/evaluate.ts';
import type { Exchange, FailureCode, LogEvidence, PreflightReason, Stage } from '../../src/model.ts';
import { createLogEvidence } from '../../src/watch/log-evidence.ts';
import { neverSent } from '../../src/watch/outcome.ts';
import { API, answer, exchange, headers, hop, type Line, PAGE, preflight } from './build.ts';

const ALLOW: Line = ['Access-Control-Allow-Origin', PAGE];
const failed = (error: string): Partial<Exchange> => ({ state: 'failed', error });
const deadPreflight = (error: string) => preflight({ state: 'failed', error });
const unsent = (error: string, own: string): Exchange =>
  exchange({ ...failed(own), hops: [hop({ method: 'PUT', requestHeaders: null, preflights: [deadPreflight(error)] })] });
/** Of a WebSocket whose handshake reached the server and failed. */
const SOCKET_LOG: LogEvidence = { error: 'net::ERR_FAILED', resourceType: 'websocket', initiator: null, requestHeaders: null };
const log = (resourceType: string, ...lines: readonly Line[]): LogEvidence => ({
  error: null,
  resourceType,
  initiator: null,
  requestHeaders: lines.length === 0 ? null : headers(...lines),
});
const plain = (type: string, error: string): Exchange =>
  exchange({ type, ...failed(error), hops: [hop({ requestHeaders: headers(['Sec-Fetch-Mode', 'no-cors']) })] });

type Found = readonly [code: FailureCode, stage: Stage, hop: number];
const found = (seen: Exchange, engine: 'chromium' | 'firefox'): Found[] =>
  evaluate(seen, engine).failures.map(({ code, stage, hop }) => [code, stage, hop]);

describe('failures', () => {
  const redirected = exchange({
    ...failed('net::ERR_NAME_NOT_RESOLVED'),
    hops: [hop({ response: answer(302, [ALLOW, ['Location', 'http://nope.invalid/']]) }), hop({ url: 'http://nope.invalid/' })],
  });
  const cases: readonly [name: string, engine: 'chromium' | 'firefox', seen: Exchange, failures: readonly Found[]][] = [
    ['no connection', 'chromium', exchange(failed('net::ERR_CONNECTION_REFUSED')), [['connection-refused', 'network', 0]]],
    ['no connection after a redirect', 'chromium', redirected, [['name-not-resolved', 'network', 1]]],
    ['a preflight’s connection dies in Chromium', 'chromium', unsent('net::ERR_FAILED', 'net::ERR_EMPTY_RESPONSE'), [['connection-lost', 'preflight', 0]]],
    ['a preflight’s connection dies in Firefox', 'firefox', unsent('NS_ERROR_NET_RESET', 'NS_ERROR_DOM_BAD_URI'), [['connection-lost', 'preflight', 0]]],
    ['Local Network Access', 'chromium', exchange(failed('net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS')), [['local-network-access', 'network', 0]]],
    ['Local Network Access at the preflight', 'chromium', unsent('net::ERR_FAILED', 'net::ERR_FAILED'), [['local-network-access', 'preflight', 0]]],
    ['refused for no reason that can be seen', 'chromium', exchange({ ...failed('net::ERR_FAILED'), hops: [hop({ response: answer(200, [ALLOW, ['Access-Control-Allow-Credentials', 'true']]) })] }), [['unexplained', 'response', 0]]],
    ['stopped by an extension', 'firefox', exchange({ ...failed('NS_ERROR_ABORT'), hops: [hop({ requestHeaders: null })] }), [['blocked-by-extension', 'network', 0]]],
    ['an EventSource that was answered with an error', 'firefox', exchange({ ...failed('NS_ERROR_ABORT'), hops: [hop({ requestHeaders: headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ['Accept', 'text/event-stream']), response: answer(404, [ALLOW]) })] }), []],
    ['given up with its connection', 'firefox', exchange({ ...failed('NS_ERROR_ABORT'), hops: [hop({ method: 'PUT', preflights: [preflight({ response: answer(204, [ALLOW, ['Access-Control-Allow-Methods', 'PUT']]) })] })] }), [['connection-lost', 'network', 0]]],
    ['refused before any answer', 'firefox', exchange(failed('NS_ERROR_DOM_BAD_URI')), [['unexplained', 'network', 0]]],
    ['a service worker’s copy for a picture', 'chromium', exchange({ type: 'image', ...failed('net::ERR_FAILED'), hops: [hop({ requestHeaders: null })], opaqueCopyAt: 1 }), [['unexplained', 'network', 0]]],
    ['a service worker’s copy', 'firefox', exchange({ ...failed('NS_ERROR_INTERCEPTION_FAILED'), hops: [hop({ requestHeaders: null })], opaqueCopyAt: 1 }), [['unexplained', 'network', 0]]],
    ['a broken rule and a broken answer', 'firefox', exchange({ ...failed('NS_ERROR_CORRUPTED_CONTENT'), hops: [hop({ response: answer(200) })] }), [['allow-origin-missing', 'response', 0], ['response-malformed', 'network', 0]]],
    ['an image kept away by CORP', 'chromium', plain('image', 'net::ERR_BLOCKED_BY_RESPONSE'), [['blocked-by-corp', 'network', 0]]],
    ['a script kept away by ORB', 'chromium', plain('script', 'net::ERR_BLOCKED_BY_ORB'), [['blocked-by-orb', 'network', 0]]],
    ['a plain image without a connection', 'chromium', plain('image', 'net::ERR_CONNECTION_REFUSED'), []],
    ['a plain script that is no script', 'firefox', plain('script', 'NS_ERROR_CORRUPTED_CONTENT'), []],
    ['a navigation blocked by an extension', 'chromium', exchange({ type: 'main_frame', ...failed('net::ERR_BLOCKED_BY_CLIENT'), hops: [hop({ requestHeaders: headers(['Sec-Fetch-Mode', 'navigate']) })] }), []],
    ['a WebSocket that was turned away', 'firefox', exchange({ type: 'websocket', state: 'completed', hops: [hop({ url: 'ws://localhost:9000/', requestHeaders: headers(['Origin', PAGE]), response: answer(403) })] }), [['websocket-refused', 'network', 0]]],
    ['a WebSocket that was given up before its answer ended', 'firefox', exchange({ type: 'websocket', ...failed('NS_ERROR_WEBSOCKET_CONNECTION_REFUSED'), hops: [hop({ url: 'ws://localhost:9000/', requestHeaders: headers(['Origin', PAGE]), response: answer(404) })] }), [['websocket-refused', 'network', 0]]],
    ['a WebSocket that was turned away, by Chromium’s log', 'chromium', exchange({ type: 'websocket', ...failed('net::ERR_FAILED'), log: SOCKET_LOG, hops: [hop({ url: 'ws://localhost:9000/', requestHeaders: headers(['Origin', PAGE]), response: null })] }), [['websocket-refused', 'network', 0]]],
    ['a WebSocket of which Chromium’s log has nothing', 'chromium', exchange({ type: 'websocket', ...failed('net::ERR_FAILED'), hops: [hop({ url: 'ws://localhost:9000/', requestHeaders: headers(['Origin', PAGE]), response: null })] }), []],
    ['a WebSocket that its page closed', 'chromium', exchange({ type: 'websocket', ...failed('net::ERR_FAILED'), log: { ...SOCKET_LOG, error: 'net::ERR_ABORTED' }, hops: [hop({ url: 'ws://localhost:9000/', requestHeaders: headers(['Origin', PAGE]), response: null })] }), []],
    ['a WebSocket where nobody is', 'firefox', exchange({ type: 'websocket', ...failed('NS_ERROR_CONNECTION_REFUSED'), hops: [hop({ url: 'ws://localhost:9000/', requestHeaders: headers(['Origin', PAGE]), response: null })] }), [['connection-refused', 'network', 0]]],
    ['a WebSocket that was opened', 'firefox', exchange({ type: 'websocket', state: 'completed', hops: [hop({ url: 'ws://localhost:9000/', requestHeaders: headers(['Origin', PAGE]), response: answer(101) })] }), []],
    ['a font’s first try', 'chromium', exchange({ type: 'font', ...failed('net::ERR_CACHE_MISS') }), []],
    ['within one origin', 'chromium', exchange({ ...failed('net::ERR_CONNECTION_REFUSED'), hops: [hop({ url: `${PAGE}/x` })] }), []],
    ['a same-origin redirect to userinfo elsewhere', 'chromium', exchange({ ...failed('net::ERR_FAILED'), hops: [hop({ url: `${PAGE}/x`, response: answer(302, [['Location', 'http://u:p@localhost:9000/']]) })] }), [['redirect-with-userinfo', 'redirect', 0]]],
    ['all that a preflight breaks', 'chromium', exchange({ ...failed('net::ERR_FAILED'), hops: [hop({ method: 'PUT', requestHeaders: null, preflights: [preflight({ response: answer(404) })] })] }), [['allow-origin-missing', 'preflight', 0], ['preflight-status', 'preflight', 0], ['method-not-allowed', 'preflight', 0]]],
    ['a preflight asked twice: the last counts', 'chromium', exchange({ ...failed('net::ERR_FAILED'), hops: [hop({ method: 'PUT', requestHeaders: null, preflights: [preflight({ response: answer(401) }), preflight({ response: answer(204, [ALLOW]) })] })] }), [['method-not-allowed', 'preflight', 0]]],
    ['an upgrade by HSTS has nothing to judge', 'chromium', exchange({ ...failed('net::ERR_FAILED'), hops: [hop({ url: 'http://a.test/', response: answer(307) }), hop({ url: 'https://a.test/', requestHeaders: headers(['Origin', PAGE], ['Sec-Fetch-Mode', 'cors']), response: answer(200) })] }), [['allow-origin-missing', 'response', 1]]],
  ]; // biome-ignore format: a row each
  it.each(cases)('%s', (_, engine, seen, failures) => expect(found(seen, engine)).toEqual(failures));

  it('every browser refuses what a service worker may not hand on', () =>
    expect(evaluate(exchange({ ...failed('net::ERR_FAILED'), hops: [hop({ requestHeaders: null })], opaqueCopyAt: 1 }), 'chromium').engines).toEqual({
      chromium: { blocked: true, corsError: null, failedParameter: null, readings: [] },
      firefox: { blocked: true, reason: 'CORSDidNotSucceed', readings: [] },
      safari: { blocked: true },
    }));

  it('a malformed redirect carries the browser’s error', () =>
    expect(
      evaluate(
        exchange({ ...failed('net::ERR_INVALID_REDIRECT'), hops: [hop({ response: answer(302, [ALLOW, ['Location', 'http://[']]) })] }),
        'chromium',
      ).failures,
    ).toEqual([{ code: 'redirect-malformed', error: 'net::ERR_INVALID_REDIRECT', stage: 'redirect', hop: 0 }]));

  it.each([
    ['https://app.test', 'LocalNetworkAccessPermissionDenied'],
    ['http://app.test', 'InsecureLocalNetwork'],
  ])('Local Network Access from %s is %s', (initiator, corsError) => {
    const seen = exchange({
      initiator,
      ...failed('net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS'),
      hops: [hop({ requestHeaders: headers(['Origin', initiator]) })],
    });
    expect(evaluate(seen, 'chromium').engines).toEqual({
      chromium: { blocked: true, corsError, failedParameter: '', readings: [] },
      firefox: { blocked: true, reason: 'CORSDidNotSucceed', readings: [] },
      safari: { blocked: false },
    });
  });
});

describe('disagreement', () => {
  it('the browser refused what the rules allow', () => {
    const verdict = evaluate(
      exchange({ ...failed('net::ERR_FAILED'), hops: [hop({ response: answer(200, [ALLOW, ['Access-Control-Allow-Credentials', 'true']]) })] }),
      'chromium',
    );
    expect(verdict.disagreement).toBe('browser-refused');
    expect(verdict.engines).toEqual({
      chromium: { blocked: true, corsError: null, failedParameter: null, readings: [] },
      firefox: { blocked: false, reason: null, readings: [] },
      safari: { blocked: false },
    });
  });

  it('the browser allowed what the rules refuse', () => {
    const verdict = evaluate(exchange({ hops: [hop({ response: answer(200) })] }), 'chromium');
    expect(verdict.disagreement).toBe('browser-allowed');
    expect(verdict.failures).toEqual([]);
    expect(verdict.engines.firefox).toEqual({ blocked: true, reason: 'CORSMissingAllowOrigin', readings: [] });
  });

  const whole = exchange({ hops: [hop({ response: answer(200) })] });
  it.each([
    ['seen only in part', { ...whole, incomplete: true }],
    ['revalidated', exchange({ hops: [hop({ response: answer(304) })] })],
    ['of a mode that nobody told', exchange({ hops: [hop({ method: 'POST', requestHeaders: headers(['Origin', PAGE]), response: answer(200) })] })],
  ] as const)('none for an exchange %s', (_, seen) => expect(evaluate(seen, 'chromium').disagreement).toBeNull());
});

describe('origin and crossing', () => {
  it.each([
    ['another port', exchange(), true],
    ['the page itself', exchange({ hops: [hop({ url: `${PAGE}/x` })] }), false],
    [
      'a sandboxed frame asking its own server',
      exchange({ initiator: 'null', hops: [hop({ url: `${PAGE}/x`, requestHeaders: headers(['Origin', 'null']) })] }),
      true,
    ],
    ['redirected away', exchange({ hops: [hop({ url: `${PAGE}/x`, response: answer(302, [['Location', API]]) }), hop({ url: API })] }), true],
    ['an address typed by hand', exchange({ type: 'main_frame', initiator: null, hops: [hop({ requestHeaders: headers() })] }), false],
  ] as const)('%s', (_, seen, crossOrigin) => expect(evaluate(seen, 'chromium').crossOrigin).toBe(crossOrigin));

  it.each([
    ['sent', exchange(), { value: PAGE, basis: 'observed' }],
    [
      'sent by the preflight',
      exchange({ hops: [hop({ requestHeaders: null, preflights: [preflight()] })], initiator: null }),
      { value: PAGE, basis: 'observed' },
    ],
    ['told by the browser', exchange({ hops: [hop({ requestHeaders: null })] }), { value: PAGE, basis: 'inferred' }],
    ['unknown', exchange({ hops: [hop({ requestHeaders: null })], initiator: null }), { value: API, basis: 'assumed' }],
  ] as const)('the origin %s', (_, seen, origin) => expect(evaluate(seen, 'chromium').origin).toEqual(origin));

  it('an origin that was sent outweighs a computed one', () => {
    const other = 'http://other.test';
    const hops = [hop({ response: answer(307, [ALLOW, ['Location', other]]) }), hop({ url: other })];
    expect(evaluate(exchange({ hops }), 'chromium').hopOrigins).toEqual([PAGE, PAGE]);
    const unseen = [hop(), hop({ url: other, requestHeaders: null })];
    expect(evaluate(exchange({ hops: unseen }), 'chromium').hopOrigins).toEqual([PAGE, 'null']);
  });
});

describe('what an answer that was refused for another reason tells of the credentials mode', () => {
  const spoilt = (error: string, location: readonly Line[] = []): Exchange =>
    exchange({ ...failed(error), hops: [hop({ response: answer(location.length > 0 ? 302 : 200, [ALLOW, ...location]) })] });
  it.each([
    ['nothing, where Firefox looks at the answer first', 'firefox', spoilt('NS_ERROR_CORRUPTED_CONTENT'), 'assumed'],
    ['nothing, where Chromium looks at the redirect first', 'chromium', spoilt('net::ERR_INVALID_REDIRECT', [['Location', 'http://[']]), 'assumed'],
    ['that it passed, where Chromium looks at the permission first', 'chromium', spoilt('net::ERR_CONTENT_DECODING_FAILED'), 'inferred'],
  ] as const)('%s', (_, engine, seen, basis) => expect(evaluate(seen, engine).credentials.basis).toBe(basis));
});

describe('a redirect out of the web', () => {
  const gone = (log: LogEvidence, page: string, error: string): Exchange =>
    exchange({
      ...failed(error),
      log,
      initiator: page,
      hops: [
        hop({
          requestHeaders: headers(['Origin', page], ['Sec-Fetch-Mode', 'cors']),
          response: answer(301, [
            ['Access-Control-Allow-Origin', page],
            ['Location', 'ftp://x.test/'],
          ]),
        }),
      ],
    });
  it.each([
    ['is mixed content, where Chromium calls the request of a secure page off', 'https://page.test', 'net::ERR_ABORTED', [['mixed-content', 'network', 0]]],
    ['is a redirect’s own failure, where Chromium refuses it', 'https://page.test', 'net::ERR_FAILED', [['redirect-scheme', 'redirect', 0]]],
    ['is a redirect’s own failure, of a page that is not secure', PAGE, 'net::ERR_ABORTED', [['redirect-scheme', 'redirect', 0]]],
  ] as const)('%s', (_, page, error, failures) => expect(found(gone(log('fetch'), page, error), 'chromium')).toEqual(failures)); // biome-ignore format: a row each

  it('that was seen makes no request of its own', () => {
    const entry = { ...log('fetch'), url: API, method: 'GET', startedAt: 0, corsLines: [], status: 0, error: '' };
    expect(neverSent(entry, 1, 'https://page.test')).not.toBeNull();
    expect(
      createLogEvidence().add(
        1,
        [entry],
        false,
        [gone(log('fetch'), PAGE, 'net::ERR_ABORTED')].map(each => ({ ...each, log: null })),
        'https://page.test',
      ),
    ).toHaveLength(1);
  });
});

describe('a preflight after a redirect', () => {
  it.each([
    ['no origin, as it sends it', 'chromium', 'null', []],
    ["the page's, as it sends it", 'firefox', PAGE, ['allow-origin-mismatch']],
    ['no origin, wherever it was recorded', 'chromium', PAGE, []],
  ] as const)('is judged with %s: %s', (_, engine, origin, codes) => {
    const asked = preflight({
      requestHeaders: headers(['Origin', origin], ['Access-Control-Request-Method', 'PUT']),
      response: answer(200, [
        ['Access-Control-Allow-Origin', 'null'],
        ['Access-Control-Allow-Methods', 'PUT'],
      ]),
    });
    const first = hop({
      method: 'PUT',
      response: answer(307, [
        ['Location', 'http://c.test/x'],
        ['Access-Control-Allow-Origin', PAGE],
      ]),
    });
    const second = hop({ url: 'http://c.test/x', method: 'PUT', requestHeaders: headers(['Origin', 'null']), preflights: [asked] });
    const broken = brokenRules(exchange({ hops: [first, second] }), engine, 'omit');
    expect(broken.map(({ code }) => code)).toEqual(codes);
  });
});

describe('why a preflight', () => {
  const asked = (method: string, names: string | null): Exchange['hops'] => [
    hop({
      method,
      requestHeaders: headers(['Content-Type', 'application/json']),
      preflights: [
        preflight({
          requestHeaders: headers(
            ['Access-Control-Request-Method', method],
            ...(names === null ? [] : [['Access-Control-Request-Headers', names] as const]),
          ),
        }),
      ],
    }),
  ];
  const cases: readonly [name: string, seen: Exchange, reasons: readonly PreflightReason[]][] = [
    ['none', exchange(), []],
    ['the method', exchange({ hops: asked('PUT', null) }), [{ kind: 'method', value: 'PUT' }]],
    ['headers and the content type', exchange({ hops: asked('POST', 'content-type,x-a') }), [{ kind: 'content-type', value: 'application/json' }, { kind: 'header', value: 'x-a' }]],
    [
      'the content type of a request that was never sent',
      exchange({ hops: asked('POST', 'content-type').map(hop => ({ ...hop, requestHeaders: null })), log: log('fetch', ['Content-Type', 'text/xml']) }),
      [{ kind: 'content-type', value: 'text/xml' }],
    ],
    ['an upload listener', exchange({ hops: asked('POST', null), log: log('xhr') }), [{ kind: 'upload-listener', value: null }]],
    ['an upload listener, by Resource Timing', exchange({ hops: asked('POST', null), timing: { responseStatus: 0, initiatorType: 'xmlhttprequest' } }), [{ kind: 'upload-listener', value: null }]],
    ['a stream', exchange({ hops: asked('POST', null), timing: { responseStatus: 0, initiatorType: 'fetch' } }), [{ kind: 'stream-body', value: null }]],
    ['nothing that can be seen', exchange({ hops: asked('POST', null) }), [{ kind: 'unknown', value: null }]],
    ['a preflight whose headers were never seen', exchange({ hops: [hop({ preflights: [preflight({ requestHeaders: null })] })] }), [{ kind: 'unknown', value: null }]],
  ]; // biome-ignore format: a row each
  it.each(cases)('%s', (_, seen, reasons) => expect(evaluate(seen, 'chromium').preflightReasons[0]).toEqual(reasons));
});

describe('judged again with other answers', () => {
  const seen = exchange({
    ...failed('net::ERR_FAILED'),
    hops: [hop({ method: 'PUT', requestHeaders: null, preflights: [preflight({ response: answer(404) })] })],
  });
  const mended = (lines: readonly Line[]): Exchange =>
    exchange({
      ...seen,
      state: 'completed',
      error: null,
      hops: [hop({ method: 'PUT', preflights: [preflight({ response: answer(204, lines) })], response: answer(200, lines) })],
    });

  it('all rules pass', () => expect(brokenRules(mended([ALLOW, ['Access-Control-Allow-Methods', 'PUT']]), 'chromium', 'same-origin')).toEqual([]));
  it('what is still missing is told', () =>
    expect(brokenRules(mended([ALLOW]), 'chromium', 'same-origin')).toMatchObject([{ code: 'method-not-allowed', stage: 'preflight' }]));
  it('with credentials more is asked', () =>
    expect(brokenRules(mended([ALLOW, ['Access-Control-Allow-Methods', 'PUT']]), 'chromium', 'include').map(({ stage }) => stage)).toEqual([
      'preflight',
      'response',
    ]));
  it('plain loads break no rule', () => expect(brokenRules(plain('image', 'net::ERR_FAILED'), 'chromium', 'include')).toEqual([]));
});
