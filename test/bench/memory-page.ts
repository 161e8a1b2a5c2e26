/** Runs in a page of the browser whose memory is asked for: the engine that has the background too keeps its objects in half of Node's room. */
import type { Exchange } from '../../src/model.ts';
import { observe } from '../../src/watch/observe.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { createTraffic } from './traffic.ts';

export interface MemoryGlobals {
  /** Makes that many exchanges, and keeps them. Gives how many there are. */
  keep(count: number): number;
}

const kept = new Map<string, Exchange>();

Object.assign(globalThis, {
  keep: (count: number) => {
    const pairing = createPairing({ linesKnown: true });
    for (const { name, details } of createTraffic(count)) {
      // Every string afresh, as the browser hands events over.
      for (const exchange of pairing.observe(observe(name, structuredClone(details)))) kept.set(exchange.id, exchange);
    }
    return kept.size;
  },
} satisfies MemoryGlobals);
