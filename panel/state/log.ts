import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FromBackground, Line, ToBackground } from '../../src/link/protocol.ts';
import type { Exchange, Recording } from '../../src/model.ts';
import { createEntry, type Entry, isListed, type Judges, type Standing } from './entry.ts';

/**
 * connecting: nothing has been heard yet; syncing: the snapshot is arriving, for the first time or after the background
 * was stopped; live: the log is whole.
 */
export type Connection = 'connecting' | 'syncing' | 'live';

export interface Log {
  readonly connection: ReadonlySignal<Connection>;
  /** null until the background has spoken. */
  readonly recording: ReadonlySignal<Recording | null>;
  /** The cross-origin exchanges, in the order in which they began. */
  readonly listed: ReadonlySignal<readonly Entry[]>;
  /**
   * The same, in the order in which each came to stand where it stands. A list of one standing then only ever grows at
   * its end: a slow request that is blocked at last does not push down what somebody is reading.
   */
  readonly settled: ReadonlySignal<readonly Entry[]>;
  readonly get: (id: string) => Entry | undefined;
}

export function createLog(line: Line<ToBackground, FromBackground>, tabId: number, judges: Judges): Log {
  const connection = signal<Connection>('connecting');
  const recording = signal<Recording | null>(null);
  const revision = signal(0);
  const entries = new Map<string, Entry>();
  const settledAt = new Map<string, { readonly standing: Standing; readonly order: number }>();
  /** Ids from before a snapshot that the snapshot has not named yet. What was shown stays in view until it is whole. */
  let stale = new Set<string>();
  let lastOrder = 0;

  function remove(id: string): void {
    entries.delete(id);
    settledAt.delete(id);
  }

  function change(changed: readonly Exchange[], removed: readonly string[]): void {
    for (const exchange of changed) {
      entries.set(exchange.id, createEntry(exchange, judges));
      stale.delete(exchange.id);
    }
    for (const id of removed) remove(id);
    revision.value += 1;
  }

  function receive(message: FromBackground): void {
    switch (message.type) {
      case 'reset':
        stale = new Set(entries.keys());
        recording.value = message.recording;
        connection.value = 'syncing';
        return;
      case 'exchanges':
        change(message.changed, message.removed);
        return;
      case 'recording':
        recording.value = message.recording;
        return;
      case 'ready':
        change([], [...stale]);
        stale = new Set();
        connection.value = 'live';
        return;
      case 'access':
      case 'synced':
        return;
      default:
        message satisfies never;
    }
  }

  function orderOf({ id, standing }: Entry): number {
    const known = settledAt.get(id);
    if (known?.standing === standing) return known.order;
    lastOrder += 1;
    settledAt.set(id, { standing, order: lastOrder });
    return lastOrder;
  }

  const listed = computed(() => {
    revision.value;
    return [...entries.values()].filter(isListed);
  });
  const settled = computed(() =>
    listed.value
      .map(entry => ({ entry, order: orderOf(entry) }))
      .sort((a, b) => a.order - b.order)
      .map(({ entry }) => entry),
  );

  line.onMessage(receive);
  line.onOpen(() => {
    if (connection.value === 'live') connection.value = 'syncing';
    line.send({ type: 'hello', role: 'viewer', tabId });
  });
  return { connection, recording, listed, settled, get: id => entries.get(id) };
}
