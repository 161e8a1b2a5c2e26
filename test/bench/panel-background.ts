/** A worker in the background's place: it has 10,000 exchanges, and tells them to whoever connects, as the background does. */
import { EXCHANGES_PER_MESSAGE, type FromBackground } from '../../src/link/protocol.ts';
import type { Exchange, Recording } from '../../src/model.ts';
import { observe } from '../../src/watch/observe.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { createTraffic } from './traffic.ts';

export const EXCHANGES = 10_000;

const pairing = createPairing({ linesKnown: true });
const exchanges = new Map<string, Exchange>();
for (const { name, details } of createTraffic(EXCHANGES)) {
  for (const exchange of pairing.observe(observe(name, details))) exchanges.set(exchange.id, exchange);
}

const recording: Recording = {
  tabId: 7,
  pageUrl: 'https://shop.example/',
  pageStartedAt: 0,
  startedAt: 0,
  requests: EXCHANGES,
  dropped: 0,
  missedLoad: false,
};

const messages: FromBackground[] = [
  { type: 'access', granted: true },
  { type: 'reset', recording },
];
const all = [...exchanges.values()];
for (let at = 0; at < all.length; at += EXCHANGES_PER_MESSAGE) {
  messages.push({ type: 'exchanges', changed: all.slice(at, at + EXCHANGES_PER_MESSAGE), removed: [] });
}
messages.push({ type: 'ready' });

// A port carries JSON.
const texts = messages.map(message => JSON.stringify(message));
addEventListener('message', () => {
  for (const text of texts) postMessage(text);
});
postMessage('built');
