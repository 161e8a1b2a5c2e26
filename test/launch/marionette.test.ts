import net, { type AddressInfo, type Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectMarionette, createDecoder, encodeMessage } from '../../src/launch/marionette.ts';

describe('the framing', () => {
  it.each([
    { message: [0, 1, 'A', {}], bytes: '12:[0,1,"A",{}]' },
    { message: 'ü', bytes: '4:"ü"' },
  ])('counts bytes, not characters: $bytes', ({ message, bytes }) => {
    expect(encodeMessage(message).toString()).toBe(bytes);
  });

  it('reads what it writes, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.array(fc.nat(200), { maxLength: 10 }), (messages, cuts) => {
        const sent = JSON.parse(JSON.stringify(messages));
        const all = Buffer.concat(sent.map(encodeMessage));
        const places = [0, ...cuts.map(cut => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
        const decode = createDecoder();
        const read = places.slice(1).flatMap((place, index) => decode(all.subarray(places[index], place)));
        expect(read).toEqual(sent);
      }),
    );
  });

  it.each(['x', ':{}', '12a', 'HTTP/1.1 400 Bad Request', '12345678901'])('refuses %j', bytes => {
    expect(() => createDecoder()(Buffer.from(bytes))).toThrow('not a message');
  });
});

/** A Firefox that answers each command as it is told. */
const createServer = async (answer: (id: number, socket: Socket) => void) => {
  const server = net.createServer(socket => {
    const decode = createDecoder();
    socket.write(encodeMessage({ applicationType: 'gecko', marionetteProtocol: 3 }));
    // A client that goes with bytes unread resets the connection.
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      for (const message of decode(chunk)) answer((message as [number, number])[1], socket);
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
};

describe('connectMarionette', () => {
  it('gives each command its own answer', async () => {
    const held: (() => void)[] = [];
    const server = await createServer((id, socket) => {
      held.unshift(() => socket.write(encodeMessage([1, id, null, `answer ${id}`])));
      if (held.length === 2) for (const reply of held) reply();
    });
    const client = await connectMarionette(server.port);
    expect(await Promise.all([client.send('A'), client.send('B')])).toEqual(['answer 1', 'answer 2']);
    client.close();
    server.close();
  });

  it.each<{ title: string; answer: (id: number, socket: Socket) => void; message: string }>([
    {
      title: "Firefox's own error",
      answer: (id, socket) => socket.write(encodeMessage([1, id, { error: 'timeout', message: 'too slow' }, null])),
      message: 'timeout: too slow',
    },
    { title: 'a connection that ends', answer: (_id, socket) => socket.destroy(), message: 'has ended' },
    { title: 'what is no message', answer: (_id, socket) => socket.write('nonsense'), message: 'not a message' },
  ])('rejects with $title', async ({ answer, message }) => {
    const server = await createServer(answer);
    const client = await connectMarionette(server.port);
    await expect(client.send('A')).rejects.toThrow(message);
    client.close();
    server.close();
  });

  it('rejects once it is closed', async () => {
    const server = await createServer(() => undefined);
    const client = await connectMarionette(server.port);
    client.close();
    await expect(client.send('A')).rejects.toThrow('was closed');
    server.close();
  });

  it('rejects where nobody listens', async () => {
    const server = await createServer(() => undefined);
    server.close();
    await expect(connectMarionette(server.port)).rejects.toThrow('ECONNREFUSED');
  });
});
