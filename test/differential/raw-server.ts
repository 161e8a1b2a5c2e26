/** Servers on plain sockets, with TLS or without: every byte of an answer is the test's own, and every byte of a request may be anything. */
import net from 'node:net';
import tls from 'node:tls';
import { type Listening, listenOnLoopback } from '../loopback.ts';

/** The head of a request as it came, one character a byte. */
export interface RawRequest {
  readonly method: string;
  /** The request target. */
  readonly target: string;
  /** Names in lower case; of several lines the last. */
  readonly headers: ReadonlyMap<string, string>;
}

/** The bytes to answer with, one character each; the connection is closed behind them. */
export type Answerer = (request: RawRequest) => string;

export interface Certificate {
  /** PEM text. */
  readonly key: Buffer;
  readonly cert: Buffer;
}

const END_OF_HEAD = '\r\n\r\n';
/** RFC 8446, 5.1: the content type of a record that begins a handshake. */
const TLS_HANDSHAKE = '\x16';

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
const serve = (socket: net.Socket, answer: Answerer): void => {
  socket.on('error', () => socket.destroy());
  socket.setEncoding('latin1');
  let received = '';
  let isAnswered = false;
  socket.on('data', (text: string) => {
    received += text;
    // Whoever asks a plain server over TLS waits for it to say something.
    if (received.startsWith(TLS_HANDSHAKE)) socket.destroy();
    const end = received.indexOf(END_OF_HEAD);
    if (isAnswered || end < 0) return;
    const request = parseHead(received.slice(0, end));
    if (received.length < end + END_OF_HEAD.length + Number(request.headers.get('content-length') ?? 0)) return;
    isAnswered = true;
    socket.end(answer(request), 'latin1');
  });
};

/** On a free port. Rejects where the machine does not have the address. */
export const openRawServer = async (answer: Answerer, host: string, certificate: Certificate | null = null): Promise<Listening> => {
  const server = certificate === null ? net.createServer() : tls.createServer({ ...certificate, ALPNProtocols: ['http/1.1'] });
  server.on(certificate === null ? 'connection' : 'secureConnection', (socket: net.Socket) => serve(socket, answer));
  return listenOnLoopback(server, host);
};
