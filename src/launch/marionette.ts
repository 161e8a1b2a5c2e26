/**
 * A small client of Marionette, Firefox's own remote protocol over TCP. A message is its length in bytes, a colon, and
 * JSON: `[0, id, command, parameters]` there, `[1, id, error, result]` back, and one greeting object at the start.
 */
import net from 'node:net';

export type MarionetteReply = readonly [type: 1, id: number, error: { readonly error: string; readonly message: string } | null, result: unknown];

const COLON = 0x3a;
/** Digits of a length: a longer one is no Marionette. */
const LENGTH_DIGITS = 10;

export const encodeMessage = (message: unknown): Buffer => {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`${body.length}:`), body]);
};

/** Takes the bytes as they come, cut anywhere, and gives the whole messages among them. Throws on bytes that are no message. */
export const createDecoder = (): ((chunk: Buffer) => readonly unknown[]) => {
  let pending = Buffer.alloc(0);
  return chunk => {
    pending = Buffer.concat([pending, chunk]);
    const messages: unknown[] = [];
    for (;;) {
      const colon = pending.indexOf(COLON);
      const digits = pending.subarray(0, colon < 0 ? undefined : colon).toString('latin1');
      if (digits.length > LENGTH_DIGITS || !/^\d*$/.test(digits) || (colon >= 0 && digits === '')) {
        throw new Error('Marionette sent something that is not a message.');
      }
      if (colon < 0 || pending.length < colon + 1 + Number(digits)) return messages;
      const end = colon + 1 + Number(digits);
      messages.push(JSON.parse(pending.subarray(colon + 1, end).toString()));
      pending = pending.subarray(end);
    }
  };
};

export interface Marionette {
  /** Commands are answered one after the other. Rejects with Firefox's own error, or when the connection ends. */
  send(command: string, parameters?: object): Promise<unknown>;
  close(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Connects to a Firefox that listens on that port of this machine. */
export const connectMarionette = async (port: number): Promise<Marionette> => {
  const waiting = new Map<number, Waiting>();
  const decode = createDecoder();
  let lastId = 0;
  let ended: Error | null = null;
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });

  const receive = (message: unknown): void => {
    if (!Array.isArray(message)) return; // the greeting
    const [, id, error, result] = message as unknown as MarionetteReply;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === null) call?.resolve(result);
    else call?.reject(new Error(`${error.error}: ${error.message}`));
  };
  const end = (error: Error): void => {
    ended ??= error;
    for (const call of waiting.values()) call.reject(ended);
    waiting.clear();
    socket.destroy();
  };
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of decode(chunk)) receive(message);
    } catch (error) {
      end(error as Error);
    }
  });
  socket.on('close', () => end(new Error('The connection to Firefox has ended.')));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', end);

  return {
    send: (command, parameters = {}) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended);
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        socket.write(encodeMessage([0, lastId, command, parameters]));
      }),
    close: () => end(new Error('The connection to Firefox was closed.')),
  };
};
