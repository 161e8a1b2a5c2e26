/** Servers on plain sockets: every byte of an answer is the test's own, and every byte of a request may be anything. */
import net from 'node:net';

/** The head of a request as it came, one character a byte. */
export interface RawRequest {
  readonly method: string;
  /** The request target. */
  readonly target: string;
  /** Names in lower case; of several lines the last. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface RawServer {
  readonly port: number;
  close(): void;
}

/** The bytes to answer with, one character each; null to cut the connection instead. */
export type Answerer = (request: RawRequest) => string | null;

const END_OF_HEAD = '\r\n\r\n';

const parseHead = (head: string): RawRequest => {
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers = new Map(
    lines.map(line => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { method, target, headers };
};

/** Each connection carries one request: what is wrong with an answer then harms no other. */
export const openRawServer = async (answer: Answerer): Promise<RawServer> => {
  const sockets = new Set<net.Socket>();
  const server = net.createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setEncoding('latin1');
    let received = '';
    let isAnswered = false;
    socket.on('data', (text: string) => {
      received += text;
      const end = received.indexOf(END_OF_HEAD);
      if (isAnswered || end < 0) return;
      const request = parseHead(received.slice(0, end));
      if (received.length < end + END_OF_HEAD.length + Number(request.headers.get('content-length') ?? 0)) return;
      isAnswered = true;
      const bytes = answer(request);
      if (bytes === null) socket.destroy();
      else socket.end(bytes, 'latin1');
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as net.AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};
