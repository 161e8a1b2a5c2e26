import { describe, expect, it } from 'vitest';
import { createHub, type Hub } from '../../src/link/hub.ts';
import type { FromBackground } from '../../src/link/protocol.ts';
import type { Exchange } from '../../src/model.ts';
import { createSession, type Session } from '../../src/session.ts';
import { createPairing } from '../../src/watch/pair.ts';
import type { Store } from '../../src/write-queue.ts';
import { event } from '../watch/events.ts';

const TAB = 1;

const exchange = (id: string): Exchange => {
  const [begun] = createPairing({ linesKnown: true }).observe(event('started', id, { tabId: TAB }));
  if (begun === undefined) throw new Error('no exchange');
  return begun;
};

interface Options {
  readonly store?: Store;
  /** What happens at a change. */
  readonly onChange?: (hub: Hub) => void;
}

const EMPTY: Store = { readAll: async () => ({}), write: async () => {}, remove: async () => {} };

/** A hub of one inspected tab, with what each of the two clients is told from now on. */
const inspected = async ({ store = EMPTY, onChange = () => {} }: Options = {}) => {
  const hub: Hub = createHub({
    session: () => session,
    ready: () => session.ready,
    ask: async tabId => [{ frameId: tabId, answer: 'heard' }],
    now: () => 0,
    isInDoubt: ({ id }) => id.startsWith('doubtful'),
    onChange: () => onChange(hub),
    trial: () => ({ trial: null, ended: null }),
    onTabs: () => {},
    onRequest: () => {},
  });
  const session: Session = createSession(store, hub);
  const connect = async (role: 'inspector' | 'viewer') => {
    const told: FromBackground[] = [];
    let say = (_: unknown): void => {};
    hub.accept({
      post: message => void told.push(message as FromBackground),
      onMessage: listener => {
        say = listener;
      },
      onDisconnect: () => {},
      disconnect: () => {},
    });
    say({ type: 'hello', role, tabId: TAB });
    await settle();
    return { told, say };
  };
  const inspector = await connect('inspector');
  const viewer = await connect('viewer');
  for (const { told } of [inspector, viewer]) told.length = 0;
  return { hub, session, inspector, viewer, connect };
};
const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
const typesIn = (told: readonly FromBackground[]): readonly string[] => told.map(({ type }) => type);
const changesIn = (told: readonly FromBackground[]) =>
  told.flatMap(message => (message.type === 'exchanges' ? [[message.changed.map(({ id }) => id), message.removed]] : []));

describe('the hub', () => {
  it('tells of a change that comes alone, however soon it is to tell', async () => {
    const { session, viewer } = await inspected({ onChange: hub => hub.flush() });
    session.put(exchange('a'));
    expect(changesIn(viewer.told)).toEqual([[['a'], []]]);
    session.discard(exchange('a'));
    expect(changesIn(viewer.told)).toEqual([
      [['a'], []],
      [[], ['a']],
    ]);
  });

  it('tells each change once, the newest only', async () => {
    const { hub, session, viewer } = await inspected();
    for (const id of ['a', 'b', 'a']) session.put(exchange(id));
    hub.flush();
    hub.flush();
    expect(changesIn(viewer.told)).toEqual([[['a', 'b'], []]]);
  });

  it('begins anew once the log was cleared, however soon it is to tell', async () => {
    const { session, viewer } = await inspected({ onChange: hub => hub.flush() });
    session.put(exchange('a'));
    viewer.told.length = 0;
    session.clear(TAB, Number.MAX_SAFE_INTEGER);
    expect(typesIn(viewer.told)).toEqual(expect.arrayContaining(['reset', 'ready']));
    expect(changesIn(viewer.told)).toEqual([]);
  });

  it('tells an inspector of doubts alone', async () => {
    const { hub, session, inspector } = await inspected();
    for (const id of ['a', 'doubtful']) session.put(exchange(id));
    hub.flush();
    expect(inspector.told).toEqual([{ type: 'doubts', exchanges: [{ id: 'doubtful', url: exchange('a').hops[0]?.url }] }]);
  });

  it('tells an inspector of the doubts that a new page leaves', async () => {
    const { hub, session, inspector } = await inspected();
    const doubtful = exchange('doubtful');
    session.put(doubtful);
    session.clear(TAB, doubtful.startedAt);
    hub.flush();
    expect(inspector.told).toEqual([{ type: 'doubts', exchanges: [expect.objectContaining({ id: 'doubtful' })] }]);
  });

  it('tells an inspector that connects again of the doubts that are left', async () => {
    const { session, connect } = await inspected();
    for (const id of ['a', 'doubtful']) session.put(exchange(id));
    const { told } = await connect('inspector');
    expect(told).toEqual([{ type: 'doubts', exchanges: [expect.objectContaining({ id: 'doubtful' })] }]);
  });

  it('gives an inspector everything that it asks for', async () => {
    const { session, inspector } = await inspected();
    session.put(exchange('a'));
    inspector.say({ type: 'snapshot' });
    await settle();
    expect([typesIn(inspector.told), changesIn(inspector.told)]).toEqual([['reset', 'exchanges', 'ready'], [[['a'], []]]]);
  });

  it('hands on what the frames of its tab answer, and lets nobody wait for it', async () => {
    const { inspector } = await inspected();
    inspector.say({ type: 'ask', id: 5, urls: null });
    inspector.say({ type: 'snapshot' });
    await settle();
    expect(inspector.told.find(({ type }) => type === 'answers')).toEqual({ type: 'answers', id: 5, answers: [{ frameId: TAB, answer: 'heard' }] });
  });

  it('says that all is told only when it is stored', async () => {
    const unfinished: (() => void)[] = [];
    let isSlow = true;
    const write = (): Promise<void> =>
      new Promise(resolve => {
        if (isSlow) unfinished.push(resolve);
        else resolve();
      });
    const { session, viewer } = await inspected({ store: { ...EMPTY, write } });
    session.put(exchange('a'));
    viewer.say({ type: 'sync' });
    await settle();
    expect(typesIn(viewer.told)).not.toContain('synced');
    isSlow = false;
    for (const finish of unfinished) finish();
    await settle();
    expect(typesIn(viewer.told).at(-1)).toBe('synced');
  });
});
