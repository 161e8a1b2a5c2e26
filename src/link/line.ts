/** A line over a port that connects again by itself whenever the browser has stopped the worker at its other end. */
import type { Line } from './protocol.ts';

/** What a line needs of a port: see `connectPort`. */
export interface Connectable {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
  disconnect(): void;
}

/** How long to wait, in milliseconds, before connecting again to a background that hung up without a word. */
const RETRY_MS = 1_000;

interface LineOptions {
  /** Throws where the extension was reloaded or removed: the line is then closed for good. */
  readonly connect: () => Connectable;
  readonly later?: (run: () => void, milliseconds: number) => void;
}

/**
 * Connects when the first `onOpen` listener is there, and again after every disconnection. Messages sent while there is
 * no connection are lost, on purpose: every connection begins anew with a whole snapshot.
 */
export const createLine = <Out, In>({ connect, later = setTimeout }: LineOptions): Line<Out, In> => {
  const openListeners: (() => void)[] = [];
  const messageListeners: ((message: In) => void)[] = [];
  let port: Connectable | null = null;
  let isClosed = false;

  const open = (): void => {
    if (isClosed) return;
    let isAnswered = false;
    let current: Connectable;
    try {
      current = connect();
    } catch {
      isClosed = true;
      return;
    }
    port = current;
    current.onMessage(message => {
      isAnswered = true;
      for (const listener of messageListeners) listener(message as In);
    });
    current.onDisconnect(() => {
      port = null;
      if (isAnswered) open();
      else later(open, RETRY_MS);
    });
    for (const listener of openListeners) listener();
  };

  return {
    send: message => port?.post(message),
    onMessage: listener => {
      messageListeners.push(listener);
    },
    onOpen: listener => {
      openListeners.push(listener);
      if (port) listener();
      else open();
    },
    close: () => {
      isClosed = true;
      port?.disconnect();
      port = null;
    },
  };
};
