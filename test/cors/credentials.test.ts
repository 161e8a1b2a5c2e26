import { describe, expect, it } from 'vitest';
import { createChain } from '../../src/cors/chain.ts';
import { type Decision, inferCredentials } from '../../src/cors/credentials.ts';
import { ENGINES } from '../../src/cors/engines.ts';
import type { Exchange } from '../../src/model.ts';
import { exchange, headers, hop, type Line, PAGE, preflight } from './build.ts';

const CORS: readonly Line[] = [['Origin', PAGE], ['Sec-Fetch-Mode', 'cors']]; // biome-ignore format: one line
const SAME_SITE: Line = ['Sec-Fetch-Site', 'same-site'];
const CROSS_SITE: Line = ['Sec-Fetch-Site', 'cross-site'];
const sent = (...lines: readonly Line[]): Exchange => exchange({ hops: [hop({ requestHeaders: headers(...CORS, ...lines) })] });
const authorized = (names: string): Exchange =>
  exchange({
    hops: [
      hop({
        requestHeaders: headers(...CORS, SAME_SITE, ['Authorization', 'a']),
        preflights: [preflight({ requestHeaders: headers(['Access-Control-Request-Headers', names]) })],
      }),
    ],
  });

type Passes = readonly [without: boolean, including: boolean];
const LENIENT: Passes = [true, false];
const BOTH: Passes = [true, true];
const NEITHER: Passes = [false, false];

const cases: readonly [name: string, seen: Exchange, decision: Decision, passes: Passes, value: string, basis: string][] = [
  ['a cookie', sent(['Cookie', 'a=b']), 'unknown', BOTH, 'include', 'observed'],
  ['Sec-Fetch-Storage-Access', sent(CROSS_SITE, ['Sec-Fetch-Storage-Access', 'none']), 'let-through', LENIENT, 'include', 'observed'],
  ['Sec-Fetch-Storage-Access on the preflight', exchange({ hops: [hop({ requestHeaders: headers(...CORS), preflights: [preflight({ requestHeaders: headers(['Sec-Fetch-Storage-Access', 'none']) })] })] }), 'refused', NEITHER, 'include', 'observed'],
  ['a stored Authorization', authorized('x-a'), 'unknown', BOTH, 'include', 'observed'],
  ['an Authorization that the page set', authorized('authorization,x-a'), 'unknown', BOTH, 'same-origin', 'assumed'],
  ['an Authorization on a script’s request', exchange({ type: 'script', hops: [hop({ requestHeaders: headers(...CORS, ['Authorization', 'a']) })] }), 'unknown', BOTH, 'include', 'observed'],
  ['refused although it passes without', sent(SAME_SITE), 'refused', LENIENT, 'include', 'inferred'],
  ['let through although it breaks with', sent(SAME_SITE), 'let-through', LENIENT, 'same-origin', 'inferred'],
  ['refused under either', sent(SAME_SITE), 'refused', NEITHER, 'same-origin', 'assumed'],
  ['refused under either, across sites without Sec-Fetch-Storage-Access', sent(CROSS_SITE), 'refused', NEITHER, 'same-origin', 'inferred'],
  ['let through under either', sent(SAME_SITE), 'let-through', BOTH, 'same-origin', 'assumed'],
  ['no decision', sent(SAME_SITE), 'unknown', LENIENT, 'same-origin', 'assumed'],
  ['a cookie to the page’s own origin proves nothing', exchange({ hops: [hop({ url: `${PAGE}/x`, requestHeaders: headers(...CORS, ['Cookie', 'a=b']) }), hop({ requestHeaders: headers(...CORS, SAME_SITE) })] }), 'unknown', BOTH, 'same-origin', 'assumed'],
  ['a beacon', exchange({ type: 'ping', hops: [hop({ requestHeaders: headers(...CORS, SAME_SITE) })] }), 'unknown', BOTH, 'include', 'inferred'],
  ['a plain image', exchange({ type: 'image', hops: [hop({ requestHeaders: headers(['Sec-Fetch-Mode', 'no-cors']) })] }), 'let-through', BOTH, 'include', 'assumed'],
  ['a plain image with cookies', exchange({ type: 'image', hops: [hop({ requestHeaders: headers(['Sec-Fetch-Mode', 'no-cors'], ['Cookie', 'a=b']) })] }), 'let-through', BOTH, 'include', 'observed'],
  ['within one origin', exchange({ hops: [hop({ url: `${PAGE}/x`, requestHeaders: headers(...CORS) })] }), 'let-through', BOTH, 'same-origin', 'assumed'],
]; // biome-ignore format: a row each

describe('credentials mode', () => {
  it.each(cases)('%s', (_, seen, decision, [without, including], value, basis) =>
    expect(
      inferCredentials(
        createChain(seen),
        decision,
        includesCredentials => (includesCredentials ? including : without),
        () => true,
        ENGINES.chromium,
      ),
    ).toEqual({
      value,
      basis,
    }),
  );

  it.each([
    ['what was let through on the way breaks with', 'refused', LENIENT, 'same-origin', 'inferred'],
    ['what was let through on the way passes with', 'refused', BOTH, 'same-origin', 'assumed'],
    ['nothing can be told of the way', 'refused', NEITHER, 'same-origin', 'assumed'],
    ['the browser does not say what became of it', 'unknown', LENIENT, 'same-origin', 'inferred'],
  ] as const)('refused under either, and %s', (_, decision, [without, including], value, basis) =>
    expect(
      inferCredentials(
        createChain(sent(SAME_SITE)),
        decision,
        () => false,
        includes => (includes ? including : without),
        ENGINES.chromium,
      ),
    ).toEqual({ value, basis }),
  );

  it.each([
    ['the page’s own site', PAGE, 'assumed'],
    ['another', 'https://other.example', 'inferred'],
  ])('a missing Sec-Fetch-Storage-Access proves nothing after a redirect to %s', (_, origin, basis) => {
    const there = sent(CROSS_SITE).hops.map(each => ({ ...each, url: `${origin}/x` }));
    const hops = [...sent(SAME_SITE).hops, ...there];
    expect(
      inferCredentials(
        createChain({ ...sent(SAME_SITE), hops }),
        'refused',
        () => false,
        () => true,
        ENGINES.chromium,
      ).basis,
    ).toBe(basis);
  });

  it.each([
    [null, 'assumed'],
    ['D', 'inferred'],
  ])('in Firefox, a missing Sec-Fetch-Storage-Access proves something only of documents: %s', (documentId, basis) =>
    expect(
      inferCredentials(
        createChain({ ...sent(CROSS_SITE), documentId }),
        'refused',
        () => false,
        () => true,
        ENGINES.firefox,
      ).basis,
    ).toBe(basis),
  );
});
