import { describe, expect, it } from 'vitest';
import type { Exchange } from '../src/model.ts';
import { createSession, EXCHANGES_MAX, LOG_BYTES_MAX, PAGES_MAX, type Session, type SessionListener } from '../src/session.ts';
import { createPairing } from '../src/watch/pair.ts';
import type { Store } from '../src/write-queue.ts';
import { event } from './watch/events.ts';

const memoryStore = (): Store & { readonly items: Map<string, unknown> } => {
  const items = new Map<string, unknown>();
  return {
    items,
    readAll: async () => Object.fromEntries(items),
    write: async written => {
      for (const [key, value] of Object.entries(written)) items.set(key, structuredClone(value));
    },
    remove: async keys => {
      for (const key of keys) items.delete(key);
    },
  };
};
const silent: SessionListener = { exchange: () => {}, removed: () => {}, recording: () => {}, cleared: () => {} };
const exchange = (id: string, details: Parameters<typeof event>[2] = {}): Exchange => {
  const [begun] = createPairing({ linesKnown: true }).observe(event('started', id, details));
  if (!begun) throw new Error('no exchange');
  return begun;
};
const idsOf = (exchanges: Iterable<Exchange>): readonly string[] => [...exchanges].map(({ id }) => id);

describe('the session', () => {
  it('gives a new worker everything that the one before recorded', async () => {
    const store = memoryStore();
    const before = createSession(store, silent);
    await before.ready;
    before.start(1, 0);
    before.setPage(1, { pageUrl: 'http://page.test/', pageStartedAt: 3, missedLoad: true });
    before.count(1);
    for (const id of ['a', 'b', 'c']) before.put(exchange(id));
    before.discard(exchange('b'));
    await before.drain();
    const after = createSession(store, silent);
    await after.ready;
    expect([after.tabs(), idsOf(after.exchanges(1)), after.recording(1)]).toEqual([[1], ['a', 'c'], before.recording(1)]);
  });

  it('leaves nothing behind when a tab is no longer inspected', async () => {
    const store = memoryStore();
    const session = createSession(store, silent);
    await session.ready;
    session.start(1, 0);
    session.put(exchange('a'));
    session.end(1);
    await session.drain();
    expect([session.tabs(), [...store.items.keys()]]).toEqual([[], []]);
  });

  it('counts a request whose beginning was missed, once', () => {
    const session = createSession(memoryStore(), silent);
    session.start(1, 0);
    for (const incomplete of [true, false]) for (const _ of ['begun', 'ended']) session.put({ ...exchange(String(incomplete)), incomplete });
    expect(session.recording(1)?.requests).toBe(1);
  });

  it.each([
    ['of a tab that is not recorded', exchange('a', { tabId: 2 })],
    ['that began before recording did', exchange('a', { time: 10 })],
  ])('ignores an exchange %s', async (_, ignored) => {
    const session = createSession(memoryStore(), silent);
    session.start(1, 100);
    session.put(ignored);
    expect(idsOf(session.exchanges(1))).toEqual([]);
  });

  it('clears what began before, and keeps what began since', () => {
    const session = createSession(memoryStore(), silent);
    session.start(1, 0);
    session.put(exchange('old', { time: 10 }));
    session.put(exchange('new', { time: 30 }));
    session.clear(1, 20);
    expect(idsOf(session.exchanges(1))).toEqual(['new']);
  });

  describe('of a log that is preserved', () => {
    const pagesOf = (session: Session): unknown => session.recording(1)?.pages;
    const preserved = async (store = memoryStore()): Promise<Session> => {
      const session = createSession(store, silent);
      await session.ready;
      session.start(1, 5);
      session.setPreserved(1, true);
      return session;
    };
    const show = (session: Session, url: string): void => session.setPage(1, { pageUrl: url, pageStartedAt: 0, missedLoad: false });

    it('has the page that it began with, at the address that it has now', async () => {
      const session = await preserved();
      show(session, 'http://page.test/');
      expect(pagesOf(session)).toEqual([{ url: 'http://page.test/', since: 5 }]);
    });

    it('has each page that followed, and the exchanges of all', async () => {
      const session = await preserved();
      session.put(exchange('old', { time: 10 }));
      session.addPage(1, { url: 'two', since: 20 });
      session.put(exchange('new', { time: 30 }));
      expect([idsOf(session.exchanges(1)), pagesOf(session)]).toEqual([
        ['old', 'new'],
        [
          { url: '', since: 5 },
          { url: 'two', since: 20 },
        ],
      ]);
    });

    it('has the last page alone once it is cleared', async () => {
      const session = await preserved();
      session.addPage(1, { url: 'two', since: 20 });
      session.clear(1, 30);
      expect(pagesOf(session)).toEqual([{ url: 'two', since: 20 }]);
    });

    it('has so many pages and no more', async () => {
      const session = await preserved();
      for (let since = 0; since <= PAGES_MAX; since++) session.addPage(1, { url: '', since });
      expect(session.recording(1)?.pages).toMatchObject({ length: PAGES_MAX, 0: { since: 1 } });
    });

    it('remembers that for a new worker', async () => {
      const store = memoryStore();
      await (await preserved(store)).drain();
      const after = createSession(store, silent);
      await after.ready;
      expect(pagesOf(after)).toEqual([{ url: '', since: 5 }]);
    });

    it('has no pages any more once it is not', async () => {
      const session = await preserved();
      session.setPreserved(1, false);
      session.addPage(1, { url: 'two', since: 20 });
      expect(session.recording(1)).not.toHaveProperty('pages');
    });
  });

  it('lets the oldest go and counts them, when there are too many', () => {
    const removed: string[] = [];
    const session = createSession(memoryStore(), { ...silent, removed: (_, id) => removed.push(id) });
    session.start(1, 0);
    for (let index = 0; index < EXCHANGES_MAX + 2; index++) session.put(exchange(String(index)));
    expect([removed, session.recording(1)?.dropped, [...session.exchanges(1)].length]).toEqual([['0', '1'], 2, EXCHANGES_MAX]);
  });

  it('lets the oldest go when they take too much room', async () => {
    const session = createSession(memoryStore(), silent);
    session.start(1, 0);
    const url = `http://api.test/${'x'.repeat(8_000)}`;
    const fitting = Math.floor(LOG_BYTES_MAX / JSON.stringify(exchange('1234', { url })).length);
    for (let index = 0; index < fitting + 3; index++) session.put(exchange(String(1_000 + index), { url }));
    await session.drain();
    expect([[...session.exchanges(1)].length, session.recording(1)?.dropped]).toEqual([fitting, 3]);
  });

  it.each([
    ['few of which the store takes', (items: object) => Object.keys(items).length > 1, ['tab:1', 'exchange:1:a', 'exchange:1:b']],
    ['one of which is too large for the store', (items: object) => 'exchange:1:b' in items, ['tab:1', 'exchange:1:a']],
  ])('goes on recording with many changes, %s', async (_, isRefused, stored) => {
    const store = memoryStore();
    const write: Store['write'] = items => (isRefused(items) ? Promise.reject(new Error('quota')) : store.write(items));
    const session = createSession({ ...store, write }, silent);
    session.start(1, 0);
    for (const id of ['a', 'b']) session.put(exchange(id));
    await session.drain();
    expect([idsOf(session.exchanges(1)), [...store.items.keys()]]).toEqual([['a', 'b'], stored]);
  });

  it('writes what changed several times once', async () => {
    const store = memoryStore();
    const written: string[] = [];
    const write: Store['write'] = items => {
      written.push(...Object.keys(items));
      return store.write(items);
    };
    const session = createSession({ ...store, write }, silent);
    session.start(1, 0);
    for (const id of ['a', 'b', 'a', 'a']) session.put(exchange(id));
    await session.drain();
    expect(written).toEqual(['tab:1', 'exchange:1:a', 'exchange:1:b']);
  });
});
