import { describe, expect, it } from 'vitest';
import { createHub, type Hub } from '../../src/link/hub.ts';
import type { FromBackground } from '../../src/link/protocol.ts';
import type { Exchange } from '../../src/model.ts';
import { createSession, type Session } from '../../src/session.ts';
import { createPairing } from '../../src/watch/pair.ts';
import { event } from '../watch/events.ts';

const TAB = 1;

const exchange = (id: string): Exchange => {
  const [begun] = createPairing({ linesKnown: true }).observe(event('started', id, { tabId: TAB }));
  if (begun === undefined) throw new Error('no exchange');
  return begun;
};

/** A hub with an inspector of one tab; `onChange` is what happens at a change. */
const inspected = async (onChange: (hub: Hub) => void) => {
  const told: FromBackground[] = [];
  const hub: Hub = createHub({ session: () => session, now: () => 0, onChange: () => onChange(hub), onTabs: () => {}, onRequest: () => {} });
  const session: Session = createSession({ readAll: async () => ({}), write: async () => {}, remove: async () => {} }, hub);
  let say = (_: unknown): void => {};
  hub.accept({
    post: message => void told.push(message as FromBackground),
    onMessage: listener => {
      say = listener;
    },
    onDisconnect: () => {},
    disconnect: () => {},
  });
  const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
  say({ type: 'hello', role: 'inspector', tabId: TAB });
  await settle();
  told.length = 0;
  return { hub, session, told };
};
const changesIn = (told: readonly FromBackground[]) =>
  told.flatMap(message => (message.type === 'exchanges' ? [[message.changed.map(({ id }) => id), message.removed]] : []));

describe('the hub', () => {
  it('tells of a change that comes alone, however soon it is to tell', async () => {
    const { session, told } = await inspected(hub => hub.flush());
    session.put(exchange('a'));
    expect(changesIn(told)).toEqual([[['a'], []]]);
    session.discard(exchange('a'));
    expect(changesIn(told)).toEqual([
      [['a'], []],
      [[], ['a']],
    ]);
  });

  it('tells each change once, the newest only', async () => {
    const { hub, session, told } = await inspected(() => {});
    for (const id of ['a', 'b', 'a']) session.put(exchange(id));
    hub.flush();
    hub.flush();
    expect(changesIn(told)).toEqual([[['a', 'b'], []]]);
  });

  it('begins anew once the log was cleared, however soon it is to tell', async () => {
    const { session, told } = await inspected(hub => hub.flush());
    session.put(exchange('a'));
    told.length = 0;
    session.clear(TAB, Number.MAX_SAFE_INTEGER);
    expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(['reset', 'ready']));
    expect(changesIn(told)).toEqual([]);
  });
});
