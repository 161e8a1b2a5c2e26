import { describe, expect, it } from 'vitest';
import { createChain } from '../../src/cors/chain.ts';
import { outcomeOf } from '../../src/cors/outcome.ts';
import type { Exchange } from '../../src/model.ts';
import { answer, exchange, headers, hop, PAGE } from './build.ts';

const answered = (changes: Partial<Exchange> = {}): Exchange => exchange({ hops: [hop({ response: answer(200) })], ...changes });
const timed = (responseStatus: number): Partial<Exchange> => ({ timing: { responseStatus, initiatorType: 'fetch' } });
const failed = (error: string): Partial<Exchange> => ({ state: 'failed', error });
const image = (changes: Partial<Exchange>): Exchange =>
  exchange({ type: 'image', hops: [hop({ requestHeaders: headers(['Sec-Fetch-Mode', 'no-cors']), response: answer(200) })], ...changes });
const own = (changes: Partial<Exchange>): Exchange => exchange({ hops: [hop({ url: `${PAGE}/x`, response: answer(200) })], ...changes });
const gone = (changes: Partial<Exchange>): Exchange =>
  exchange({ hops: [hop({ response: answer(302, [['Location', 'foo:bar']]) }), hop({ url: 'foo:bar', requestHeaders: null })], ...changes });

const cases: readonly [name: string, engine: 'chromium' | 'firefox', seen: Exchange, expected: readonly [result: string, evidence: string] | null][] = [
  ['in flight', 'chromium', exchange({ state: 'open' }), ['pending', 'error']],
  ['completed in Chromium', 'chromium', answered(), ['allowed', 'error']],
  ['completed in Chromium, whatever Resource Timing says', 'chromium', answered(timed(0)), ['allowed', 'error']],
  ['refused', 'chromium', answered(failed('net::ERR_FAILED')), ['blocked', 'error']],
  ['no connection', 'chromium', exchange(failed('net::ERR_CONNECTION_REFUSED')), ['blocked', 'error']],
  ['given up', 'chromium', exchange(failed('net::ERR_ABORTED')), ['cancelled', 'error']],
  ['an EventSource that the page closed', 'chromium', answered({ ...failed('net::ERR_FAILED'), log: { error: 'net::ERR_ABORTED', resourceType: 'eventsource', initiator: null, requestHeaders: null } }), ['cancelled', 'error']],
  ['given up in Firefox', 'firefox', exchange(failed('NS_BINDING_ABORTED')), ['cancelled', 'error']],
  ['completed in Firefox', 'firefox', answered(), null],
  ['completed and readable', 'firefox', answered(timed(200)), ['allowed', 'resource-timing']],
  ['completed and not readable', 'firefox', answered(timed(0)), ['blocked', 'resource-timing']],
  ['a stream that the page may have closed', 'firefox', exchange({ hops: [hop({ requestHeaders: headers(['Accept', 'text/event-stream'], ['Sec-Fetch-Mode', 'cors']), response: answer(200) })], ...timed(0) }), null],
  ['an error outweighs Resource Timing', 'firefox', answered({ ...failed('NS_ERROR_DOM_BAD_URI'), ...timed(302) }), ['blocked', 'error']],
  ['Resource Timing of an answer that was never seen', 'firefox', exchange(timed(0)), null],
  ['a plain image', 'firefox', image(timed(0)), ['allowed', 'error']],
  ['a plain image without a connection', 'chromium', image(failed('net::ERR_CONNECTION_REFUSED')), ['unknown', 'error']],
  ['a plain image kept away', 'chromium', image(failed('net::ERR_BLOCKED_BY_RESPONSE')), ['blocked', 'error']],
  ['within one origin', 'firefox', own({}), ['allowed', 'error']],
  ['within one origin without a connection', 'chromium', own(failed('net::ERR_CONNECTION_REFUSED')), ['unknown', 'error']],
  ['redirected away from HTTP, and never heard of again', 'firefox', gone({ state: 'open' }), ['blocked', 'rules']],
  ['redirected away from HTTP, with an error', 'chromium', gone(failed('net::ERR_FAILED')), ['blocked', 'error']],
]; // biome-ignore format: a row each

describe('outcome', () => {
  it.each(cases)('%s', (_, engine, seen, expected) => {
    const outcome = outcomeOf(createChain(seen), engine);
    expect(outcome === null ? null : [outcome.result, outcome.evidence]).toEqual(expected);
  });
});
