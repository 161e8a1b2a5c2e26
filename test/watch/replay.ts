/** Plays recorded events into the watching half of the background. */
import type { Exchange } from '../../src/model.ts';
import { createRecorder } from '../../src/recorder.ts';
import { createSession } from '../../src/session.ts';
import { concernsCors, isNeverCors } from '../../src/watch/keep.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { createInspectedTabs } from '../../src/watch/tabs.ts';
import type { Store } from '../../src/write-queue.ts';
import type { Engine } from '../demo/model.ts';
import { PLACES } from './places.ts';
import { type RecordedCase, type RecordedEvent, withEvidence } from './recordings.ts';

/** The tab of every recording. */
const TAB = 1;
const PAGE = `${PLACES.get('page')}/`;

/** Every exchange that the events make, by id, whether CORS has a say in it or not. */
export const pairAll = (engine: Engine, events: readonly RecordedEvent[]): ReadonlyMap<string, Exchange> => {
  const pairing = createPairing({ linesKnown: engine === 'chromium' });
  const tabs = createInspectedTabs();
  tabs.add(TAB);
  tabs.setPage(TAB, PAGE);
  const exchanges = new Map<string, Exchange>();
  for (const { event, details } of events) {
    const observation = tabs.observe(event, details);
    if (observation === null || isNeverCors(observation)) continue;
    for (const exchange of pairing.observe(observation)) exchanges.set(exchange.id, exchange);
  }
  return exchanges;
};

/** The exchanges that the log keeps of a recorded case, with all their evidence. */
export const exchangesOf = ({ engine, events, evidence, unsent }: RecordedCase): readonly Exchange[] => [
  ...[...pairAll(engine, events).values()].filter(concernsCors).map(exchange => withEvidence(exchange, evidence)),
  ...unsent,
];

export const memoryStore = (): Store => {
  const items = new Map<string, unknown>();
  return {
    readAll: async () => Object.fromEntries(items),
    write: async written => {
      for (const [key, value] of Object.entries(written)) items.set(key, structuredClone(value));
    },
    remove: async keys => {
      for (const key of keys) items.delete(key);
    },
  };
};

export interface Worker {
  take(event: RecordedEvent): void;
  exchanges(): readonly Exchange[];
  /** Resolves once everything is stored. */
  drain(): Promise<void>;
}

/** No fix is being tried. */
export const NO_TRIALS = { ready: Promise.resolve(), mark: (exchange: Exchange): Exchange => exchange };

/** A background that starts on what the one before it stored. */
export const startWorker = async (engine: Engine, store: Store): Promise<Worker> => {
  const session = createSession(store, { exchange: () => {}, removed: () => {}, recording: () => {}, cleared: () => {} });
  const recorder = createRecorder({
    session,
    pairing: createPairing({ linesKnown: engine === 'chromium' }),
    tabs: createInspectedTabs(),
    now: () => 0,
    settle: () => Promise.resolve(),
    trials: NO_TRIALS,
  });
  await recorder.ready;
  session.start(TAB, 0);
  recorder.onTabs(TAB);
  recorder.onRequest(TAB, { type: 'document', document: { url: PAGE, startedAt: 0 } });
  return {
    take: ({ event, details }) => recorder.onEvent(event, details),
    exchanges: () => [...session.exchanges(TAB)],
    drain: () => session.drain(),
  };
};
