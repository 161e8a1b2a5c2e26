import { describe, expect, it } from 'vitest';
import { type Connectable, createLine } from '../../src/link/line.ts';
import { createThrottle } from '../../src/throttle.ts';

/** A background that can be stopped. */
const background = () => {
  const ports: { readonly sent: unknown[]; say: (message: unknown) => void; hangUp: () => void }[] = [];
  const connect = (): Connectable => {
    const sent: unknown[] = [];
    let onMessage = (_: unknown): void => {};
    let onDisconnect = (): void => {};
    ports.push({ sent, say: message => onMessage(message), hangUp: () => onDisconnect() });
    return {
      post: message => sent.push(message),
      onMessage: listener => {
        onMessage = listener;
      },
      onDisconnect: listener => {
        onDisconnect = listener;
      },
      disconnect: () => {},
    };
  };
  return { ports, connect };
};

describe('a line', () => {
  it('says hello again on every new connection', () => {
    const { ports, connect } = background();
    const line = createLine<string, string>({ connect });
    line.onOpen(() => line.send('hello'));
    ports[0]?.say('snapshot');
    ports[0]?.hangUp();
    expect(ports.map(({ sent }) => sent)).toEqual([['hello'], ['hello']]);
  });

  it('waits before it connects again to a background that says nothing', () => {
    const { ports, connect } = background();
    const postponed: (() => void)[] = [];
    const line = createLine<string, string>({ connect, later: run => postponed.push(run) });
    line.onOpen(() => {});
    ports[0]?.hangUp();
    expect([ports.length, postponed.length]).toEqual([1, 1]);
    postponed[0]?.();
    expect(ports.length).toBe(2);
  });

  it('is closed for good once the extension is gone', () => {
    let calls = 0;
    const line = createLine<string, string>({
      connect: () => {
        calls++;
        throw new Error('Extension context invalidated.');
      },
    });
    line.onOpen(() => {});
    line.send('x');
    expect(calls).toBe(1);
  });

  it('does not connect again after it was closed', () => {
    const { ports, connect } = background();
    const line = createLine<string, string>({ connect });
    line.onOpen(() => {});
    ports[0]?.say('x');
    line.close();
    ports[0]?.hangUp();
    expect(ports.length).toBe(1);
  });
});

describe('a throttle', () => {
  it('runs at once, then once for all the calls of a while', () => {
    let runs = 0;
    const postponed: (() => void)[] = [];
    const call = createThrottle(
      () => runs++,
      50,
      run => postponed.push(run),
    );
    call();
    call();
    call();
    expect(runs).toBe(1);
    postponed.shift()?.();
    expect(runs).toBe(2);
    postponed.shift()?.();
    expect(runs).toBe(2);
  });
});
