import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules, evaluate } from '../../src/cors/evaluate.ts';
import { isRefusalByCors } from '../../src/cors/mode.ts';
import type { Exchange, Failure } from '../../src/model.ts';
import { API, answer, exchange, headers, hop, PAGE, preflight } from './build.ts';

/** Arbitrary exchanges, with what matters to CORS much more often than chance would have it. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(PAGE, API, 'null', '*', '', ',', 'PUT', 'true', 'x-a', 'data:,x', 'http://u:p@b.test/', 'http://[', '\u0000'),
);
const name = fc.oneof(
  text,
  fc.constantFrom(
    'Origin',
    'Location',
    'Cookie',
    'Sec-Fetch-Mode',
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Credentials',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
    'Access-Control-Request-Method',
    'Access-Control-Request-Headers',
  ),
);
const fields = fc.array(fc.record({ name, value: text }), { maxLength: 6 });
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const status = fc.oneof(fc.integer(), fc.constantFrom(0, 200, 204, 301, 302, 304, 404));
const response = fc.record({
  status,
  headers: fields,
  linesKnown: fc.boolean(),
  delivered: nullable(fields),
  fromCache: fc.boolean(),
  ip: nullable(text),
});
const state = fc.constantFrom('open' as const, 'completed' as const, 'failed' as const);
const error = nullable(
  fc.oneof(
    text,
    fc.constantFrom('net::ERR_FAILED', 'NS_ERROR_DOM_BAD_URI', 'net::ERR_ABORTED', 'net::ERR_CONNECTION_REFUSED', 'net::ERR_UNSAFE_REDIRECT'),
  ),
);
const url = fc.oneof(text, fc.webUrl());
const asked = fc.record({
  requestId: text,
  url,
  startedAt: fc.double(),
  endedAt: nullable(fc.double()),
  requestHeaders: nullable(fields),
  response: nullable(response),
  state,
  error,
});
const hops = fc.array(
  fc.record({ url, method: text, requestHeaders: nullable(fields), preflights: fc.array(asked, { maxLength: 3 }), response: nullable(response) }),
  { maxLength: 4 },
);
const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  id: text, tabId: fc.integer(), frameId: fc.integer(), documentId: nullable(text), type: fc.oneof(text, fc.constantFrom('xmlhttprequest', 'image', 'font', 'ping')), initiator: nullable(url), topOrigin: nullable(url), startedAt: fc.double(), endedAt: nullable(fc.double()),
  hops, state, error, incomplete: fc.boolean(), timing: nullable(fc.record({ responseStatus: fc.integer(), initiatorType: text })), log: fc.constant(null),
}); // biome-ignore format: fields of a kind together
const engine = fc.constantFrom('chromium' as const, 'firefox' as const);

describe('any exchange', () => {
  it('is judged without throwing, and consistently', () => {
    fc.assert(
      fc.property(anyExchange, engine, (seen, browser) => {
        const verdict = evaluate(seen, browser);
        expect(verdict.hopOrigins).toHaveLength(seen.hops.length);
        expect(verdict.preflightReasons).toHaveLength(seen.hops.length);
        if (verdict.failures.length > 0) {
          const { mode, outcome, engines } = verdict;
          // Whether the page asked to read the answer, nothing may show; and only if it did was it refused without a word.
          const isEither = mode.value === 'cors' && mode.basis === 'assumed' && !isRefusalByCors(seen.error);
          expect(outcome.result).toBe(isEither && outcome.error === null ? 'unknown' : 'blocked');
          const { blocked, readings } = engines[browser];
          const others = readings.filter(reading => !reading.blocked).map(({ because }) => because);
          expect(blocked || (isEither && others.length < readings.length && others.every(because => because === 'no-cors'))).toBe(true);
        }
        expect(verdict.disagreement === 'browser-refused').toBe(verdict.failures[0]?.code === 'unexplained');
        if (verdict.outcome.result === 'blocked' && verdict.crossOrigin) expect(verdict.failures).not.toHaveLength(0);
      }),
      { numRuns: 300 },
    );
  });

  it('breaks more rules with credentials than without', () => {
    fc.assert(
      fc.property(anyExchange, engine, (seen, browser) => {
        if (brokenRules(seen, browser, 'include').length === 0) expect(brokenRules(seen, browser, 'omit')).toEqual([] satisfies Failure[]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile server', () => {
  const LONG = 16_384;
  /** Of processor time, so that a busy machine does not matter: far beyond what a linear pass over 16 kB takes. */
  const MICROSECONDS_MAX = 400_000;
  const list = Array.from({ length: LONG / 2 }, (_, index) => String.fromCharCode(97 + (index % 26))).join(',');
  it.each([
    ['spaces', `${' '.repeat(LONG)}x`],
    ['dots', `${'a.'.repeat(LONG / 2)}!`],
    ['colons', `${'a:'.repeat(LONG / 2)}!`],
    ['quotes', '"'.repeat(LONG)],
    ['commas', ','.repeat(LONG)],
    ['a list', list],
  ])('is judged in time: %s', (_, value) => {
    const lines = [
      'Access-Control-Allow-Origin',
      'Access-Control-Allow-Credentials',
      'Access-Control-Allow-Methods',
      'Access-Control-Allow-Headers',
    ].map(name => [name, value] as const);
    const asked = preflight({
      requestHeaders: headers(['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', list]),
      response: answer(200, lines),
    });
    const before = process.cpuUsage();
    evaluate(exchange({ state: 'failed', error: 'net::ERR_FAILED', hops: [hop({ requestHeaders: null, preflights: [asked] })] }), 'chromium');
    expect(process.cpuUsage(before).user).toBeLessThan(MICROSECONDS_MAX);
  });
});
