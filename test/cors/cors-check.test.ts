import { describe, expect, it } from 'vitest';
import { type CorsCheckEvidence, corsCheck, isCorsCheckSuccess } from '../../src/cors/cors-check.ts';
import { evaluate } from '../../src/cors/evaluate.ts';
import { answer, exchange, hop, type Line, PAGE } from './build.ts';

const allowOrigin = (...values: readonly string[]): Line[] => values.map(value => ['Access-Control-Allow-Origin', value]);
const allowCredentials = (...values: readonly string[]): Line[] => values.map(value => ['Access-Control-Allow-Credentials', value]);

const mismatch = (
  value: string,
  because: CorsCheckEvidence extends infer E ? (E extends { code: 'allow-origin-mismatch'; because: infer B } ? B : never) : never,
) => ({ code: 'allow-origin-mismatch', value, because }) as const;
const invalid = (
  value: string,
  because: CorsCheckEvidence extends infer E ? (E extends { code: 'allow-origin-invalid'; because: infer B } ? B : never) : never,
) => ({ code: 'allow-origin-invalid', value, because }) as const;

/** [value of the one Access-Control-Allow-Origin line, evidence] for the request origin http://127.0.0.1:8000 without credentials. */
const oneLine: readonly [value: string, evidence: CorsCheckEvidence | null][] = [
  ['*', null],
  [PAGE, null],
  ['', invalid('', 'empty')],
  ['null', mismatch('null', 'null')],
  [`${PAGE}/`, mismatch(`${PAGE}/`, 'trailing-slash')],
  [`${PAGE}/path`, mismatch(`${PAGE}/path`, 'path')],
  [`${PAGE}?x`, mismatch(`${PAGE}?x`, 'path')],
  [`${PAGE}#`, mismatch(`${PAGE}#`, 'path')],
  ['HTTP://127.0.0.1:8000', mismatch('HTTP://127.0.0.1:8000', 'case')],
  ['http://u@127.0.0.1:8000', mismatch('http://u@127.0.0.1:8000', 'userinfo')],
  ['https://127.0.0.1:8000', mismatch('https://127.0.0.1:8000', 'scheme')],
  ['http://127.0.0.1:1', mismatch('http://127.0.0.1:1', 'port')],
  ['http://127.0.0.1', mismatch('http://127.0.0.1', 'port')],
  ['http://localhost:8000', mismatch('http://localhost:8000', 'host')],
  ['https://localhost:8000', mismatch('https://localhost:8000', 'several')],
  ['http://*.test:8000', mismatch('http://*.test:8000', 'pattern')],
  ['127.0.0.1:8000', invalid('127.0.0.1:8000', 'no-scheme')],
  ['localhost', invalid('localhost', 'no-scheme')],
  ['app.test', invalid('app.test', 'no-scheme')],
  ['app.test/x', invalid('app.test/x', 'no-scheme')],
  ['*.test', invalid('*.test', 'pattern')],
  ['http://127.0.0.1:*', invalid('http://127.0.0.1:*', 'pattern')],
  [`"${PAGE}"`, invalid(`"${PAGE}"`, 'quoted')],
  [`'${PAGE}'`, invalid(`'${PAGE}'`, 'quoted')],
  ['true', invalid('true', 'not-an-origin')],
  ['undefined', invalid('undefined', 'not-an-origin')],
  [`${PAGE};`, invalid(`${PAGE};`, 'not-an-origin')],
  [`${PAGE},${PAGE}`, { code: 'allow-origin-multiple', value: `${PAGE},${PAGE}`, because: 'list', exactName: true }],
  [`${PAGE} http://b.test`, { code: 'allow-origin-multiple', value: `${PAGE} http://b.test`, because: 'list', exactName: true }],
  ['*, *', { code: 'allow-origin-multiple', value: '*, *', because: 'list', exactName: true }],
];

describe('CORS check of Access-Control-Allow-Origin', () => {
  const request = { origin: PAGE, includesCredentials: false };
  it.each(oneLine)('%j', (value, evidence) => {
    const response = answer(200, allowOrigin(value));
    expect([...corsCheck(request, response)]).toEqual(evidence === null ? [] : [evidence]);
    expect(isCorsCheckSuccess(request, response)).toBe(evidence === null);
  });

  it('missing: the status is told', () => expect([...corsCheck(request, answer(502))]).toEqual([{ code: 'allow-origin-missing', status: 502 }]));

  it.each([
    ['lines known', true, [PAGE, PAGE], 'lines'],
    ['lines unknown, a comma', false, [`${PAGE}, ${PAGE}`], 'lines-or-list'],
    ['lines unknown, a space alone', false, [`${PAGE} ${PAGE}`], 'list'],
  ] as const)('several values: %s', (_, linesKnown, values, because) =>
    expect([...corsCheck(request, answer(200, allowOrigin(...values), { linesKnown }))]).toMatchObject([{ code: 'allow-origin-multiple', because }]),
  );

  it.each([
    ['two lines', true, ['Access-Control-Allow-Origin', 'Access-Control-Allow-Origin'], true, 'CORSMultipleAllowOriginNotAllowed'],
    ['two lines in lower case', true, ['access-control-allow-origin', 'access-control-allow-origin'], false, 'CORSAllowOriginNotMatchingOrigin'],
    ['two lines, one in lower case', true, ['Access-Control-Allow-Origin', 'access-control-allow-origin'], false, 'CORSAllowOriginNotMatchingOrigin'],
    ['joined lines', false, ['Access-Control-Allow-Origin'], true, null],
    ['joined lines in lower case', false, ['access-control-allow-origin'], false, 'CORSAllowOriginNotMatchingOrigin'],
  ] as const)('Firefox counts lines of exactly that name: %s', (_, linesKnown, names, exactName, reason) => {
    const lines = names.map(name => [name, linesKnown ? PAGE : `${PAGE}, ${PAGE}`] as const);
    const seen = exchange({ hops: [hop({ response: answer(200, lines, { linesKnown }) })], timing: { responseStatus: 0, initiatorType: 'fetch' } });
    const { failures, engines } = evaluate(seen, 'firefox');
    expect(failures).toMatchObject([{ code: 'allow-origin-multiple', exactName }]);
    expect([engines.firefox.reason, engines.chromium.corsError]).toEqual([reason, 'MultipleAllowOriginValues']);
    const either = [
      { blocked: true, reason: 'CORSMultipleAllowOriginNotAllowed', credentials: null, because: 'lines' },
      { blocked: true, reason: 'CORSAllowOriginNotMatchingOrigin', credentials: null, because: 'list' },
    ];
    expect(engines.firefox.readings).toEqual(reason === null ? either : []);
  });

  it.each([
    ['http://a.test:80', 'http://a.test', 'default-port'],
    ['https://a.test:443', 'https://a.test', 'default-port'],
    ['https://a.test', 'http://a.test', 'scheme'],
    ['http://A.test', 'http://a.test', 'case'],
    ['http://a.test', 'null', 'null'],
  ])('%s where %s asks', (value, origin, because) =>
    expect([...corsCheck({ origin, includesCredentials: false }, answer(200, allowOrigin(value)))]).toMatchObject([
      { code: 'allow-origin-mismatch', because },
    ]),
  );

  it('null passes where the request origin is null', () =>
    expect(isCorsCheckSuccess({ origin: 'null', includesCredentials: false }, answer(200, allowOrigin('null')))).toBe(true));

  it('judges what the browser was given after another extension', () => {
    const delivered = answer(200, allowOrigin('*')).headers;
    expect([...corsCheck(request, answer(200, [], { delivered }))]).toEqual([]);
  });
});

describe('CORS check with credentials', () => {
  const request = { origin: PAGE, includesCredentials: true };
  const cases: readonly [name: string, lines: readonly Line[], evidence: readonly CorsCheckEvidence[]][] = [
    ['both right', [...allowOrigin(PAGE), ...allowCredentials('true')], []],
    ['none', [], [{ code: 'allow-origin-missing', status: 200 }, { code: 'allow-credentials-missing' }]],
    ['a wildcard', [...allowOrigin('*'), ...allowCredentials('true')], [{ code: 'allow-origin-wildcard-with-credentials' }]],
    ['a wildcard alone', allowOrigin('*'), [{ code: 'allow-origin-wildcard-with-credentials' }, { code: 'allow-credentials-missing' }]],
    ['no credentials', allowOrigin(PAGE), [{ code: 'allow-credentials-missing' }]],
    ...(
      [
        ['True', 'case'],
        ['TRUE', 'case'],
        ['1', 'value'],
        ['', 'value'],
        ['false', 'value'],
        ['"true"', 'value'],
        ['true, true', 'several'],
      ] as const
    ).map(([value, because]): [string, Line[], CorsCheckEvidence[]] => [
      `credentials ${JSON.stringify(value)}`,
      [...allowOrigin(PAGE), ...allowCredentials(value)],
      [{ code: 'allow-credentials-invalid', value, because }],
    ]),
    ['two lines of true', [...allowOrigin(PAGE), ...allowCredentials('true', 'true')], [{ code: 'allow-credentials-invalid', value: 'true, true', because: 'several' }]],
  ]; // biome-ignore format: a row each
  it.each(cases)('%s', (_, lines, evidence) => {
    const response = answer(200, lines);
    expect([...corsCheck(request, response)]).toEqual(evidence);
    expect(isCorsCheckSuccess(request, response)).toBe(evidence.length === 0);
  });
});
