/** What both browsers really said, played again: it is paired, judged and explained as the demo's cases say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/cors/evaluate.ts';
import { leavesHttp } from '../../src/cors/redirect.ts';
import { explain } from '../../src/explain/explain.ts';
import type { Exchange, Verdict } from '../../src/model.ts';
import { isSettled } from '../../src/watch/exchange.ts';
import { isNeverCors } from '../../src/watch/keep.ts';
import { possibleWords } from '../cors/possible-words.ts';
import { CASES } from '../demo/cases/index.ts';
import type { Engine } from '../demo/model.ts';
import { ENGINES, filesOf, RECORDINGS, type RecordedCase, type RecordedEvent, readLines, withIds } from './recordings.ts';
import { exchangesOf, memoryStore, pairAll, startWorker } from './replay.ts';

const FILE_BYTES_MAX = 500_000;
const title = ({ engine, demo }: RecordedCase): string => `${demo.id} in ${engine}`;
const titled = RECORDINGS.map(recorded => ({ title: title(recorded), recorded }));

const judged = (exchanges: readonly Exchange[], engine: Engine): readonly { readonly exchange: Exchange; readonly verdict: Verdict }[] =>
  exchanges.map(exchange => ({ exchange, verdict: evaluate(exchange, engine) })).filter(({ verdict }) => verdict.failures.length > 0);

describe('the recordings', () => {
  it.each(ENGINES)('%s: every file says where it comes from, and is not too large to read', engine => {
    for (const file of filesOf(engine)) {
      const lines = readLines(engine, file);
      const name = engine === 'chromium' ? /^Chromium \d+(\.\d+)+$/ : /^Firefox \d+(\.\d+)+$/;
      expect(JSON.parse(lines[0] ?? '')).toEqual({ browser: expect.stringMatching(name), command: `npm run record -- ${engine}` });
      expect(lines.join('\n').length).toBeLessThan(FILE_BYTES_MAX);
    }
  });

  it.each(ENGINES)('%s: every case of the demo that it can play is there', engine => {
    const recorded = new Set(RECORDINGS.filter(each => each.engine === engine).map(({ demo }) => demo.id));
    const playable = CASES.filter(
      ({ id, only, needs, unseenBy }) =>
        !recorded.has(id) &&
        (only === null || only.engine === engine) &&
        !unseenBy.includes(engine) &&
        // Firefox plays them only where it trusts every certificate, which would spoil others.
        !(engine === 'firefox' && needs.includes('trusted-certificate')),
    );
    expect(playable.map(({ id }) => id)).toEqual([]);
  });
});

/** Request ids of the page's own requests, and of preflights, as the events tell them apart. */
const idsOf = (events: readonly RecordedEvent[]): { readonly requests: readonly string[]; readonly preflights: readonly string[] } => {
  const preflights = new Set<string>();
  const requests = new Set<string>();
  for (const { details } of events) {
    if (isNeverCors(details)) continue;
    const asks = (details.requestHeaders ?? []).some(({ name }) => name.toLowerCase() === 'access-control-request-method');
    if (asks && details.method === 'OPTIONS') preflights.add(details.requestId);
    requests.add(details.requestId);
  }
  return { requests: [...requests].filter(id => !preflights.has(id)).sort(), preflights: [...preflights].sort() };
};

const preflightsOf = (exchange: Exchange) => exchange.hops.flatMap(hop => hop.preflights.map(preflight => ({ hop, preflight })));

/** One exchange for each request, one place for each preflight, and each at the hop that it was made for. */
const expectWholePairing = (exchanges: ReadonlyMap<string, Exchange>, events: readonly RecordedEvent[]): void => {
  const { requests, preflights } = idsOf(events);
  expect([...exchanges.keys()].sort()).toEqual(requests);
  const owned = [...exchanges.values()].flatMap(preflightsOf);
  expect(owned.map(({ preflight }) => preflight.requestId).sort()).toEqual(preflights);
  for (const { hop, preflight } of owned) {
    const asked = preflight.requestHeaders?.find(({ name }) => name.toLowerCase() === 'access-control-request-method')?.value;
    expect([preflight.url, asked]).toEqual([hop.url, hop.method]);
  }
};

describe('pairing what was recorded', () => {
  it.each(titled)('$title', ({ recorded }) => {
    expectWholePairing(pairAll(recorded.engine, recorded.events), recorded.events);
  });
});

/** Where a recording does not show what the case expects, and why that is right. */
const EXCEPTIONS: Readonly<Record<string, { readonly reason: string | null; readonly because: string }>> = {};

/** Characters of a value that are held against the browser's: what is watched is bounded. */
const COMPARED = 500;

describe('judging what was recorded', () => {
  it.each(titled)('$title', ({ recorded }) => {
    const { engine, demo } = recorded;
    const failed = judged(exchangesOf(recorded), engine);
    const { expected } = demo;
    const isExpected = expected.code !== null && !demo.unseenBy.includes(engine);
    expect(failed.map(({ verdict }) => [verdict.failures[0]?.code, verdict.failures[0]?.stage])).toEqual(
      isExpected ? [[expected.code, expected.stage]] : [],
    );
    for (const { exchange, verdict } of failed) {
      const explanation = explain(exchange, verdict, engine);
      expect([explanation.code, explanation.stage]).toEqual([expected.code, expected.stage]);
      if (expected.hop !== null) expect(verdict.failures[0]?.hop).toBe(expected.hop);
      const { chromium, firefox } = verdict.engines;
      if (engine === 'chromium') {
        const { corsError, failedParameter } = expected.chromium;
        const words = possibleWords(chromium).map(word => [word.corsError, (word.failedParameter ?? '').slice(0, COMPARED)]);
        expect(words).toContainEqual([corsError, failedParameter.slice(0, COMPARED)]);
      } else {
        const exception = EXCEPTIONS[demo.id];
        const reasons = possibleWords(firefox).map(({ reason }) => reason);
        expect(reasons).toContain(exception === undefined ? expected.firefox.reason : exception.reason);
      }
    }
  });
});

const merged = (lists: readonly (readonly RecordedEvent[])[], turns: readonly number[]): readonly RecordedEvent[] => {
  const rest = lists.map(list => [...list]);
  const events: RecordedEvent[] = [];
  for (let turn = 0; rest.some(list => list.length > 0); turn++) {
    const left = rest.filter(list => list.length > 0);
    const next = left[(turns[turn % turns.length] ?? 0) % left.length]?.shift();
    if (next) events.push(next);
  }
  return events;
};

const turns = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 200 });

describe('several at once', () => {
  it.each(ENGINES)('%s: different cases pair and are judged as if each were alone', engine => {
    const recordings = RECORDINGS.filter(recorded => recorded.engine === engine && recorded.events.length > 0);
    const some = fc.uniqueArray(fc.nat(recordings.length - 1), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(some, turns, (indices, order) => {
        const parts = indices.flatMap(index => {
          const recorded = recordings[index];
          return recorded ? [withIds(recorded, `${index}-`)] : [];
        });
        const together = pairAll(
          engine,
          merged(
            parts.map(({ events }) => events),
            order,
          ),
        );
        for (const part of parts) for (const [id, exchange] of pairAll(engine, part.events)) expect(together.get(id)).toEqual(exchange);
      }),
      { numRuns: 100 },
    );
  });

  it.each(ENGINES)('%s: the same case many times over pairs one to one, and each is judged as if it were alone', engine => {
    const recordings = RECORDINGS.filter(
      recorded => recorded.engine === engine && recorded.events.some(({ details }) => details.method === 'OPTIONS'),
    );
    fc.assert(
      fc.property(fc.nat(recordings.length - 1), fc.integer({ min: 2, max: 6 }), turns, (index, count, order) => {
        const recorded = recordings[index];
        if (recorded === undefined) return;
        // Of many copies that ask twice, nothing tells the second request of one from the first of another.
        const times = recorded.demo.request.times > 1 ? 2 : count;
        const copies = Array.from({ length: times }, (_, copy) => withIds(recorded, `${copy}-`));
        const events = merged(
          copies.map(copy => copy.events),
          order,
        );
        const exchanges = pairAll(engine, events);
        expectWholePairing(exchanges, events);
        const alone = judged([...pairAll(engine, recorded.events).values()], engine).map(({ verdict }) => verdict.failures);
        const together = judged([...exchanges.values()], engine).map(({ verdict }) => verdict.failures);
        expect(together).toEqual(Array.from({ length: times }, () => alone).flat());
      }),
      { numRuns: 100 },
    );
  });
});

describe('the worker is stopped', () => {
  it.each(titled.filter(({ recorded }) => recorded.events.length > 0))('at any event of $title', async ({ recorded }) => {
    const { engine, events } = recorded;
    const whole = await startWorker(engine, memoryStore());
    for (const event of events) whole.take(event);
    const uncut = new Map(whole.exchanges().map(exchange => [exchange.id, exchange]));

    for (let cut = 1; cut < events.length; cut++) {
      const store = memoryStore();
      const first = await startWorker(engine, store);
      for (const event of events.slice(0, cut)) first.take(event);
      await first.drain();
      const before = new Map(first.exchanges().map(exchange => [exchange.id, exchange]));
      // What has not left the page's own origin yet is not stored: from the next event on it may look as if it began there.
      const begun = pairAll(engine, events.slice(0, cut));
      const second = await startWorker(engine, store);
      for (const event of events.slice(cut)) second.take(event);
      const after = new Map(second.exchanges().map(exchange => [exchange.id, exchange]));
      for (const [id, exchange] of before) if (isSettled(exchange)) expect(after.get(id)).toEqual(exchange);
      for (const [id, exchange] of after) {
        expect([id, uncut.has(id)]).toEqual([id, true]);
        const seen = begun.get(id);
        if (seen === undefined || before.has(id)) expect(exchange.incomplete).toBe(seen !== undefined && !isSettled(seen) && !leavesHttp(seen.hops));
        expect(() => evaluate(exchange, engine)).not.toThrow();
      }
    }
  });
});
