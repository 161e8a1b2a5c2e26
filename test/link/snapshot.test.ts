/** How a long snapshot reaches those that connect. */
import { describe, expect, it } from 'vitest';
import { createHub, type Hub } from '../../src/link/hub.ts';
import { EXCHANGES_PER_MESSAGE, type FromBackground } from '../../src/link/protocol.ts';
import type { Exchange } from '../../src/model.ts';
import { createSession, type Session } from '../../src/session.ts';
import { exchange } from '../panel/fixtures.ts';

const TAB = 1;
const CHUNKS = 5;

const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
const at = (index: number): Exchange => exchange(String(index), { tabId: TAB });
const messagesIn = (told: readonly FromBackground[]): readonly unknown[] =>
  told.map(message => (message.type === 'exchanges' ? [message.changed.length, ...message.removed] : message.type));

/** A tab with as many exchanges as fill that many chunks, and one that connects in that role. */
const connected = async (role: 'inspector' | 'viewer') => {
  const hub: Hub = createHub({
    session: () => session,
    ready: () => session.ready,
    ask: async tabId => [{ frameId: tabId, answer: 'heard' }],
    now: () => 0,
    isInDoubt: () => false,
    onChange: () => {},
    trial: () => ({ trial: null, ended: null }),
    onTabs: () => {},
    onRequest: () => {},
  });
  const session: Session = createSession({ readAll: async () => ({}), write: async () => {}, remove: async () => {} }, hub);
  await session.ready;
  session.start(TAB, 0);
  for (let index = 0; index < CHUNKS * EXCHANGES_PER_MESSAGE; index++) session.put(at(index));
  hub.flush();
  const told: FromBackground[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  hub.accept({
    post: message => void told.push(message as FromBackground),
    onMessage: listener => void listeners.push(listener),
    onDisconnect: () => {},
    disconnect: () => {},
  });
  /** What it is told in answer. */
  const say = async (message: unknown): Promise<readonly FromBackground[]> => {
    told.length = 0;
    for (const listener of listeners) listener(message);
    await settle();
    return [...told];
  };
  const first = await say({ type: 'hello', role, tabId: TAB });
  /** Asks for more until it has all. */
  const takeAll = async (): Promise<readonly FromBackground[]> => {
    const all: FromBackground[] = [];
    while (!all.some(({ type }) => type === 'ready')) all.push(...(await say({ type: 'more' })));
    return all;
  };
  return { hub, session, told, say, first, takeAll };
};

describe('a snapshot', () => {
  it('comes to a viewer as fast as it asks for more', async () => {
    const { first, say } = await connected('viewer');
    expect(messagesIn(first)).toEqual(['reset', [EXCHANGES_PER_MESSAGE], [EXCHANGES_PER_MESSAGE], 'trial']);
    expect(messagesIn(await say({ type: 'more' }))).toEqual([[EXCHANGES_PER_MESSAGE]]);
  });

  it('is whole, in the order in which the requests began', async () => {
    const { first, takeAll } = await connected('viewer');
    const ids = [...first, ...(await takeAll())].flatMap(message => (message.type === 'exchanges' ? message.changed.map(({ id }) => id) : []));
    expect(ids).toEqual(Array.from({ length: CHUNKS * EXCHANGES_PER_MESSAGE }, (_, index) => String(index)));
  });

  it('has no more once it is whole', async () => {
    const { say, takeAll } = await connected('viewer');
    await takeAll();
    expect(await say({ type: 'more' })).toEqual([]);
  });

  it('comes to an inspector at once', async () => {
    const { say } = await connected('inspector');
    expect(messagesIn(await say({ type: 'snapshot' }))).toEqual(['reset', ...Array.from({ length: CHUNKS }, () => [EXCHANGES_PER_MESSAGE]), 'ready']);
  });

  it('ends with what changed while it was on its way', async () => {
    const { hub, session, told, takeAll } = await connected('viewer');
    told.length = 0;
    session.put(at(0));
    session.discard(at(1));
    hub.flush();
    expect(messagesIn(told)).toEqual(['recording']);
    expect(messagesIn(await takeAll()).slice(-3)).toEqual([[0, '1'], [1], 'ready']);
  });

  it('begins anew when the log is cleared meanwhile', async () => {
    const { hub, session, told } = await connected('viewer');
    told.length = 0;
    session.clear(TAB, 1);
    hub.flush();
    expect(messagesIn(told)).toEqual(['reset', 'ready']);
  });
});
