/** A site of the test's own, whose every byte the test decides. */
import http from 'node:http';
import type { Socket } from 'node:net';
import { listenOnLoopback } from '../loopback.ts';

/** Room for the longest header that a test sends. */
const MAX_HEADER_BYTES = 1 << 20;

export interface Held {
  /** Resolves once the request is there. */
  readonly arrived: Promise<void>;
  /** Answers it. */
  release(answer: Buffer): void;
}

export interface Site {
  /** The origin of the pages. */
  readonly page: string;
  /** Another origin, and another site, of the same server. */
  readonly api: string;
  /** The page's origin under another host name below localhost. */
  at(name: string): string;
  /** From now on every request for this path (without its query) gets this answer. What has none gets a 404 without CORS headers. */
  answer(path: string, answer: Buffer): void;
  /** The next request for this path waits. */
  hold(path: string): Held;
  /** `METHOD /path` of every request so far. */
  readonly requests: readonly string[];
  close(): void;
}

/** A whole answer; header lines as they stand, one character a byte. */
export const answer = (status: number, lines: readonly string[] = [], body = ''): Buffer =>
  Buffer.from(
    [`HTTP/1.1 ${status} Said`, ...lines, `Content-Length: ${body.length}`, 'Cache-Control: no-store', 'Connection: close', '', body].join('\r\n'),
    'latin1',
  );

export const html = (content: string, lines: readonly string[] = []): Buffer =>
  answer(200, ['Content-Type: text/html; charset=utf-8', ...lines], `<!doctype html><link rel="icon" href="data:,">${content}`);

/** The same answer, of which the browser may keep a copy, and the page with it for the way back. */
export const cacheable = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replace('Cache-Control: no-store\r\n', ''), 'latin1');

export const createSite = async (): Promise<Site> => {
  const answers = new Map<string, Buffer>([['/', html('<title>A page</title>')]]);
  const held = new Map<string, (socket: Socket) => void>();
  const requests: string[] = [];
  const server = http.createServer({ maxHeaderSize: MAX_HEADER_BYTES }, ({ method, url = '/', socket }) => {
    const path = url.replace(/\?.*/s, '');
    requests.push(`${method} ${path}`);
    const hold = held.get(path);
    held.delete(path);
    if (hold) hold(socket);
    else socket.end(answers.get(path) ?? answer(404));
  });
  const { port, close } = await listenOnLoopback(server);
  return {
    page: `http://localhost:${port}`,
    api: `http://127.0.0.1:${port}`,
    at: name => `http://${name}.localhost:${port}`,
    answer: (path, bytes) => void answers.set(path, bytes),
    hold: path => {
      let release: Held['release'] = () => undefined;
      const arrived = new Promise<void>(resolve => {
        held.set(path, socket => {
          release = bytes => void socket.end(bytes);
          resolve();
        });
      });
      return { arrived, release: bytes => release(bytes) };
    },
    requests,
    close,
  };
};
