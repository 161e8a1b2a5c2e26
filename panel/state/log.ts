import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
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
  /** Where each listed exchange stands; in the order in which each came to stand there. */
  const standings = new Map<string, Standing>();
  /** Ids from before a snapshot that the snapshot has not named yet. What was shown stays in view until it is whole. */
  let stale = new Set<string>();

  function remove(id: string): void {
    entries.delete(id);
    standings.delete(id);
  }

  function change(changed: readonly Exchange[], removed: readonly string[]): void {
    for (const exchange of changed) {
      entries.set(exchange.id, createEntry(exchange, judges));
      stale.delete(exchange.id);
    }
    for (const id of removed) remove(id);
    // A snapshot is shown when it is whole: to list it anew for each of its messages would take longer than to receive it.
    if (connection.value === 'live') revision.value += 1;
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
        for (const id of stale) remove(id);
        stale = new Set();
        batch(() => {
          connection.value = 'live';
          revision.value += 1;
        });
        return;
      case 'access':
      case 'synced':
      case 'doubts':
        return;
      default:
        message satisfies never;
    }
  }

  const listed = computed(() => {
    revision.value;
    return [...entries.values()].filter(isListed);
  });
  const settled = computed(() => {
    for (const { id, standing } of listed.value) {
      if (standings.get(id) === standing) continue;
      standings.delete(id);
      standings.set(id, standing);
    }
    return [...standings.keys()].flatMap(id => {
      const entry = entries.get(id);
      return entry !== undefined && isListed(entry) ? [entry] : [];
    });
  });

  line.onMessage(receive);
  line.onOpen(() => {
    if (connection.value === 'live') connection.value = 'syncing';
    line.send({ type: 'hello', role: 'viewer', tabId });
  });
  return { connection, recording, listed, settled, get: id => entries.get(id) };
}
