/** What the demo's servers answer: the demo's own files, and each case as its data says. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { serialize } from './answer.ts';
import { applyFix } from './edit.ts';
import type { DemoFile } from './files.ts';
import { fillAll } from './fill.ts';
import type { Handler } from './listen.ts';
import type { Answer, DemoCase, DemoFix, Role } from './model.ts';

export interface Routes {
  readonly handle: Handler;
  setFix(id: string, fix: DemoFix | null): void;
}

const CASE_PATH = /^\/case\/([a-z0-9-]+)(?:\/hop\/([0-9]+))?$/;

const NOT_FOUND: Answer = { status: 404, headers: [], body: 'json' };

/** A base for reading paths; its origin is never used. */
const ANY_BASE = 'http://demo.invalid';

const sendFile = (socket: Socket, file: DemoFile, headers: Readonly<Record<string, string>> = {}): void => {
  const lines = Object.entries({
    'Content-Type': file.type,
    'Content-Length': String(file.bytes.length),
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...headers,
  });
  socket.write(`HTTP/1.1 200 OK\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  socket.end(file.bytes);
};

const sendJson = (socket: Socket, data: unknown): void => sendFile(socket, { type: 'application/json', bytes: Buffer.from(JSON.stringify(data)) });

const sendAnswer = (socket: Socket, answer: Answer): void => {
  if (answer === 'never') return;
  if (answer === 'cut') socket.destroy();
  else socket.end('raw' in answer ? Buffer.from(answer.raw, 'latin1') : serialize(answer));
};

const isPreflight = (request: IncomingMessage): boolean =>
  request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;

const isConditional = (request: IncomingMessage): boolean => request.headers['if-none-match'] !== undefined;

/** The runs that have come, and whoever waits for one that has not. */
const createArrivals = () => {
  const seen = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  return {
    add: (key: string): void => {
      seen.add(key);
      for (const go of waiting.get(key) ?? []) go();
      waiting.delete(key);
    },
    wait: (key: string, go: () => void): void => {
      if (seen.has(key)) go();
      else waiting.set(key, [...(waiting.get(key) ?? []), go]);
    },
  };
};

/** `cases` have the demo's origins filled in already. */
export const createRoutes = (cases: readonly DemoCase[], origins: ReadonlyMap<Role, string>, files: ReadonlyMap<string, DemoFile>): Routes => {
  const byId = new Map(cases.map(each => [each.id, each]));
  const fixes = new Map<string, DemoFix>();
  const arrived = createArrivals();

  const answerCase = (request: IncomingMessage, url: URL, socket: Socket, id: string, hop: number): void => {
    const run = url.searchParams.get('run') ?? '';
    const found = byId.get(id);
    const fix = fixes.get(id);
    const answers = found === undefined ? undefined : (fix === undefined ? found.answers : applyFix(found.answers, fix))[hop];
    if (answers === undefined) {
      sendAnswer(socket, NOT_FOUND);
      return;
    }
    arrived.add(`${id} ${run}`);
    const plain: Answer = isConditional(request) ? (answers.revalidation ?? answers.request) : answers.request;
    const answer: Answer = isPreflight(request) ? (answers.preflight ?? { status: 501, headers: [], body: 'none' }) : plain;
    sendAnswer(socket, fillAll(answer, new Map([['run', run]])));
  };

  const frameHeaders = (url: URL): Record<string, string> =>
    url.searchParams.get('csp') === null ? {} : { 'Content-Security-Policy': "connect-src 'none'" };

  const pageData = JSON.stringify({
    cases: cases.map(({ id, group, title, does, request, needs }) => ({ id, group, title, does, request, needs })),
    origins: Object.fromEntries(origins),
  });
  const dataScript: DemoFile = { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(`globalThis.demoData = ${pageData};`) };

  const handle: Handler = (_role, request, socket) => {
    const url = new URL(request.url ?? '/', ANY_BASE);
    const [, id, hop] = CASE_PATH.exec(url.pathname) ?? [];
    const file = files.get(url.pathname);
    if (id !== undefined) answerCase(request, url, socket, id, Number(hop ?? 0));
    else if (url.pathname === '/data.js') sendFile(socket, dataScript);
    else if (url.pathname === '/arrived') arrived.wait(`${url.searchParams.get('id')} ${url.searchParams.get('run')}`, () => sendJson(socket, true));
    else if (file === undefined) sendAnswer(socket, NOT_FOUND);
    else sendFile(socket, file, url.pathname === '/frame' ? frameHeaders(url) : {});
  };

  return {
    handle,
    setFix: (id, fix) => {
      if (!byId.has(id)) throw new Error(`The demo has no case ${id}.`);
      if (fix === null) fixes.delete(id);
      else fixes.set(id, fix);
    },
  };
};
