import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { createKnownAnswers, type KnownAnswers } from '../../src/explain/known-answers.ts';
import type { FromBackground, Line, ToBackground } from '../../src/link/protocol.ts';
import type { Exchange, RecordedPage, Recording } from '../../src/model.ts';
import { createBacklog } from './backlog.ts';
import { createEntry, type Entry, isListed, type Judges, type Standing } from './entry.ts';
import type { Pace } from './pace.ts';

/**
 * How often, in milliseconds, the lists grow while much is yet to be judged: to list thousands anew takes some milliseconds
 * each time. A short list grows as often as it doubles.
 */
const GROWTH_MS = 100;

/**
 * connecting: nothing has been heard yet; syncing: what was recorded is arriving, for the first time or after the background
 * was stopped, or is yet to be judged; live: the log is whole.
 */
export type Connection = 'connecting' | 'syncing' | 'live';

export interface Log {
  readonly connection: ReadonlySignal<Connection>;
  /** null until the background has spoken. */
  readonly recording: ReadonlySignal<Recording | null>;
  /** The pages that a preserved log is of, oldest first; none of one that begins anew with each page. */
  readonly pages: ReadonlySignal<readonly RecordedPage[]>;
  /** The cross-origin exchanges, in the order in which they began. */
  readonly listed: ReadonlySignal<readonly Entry[]>;
  /**
   * The same, in the order in which each came to stand where it stands. A list of one standing then only ever grows at
   * its end: a slow request that is blocked at last does not push down what somebody is reading.
   */
  readonly settled: ReadonlySignal<readonly Entry[]>;
  readonly get: (id: string) => Entry | undefined;
}

export function createLog(line: Line<ToBackground, FromBackground>, tabId: number, judges: Judges, pace: Pace): Log {
  const connection = signal<Connection>('connecting');
  const recording = signal<Recording | null>(null);
  const revision = signal(0);
  const entries = new Map<string, Entry>();
  const answers = createKnownAnswers();
  /** Who shows an explanation looks again as the lists grow. */
  const known: KnownAnswers = {
    ...answers,
    revision: server => {
      revision.value;
      return answers.revision(server);
    },
  };
  /** Where each listed exchange stands; in the order in which each came to stand there. */
  const standings = new Map<string, Standing>();
  /** Ids from before a snapshot that the snapshot has not named yet. What was shown stays in view until it is whole. */
  let stale = new Set<string>();
  /** Whether everything recorded has arrived. */
  let hasAll = false;
  /** How many messages of a snapshot have yet to be answered: more of it is asked for once they are judged. */
  let unanswered = 0;
  let grownAt = Number.NEGATIVE_INFINITY;
  let grownTo = 0;

  const backlog = createBacklog<Exchange>({
    judge(exchange) {
      known.note(exchange);
      const entry = createEntry(exchange, judges, known);
      const { id, standing } = entry;
      entries.set(id, entry);
      if (isListed(entry) && standings.get(id) === standing) return;
      standings.delete(id);
      if (isListed(entry)) standings.set(id, standing);
    },
    onSlice() {
      list();
      if (!backlog.isEmpty()) return;
      for (; unanswered > 0; unanswered--) line.send({ type: 'more' });
    },
    pace,
  });

  function remove(id: string): void {
    backlog.remove(id);
    known.forget(id);
    entries.delete(id);
    standings.delete(id);
  }

  function list(): void {
    const isWhole = hasAll && backlog.isEmpty();
    if (isWhole) {
      for (const id of stale) remove(id);
      stale = new Set();
    }
    batch(() => {
      connection.value = isWhole ? 'live' : 'syncing';
      if (!isWhole && entries.size < 2 * grownTo && pace.now() < grownAt + GROWTH_MS) return;
      revision.value += 1;
      grownAt = pace.now();
      grownTo = entries.size;
    });
  }

  function receive(message: FromBackground): void {
    switch (message.type) {
      case 'reset':
        backlog.clear();
        stale = new Set(entries.keys());
        hasAll = false;
        unanswered = 0;
        recording.value = message.recording;
        connection.value = 'syncing';
        return;
      case 'exchanges':
        for (const exchange of message.changed) {
          backlog.add(exchange);
          stale.delete(exchange.id);
        }
        for (const id of message.removed) remove(id);
        if (!hasAll) unanswered += 1;
        backlog.work();
        return;
      case 'recording':
        recording.value = message.recording;
        return;
      case 'ready':
        hasAll = true;
        backlog.work();
        return;
      case 'access':
      case 'trial':
      case 'synced':
      case 'doubts':
      case 'answers':
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
    revision.value;
    return [...standings.keys()].flatMap(id => entries.get(id) ?? []);
  });

  line.onMessage(receive);
  line.onOpen(() => {
    hasAll = false;
    if (connection.value === 'live') connection.value = 'syncing';
    line.send({ type: 'hello', role: 'viewer', tabId });
  });
  const pages = computed(() => recording.value?.pages ?? []);
  return { connection, recording, pages, listed, settled, get: id => entries.get(id) };
}
