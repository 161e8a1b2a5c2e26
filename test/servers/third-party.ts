/** A service that is not the reader's: it knows nothing of CORS, and keeps what it was asked. */
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { listenOnLoopback } from '../loopback.ts';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface ThirdParty {
  readonly origin: string;
  /** All but preflights. */
  readonly asked: readonly Asked[];
  close(): void;
}

/** What it answers, packed, with a cookie of its own, and the leave that it gives to one page of its own. */
export const ANSWER = '{"from":"a third party"}';
const HEADERS = {
  'Content-Type': 'application/json',
  'Content-Encoding': 'gzip',
  'Set-Cookie': 'third=1; Path=/',
  'Access-Control-Allow-Origin': 'https://app.example',
  'X-Total': '3',
};

export const startThirdParty = async (): Promise<ThirdParty> => {
  const asked: Asked[] = [];
  const server = http.createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const chunks = await request.setEncoding('utf8').toArray();
    if (method !== 'OPTIONS') asked.push({ method, url, headers, body: chunks.join('') });
    if (method === 'OPTIONS') response.writeHead(404).end();
    else if (url === '/empty') response.writeHead(204).end();
    else response.writeHead(200, HEADERS).end(gzipSync(ANSWER));
  });
  const { port, close } = await listenOnLoopback(server);
  return { origin: `http://127.0.0.1:${port}`, asked, close };
};
