import { describe, expect, test } from 'vitest';
import { nearMiss } from '../../src/cors/near-miss.ts';
import type { Basis, CredentialsMode, PossibleCredentials, PreflightReason } from '../../src/model.ts';
import { adviseOn, MAX_ADVICE } from '../../src/report/advice.ts';
import type { Judged } from '../../src/report/failure.ts';
import { API, allowed, answer, failed, fields, hop, openEngines, PAGE, preflight } from './sample.ts';

const codes = (...judged: readonly Judged[]) => adviseOn(judged).map(({ code }) => code);
/** Whether this advice is given on it, beside whatever else. */
const gives = (code: string, ...judged: readonly Judged[]) => codes(...judged).includes(code);

const answered = (method: string, ...lines: readonly string[]) =>
  allowed({ exchange: { hops: [hop({ method, preflights: [], response: answer(200, fields(...lines)) })] } });

const asked = (requested: string, granted: string) => {
  const headers = fields(`Access-Control-Request-Headers: ${requested}`);
  const seen = preflight({ requestHeaders: headers, response: answer(204, fields(`Access-Control-Allow-Headers: ${granted}`)) });
  return allowed({ exchange: { hops: [hop({ preflights: [seen], response: answer(200, fields('Access-Control-Allow-Origin: *')) })] } });
};

/** The page's origin is allowed in both answers, which have these lines besides. */
const preflighted = (asked: readonly string[], lines: readonly string[]) =>
  allowed({
    exchange: {
      hops: [hop({ preflights: [preflight({ response: answer(204, fields(ECHO, ...asked)) })], response: answer(200, fields(ECHO, ...lines)) })],
    },
  });

const ECHO = `Access-Control-Allow-Origin: ${PAGE}`;

describe('vary-origin-missing', () => {
  test.each([
    ['the page’s origin, no Vary', answered('GET', ECHO), true],
    ['the page’s origin, credentials, no Vary', answered('GET', ECHO, 'Access-Control-Allow-Credentials: true'), true],
    ['Vary names something else', answered('GET', ECHO, 'Vary: Accept-Encoding'), true],
    ['Vary: Origin', answered('GET', ECHO, 'Vary: Accept-Encoding, origin'), false],
    ['Vary: Origin on a second line', answered('GET', ECHO, 'Vary: Accept', 'Vary: Origin'), false],
    ['Vary: *', answered('GET', ECHO, 'Vary: *'), false],
    ['any origin is allowed', answered('GET', 'Access-Control-Allow-Origin: *'), false],
    ['no cache may keep it', answered('GET', ECHO, 'Cache-Control: private, no-store'), false],
    ['no cache keeps answers to POST', answered('POST', ECHO), false],
  ])('%s', (_, judged, expected) => {
    expect(gives('vary-origin-missing', judged)).toBe(expected);
  });
});

describe('answer-opaque', () => {
  const fetched = (mode: 'cors' | 'no-cors', exchange: Parameters<typeof allowed>[0] = {}) =>
    allowed({ ...exchange, verdict: { mode: { value: mode, basis: 'observed' } } });
  const get = [hop({ method: 'GET', preflights: [], response: answer(200, []) })];
  test.each([
    ['fetched in mode no-cors', fetched('no-cors', { exchange: { hops: get } }), true],
    ['fetched in mode cors', fetched('cors', { exchange: { hops: get } }), false],
    ['sent in mode no-cors', fetched('no-cors', { exchange: { hops: [hop({ method: 'POST', preflights: [], response: answer(200, []) })] } }), false],
    ['a picture', fetched('no-cors', { exchange: { type: 'image', hops: get } }), false],
    ['kept by a service worker', fetched('no-cors', { exchange: { frameId: -1, hops: get } }), false],
  ])('%s', (_, judged, expected) => {
    expect(gives('answer-opaque', judged)).toBe(expected);
  });
});

describe('authorization-wildcard', () => {
  test.each([
    ['asked for, covered only by *', asked('authorization,x-a', '*'), true],
    ['named next to *', asked('authorization', '*, Authorization'), false],
    ['named', asked('authorization', 'authorization'), false],
    ['not asked for', asked('x-a', '*'), false],
  ])('%s', (_, judged, expected) => {
    expect(gives('authorization-wildcard', judged)).toBe(expected);
  });
});

describe('preflight-uncached', () => {
  test.each([
    ['no Access-Control-Max-Age', preflighted([], []), true],
    ['a value that is no number', preflighted(['Access-Control-Max-Age: 1 hour'], []), true],
    ['two lines', preflighted(['Access-Control-Max-Age: 60', 'Access-Control-Max-Age: 60'], []), true],
    ['an hour', preflighted(['Access-Control-Max-Age: 3600'], []), false],
    ['never, on purpose', preflighted(['Access-Control-Max-Age: 0'], []), false],
    ['never, as some write it', preflighted(['Access-Control-Max-Age: -1'], []), false],
    ['no preflight', answered('GET', ECHO), false],
  ])('%s', (_, judged, expected) => {
    expect(gives('preflight-uncached', judged)).toBe(expected);
  });
});

describe('preflight-avoidable', () => {
  const because = (method: string, ...preflightReasons: readonly PreflightReason[]) =>
    allowed({ exchange: { hops: [hop({ method })] }, verdict: { preflightReasons: [preflightReasons] } });
  test.each([
    ['the type of a GET’s body', because('GET', { kind: 'content-type', value: 'application/json' }), true],
    ['X-Requested-With', because('POST', { kind: 'header', value: 'x-requested-with' }), true],
    ['a header for answers', because('GET', { kind: 'header', value: 'access-control-allow-origin' }), true],
    ['an upload listener', because('POST', { kind: 'upload-listener', value: null }), true],
    ['JSON in a POST', because('POST', { kind: 'content-type', value: 'application/json' }), false],
    ['a header of the page’s own', because('GET', { kind: 'header', value: 'x-api-key' }), false],
    ['needed for something else too', because('PUT', { kind: 'method', value: 'PUT' }, { kind: 'header', value: 'cache-control' }), false],
    ['for a reason that cannot be seen', because('GET', { kind: 'unknown', value: null }), false],
    ['no preflight', because('GET'), false],
  ])('%s', (_, judged, expected) => {
    expect(gives('preflight-avoidable', judged)).toBe(expected);
  });
});

describe('wildcard-before-credentials', () => {
  const STAR = 'Access-Control-Allow-Origin: *';
  const withCredentials = (url: string, basis: Basis = 'observed') =>
    allowed({
      exchange: {
        hops: [hop({ url, method: 'POST', preflights: [], response: answer(200, fields(ECHO, 'Access-Control-Allow-Credentials: true')) })],
      },
      verdict: { credentials: { value: 'include', basis } },
    });
  test.each([
    ['* and Allow-Credentials', [answered('GET', STAR, 'Access-Control-Allow-Credentials: true')], true],
    ['the server is asked with credentials elsewhere', [answered('GET', STAR), withCredentials(`${API}/me`)], true],
    ['*', [answered('GET', STAR)], false],
    ['* and an Allow-Credentials that counts for nothing', [answered('GET', STAR, 'Access-Control-Allow-Credentials: True')], false],
    ['another server is asked with credentials', [answered('GET', STAR), withCredentials('https://auth.example/me')], false],
    ['nothing shows that credentials were sent', [answered('GET', STAR), withCredentials(`${API}/me`, 'assumed')], false],
    ['the origin is named', [answered('GET', ECHO, 'Access-Control-Allow-Credentials: true')], false],
  ] as const)('%s', (_, judged, expected) => {
    expect(gives('wildcard-before-credentials', ...judged)).toBe(expected);
  });

  test('fonts for everybody may stay so', () => {
    const { exchange, ...rest } = answered('GET', STAR);
    expect(gives('wildcard-before-credentials', { ...rest, exchange: { ...exchange, type: 'font' } }, withCredentials(`${API}/me`))).toBe(false);
  });
});

describe('open-policy', () => {
  const named = (origin: string, path = '/items', credentials = 'true') =>
    allowed({
      exchange: {
        initiator: origin,
        hops: [
          hop({
            url: `${API}${path}`,
            method: 'POST',
            preflights: [],
            response: answer(200, fields(`Access-Control-Allow-Origin: ${origin}`, `Access-Control-Allow-Credentials: ${credentials}`)),
          }),
        ],
      },
      verdict: { origin: { value: origin, basis: 'observed' }, hopOrigins: [origin] },
    });
  const OTHER = 'https://other.example';
  test.each([
    ['two origins of one address', [named(PAGE), named(OTHER)], true],
    ['the origin null', [named('null')], true],
    ['one origin', [named(PAGE), named(PAGE)], false],
    ['two origins of two addresses', [named(PAGE), named(OTHER, '/others')], false],
    ['two origins, one without credentials', [named(PAGE), named(OTHER, '/items', 'false')], false],
    ['the origin null without credentials', [named('null', '/items', 'false')], false],
  ] as const)('%s', (_, judged, expected) => {
    expect(gives('open-policy', ...judged)).toBe(expected);
  });

  test('claims no more than was seen', () => {
    const [advice] = adviseOn([named(PAGE), named(OTHER)]);
    expect(advice?.explanation).toContain(`${PAGE} and ${OTHER}. If it reflects any origin, `);
  });
});

describe('headers-unreadable', () => {
  const credentialed = (value: CredentialsMode, ...lines: readonly string[]) => {
    const judged = answered('GET', ...lines);
    return { ...judged, verdict: { ...judged.verdict, credentials: { value, basis: 'observed' as const } } };
  };
  test.each([
    ['a header of the server’s own', answered('GET', ECHO, 'X-Total-Count: 12'), true],
    ['ETag', answered('GET', ECHO, 'ETag: "1"'), true],
    ['another one is exposed', answered('GET', ECHO, 'X-Total-Count: 12', 'Access-Control-Expose-Headers: Link'), true],
    ['* is a name where credentials are sent', credentialed('include', ECHO, 'X-Total-Count: 12', 'Access-Control-Expose-Headers: *'), true],
    ['exposed', answered('GET', ECHO, 'X-Total-Count: 12', 'Access-Control-Expose-Headers: link, x-total-count'), false],
    ['all are exposed', answered('GET', ECHO, 'X-Total-Count: 12', 'Access-Control-Expose-Headers: *'), false],
    ['all are exposed, if no credentials were sent', credentialed('unknown', ECHO, 'X-A: 1', 'Access-Control-Expose-Headers: *'), false],
    ['every page may read these', answered('GET', ECHO, 'Content-Type: text/plain', 'Cache-Control: no-store', 'Last-Modified: x'), false],
    ['no page wants what is misspelt', answered('GET', ECHO, 'Acess-Control-Max-Age: 60'), false],
    ['no page may ever read this', answered('GET', ECHO, 'Set-Cookie: a=1'), false],
    ['no page wants these', answered('GET', ECHO, 'Date: x', 'Server: x', 'Vary: Origin', 'CF-Ray: x', 'X-Powered-By: x', 'X-Cache: HIT'), false],
  ])('%s', (_, judged, expected) => {
    expect(gives('headers-unreadable', judged)).toBe(expected);
  });

  test('names a few, as the server writes them', () => {
    const names = ['X-A', 'X-B', 'X-C', 'X-D', 'X-E', 'X-F', 'x-a'];
    const [advice] = adviseOn([answered('POST', ...names.map(name => `${name}: 1`))]);
    expect(advice?.explanation).toContain('x-a, X-B, X-C, X-D, X-E and 1 more.');
  });

  test('a name that is none is not repeated', () => {
    expect(codes(answered('POST', 'X <b>: 1', `X-${'a'.repeat(80)}: 1`))).toEqual([]);
  });
});

describe('headers-without-effect', () => {
  const METHODS = 'Access-Control-Allow-Methods: PUT';
  const EXPOSE = 'Access-Control-Expose-Headers: X-A';
  test.each([
    ['Allow-Methods where there was no preflight', answered('GET', ECHO, METHODS), true],
    ['Max-Age in the answer alone', preflighted([METHODS], ['Access-Control-Max-Age: 60']), true],
    ['Expose-Headers in the preflight alone', preflighted([METHODS, EXPOSE], []), true],
    ['Allow-Methods in both', preflighted([METHODS], [METHODS]), false],
    ['Expose-Headers in both', preflighted([METHODS, EXPOSE], [EXPOSE]), false],
    ['each where it belongs', preflighted([METHODS, 'Access-Control-Max-Age: 60'], [EXPOSE]), false],
  ])('%s', (_, judged, expected) => {
    expect(gives('headers-without-effect', judged)).toBe(expected);
  });
});

describe('header-misspelt', () => {
  test.each([
    ['Access-Control-Allow-Orgin', 'Access-Control-Allow-Origin'],
    ['Acess-Control-Allow-Origin', 'Access-Control-Allow-Origin'],
    ['Access-Control-Allow-Orgiin', 'Access-Control-Allow-Origin'],
    ['Access-Control-Allow-Origins', 'Access-Control-Allow-Origin'],
    ['access-control-allow-method', 'Access-Control-Allow-Methods'],
    ['Access_Control_Allow_Origin', 'Access-Control-Allow-Origin'],
    ['Access-Control-Expose-Header', 'Access-Control-Expose-Headers'],
    ['X-Access-Control-Max-Age', 'Access-Control-Max-Age'],
    ['access-control-allow-origin', null],
    ['Access-Control-Max-Age', null],
    ['Access-Control-Allow-Private-Network', null],
    ['Access-Control-Request-Headers', null],
    ['Allow-Origin', null],
    ['Timing-Allow-Origin', null],
    ['', null],
  ])('%s: %s', (name, meant) => {
    expect(nearMiss(name)).toBe(meant);
  });

  test('is said of what was blocked too', () => {
    const hops = [hop({ preflights: [preflight({ response: answer(204, fields(`Acess-Control-Allow-Origin: ${PAGE}`)) })] })];
    expect(codes(failed({ exchange: { hops } }))).toEqual(['header-misspelt']);
  });
});

describe('outcome-unknown', () => {
  const asked = (credentials: PossibleCredentials | null) => ({ blocked: credentials === 'include', reason: null, credentials, because: null });
  const firefox = { blocked: false, reason: null, readings: [asked('same-origin'), asked('include')] };
  const engines = { ...openEngines('*'), firefox };
  const unclear = { outcome: { result: 'unknown', evidence: 'rules', error: null } } as const;
  test.each([
    ['it hangs on the credentials', { ...unclear, engines }, ['outcome-unknown']],
    ['nothing is known of it', unclear, []],
    ['it hangs on something else', { ...unclear, engines: openEngines('*') }, []],
    ['it was let through', { engines }, []],
  ] as const)('%s', (_, verdict, expected) => {
    expect(codes(allowed({ verdict }))).toEqual(expected);
  });
});

describe('no advice', () => {
  const last = hop({ method: 'GET', preflights: [], response: answer(200, fields(ECHO)) });
  test.each([
    ['on what failed', failed({ exchange: { hops: [last] } })],
    ['on what is of the same origin', allowed({ exchange: { hops: [last] }, verdict: { crossOrigin: false } })],
    ['on what is in flight', allowed({ exchange: { hops: [last] }, verdict: { outcome: { result: 'pending', evidence: 'rules', error: null } } })],
  ])('%s', (_, judged) => {
    expect(codes(judged)).toEqual([]);
  });
});

const to = (url: string) => allowed({ exchange: { hops: [hop({ url, method: 'GET', preflights: [], response: answer(200, fields(ECHO)) })] } });

test('an endpoint is advised on once', () => {
  expect(adviseOn([to(`${API}/items/1`), to(`${API}/items/2?x`)]).map(({ url }) => url)).toEqual([`${API}/items/1`]);
});

test('advice is bounded', () => {
  expect(adviseOn(Array.from({ length: MAX_ADVICE + 5 }, (_, index) => to(`${API}/e${index}`)))).toHaveLength(MAX_ADVICE);
});
