/** A worker in the background's place: it has 10,000 exchanges, and the hub that tells them to whoever connects. */
import { createHub } from '../../src/link/hub.ts';
import type { Exchange, Recording } from '../../src/model.ts';
import type { Session } from '../../src/session.ts';
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

const all = [...exchanges.values()];
const session = {
  ready: Promise.resolve(),
  recording: () => recording,
  exchanges: () => all,
} as Partial<Session> as Session;
const hub = createHub({
  session: () => session,
  ready: () => Promise.resolve(),
  ask: async () => [],
  now: Date.now,
  isInDoubt: () => false,
  onChange: () => undefined,
  trial: () => ({ trial: null, ended: null }),
  onTabs: () => undefined,
  onRequest: () => undefined,
});
hub.setAccess(true);
hub.accept({
  // A port carries JSON.
  post: message => postMessage(JSON.stringify(message)),
  onMessage: listener => addEventListener('message', ({ data }) => listener(JSON.parse(data))),
  onDisconnect: () => undefined,
  disconnect: () => undefined,
});
postMessage('built');
