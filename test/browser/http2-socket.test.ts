/** WebSockets over HTTP/2 (RFC 8441), whose handshake is a CONNECT that a 200 answers: one that opens is no failure, one that is refused is. */
import fs from 'node:fs';
import http2 from 'node:http2';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { demoFolder } from '../demo/root.ts';
import { type Listening, listenOnLoopback } from '../loopback.ts';
import { ENGINES, launchExtension } from './launch-extension.ts';
import { until } from './until.ts';

const certificate = (name: string): Buffer => fs.readFileSync(path.join(demoFolder(), 'certificate', `accepted-${name}.pem`));
const PAGE = '<!doctype html><link rel="icon" href="data:,"><title>A page</title>';

/** `handshakes` takes the path of each that came over HTTP/2. */
const openServer = (handshakes: string[]): Promise<Listening> => {
  const server = http2.createSecureServer({ key: certificate('key'), cert: certificate('certificate'), settings: { enableConnectProtocol: true } });
  server.on('sessionError', () => {});
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    stream.resume();
    if (headers[':protocol'] !== 'websocket') {
      stream.respond({ ':status': 200, 'content-type': 'text/html' });
      stream.end(PAGE);
      return;
    }
    handshakes.push(headers[':path'] ?? '');
    if (headers[':path'] === '/open') stream.respond({ ':status': 200 });
    else stream.respond({ ':status': 403 }, { endStream: true });
  });
  return listenOnLoopback(server);
};

/** In the page. It uses the connection that a request with the same credentials has made. */
const openSockets = async (server: string, paths: readonly string[]): Promise<readonly boolean[]> => {
  await fetch(`https://${server}/`, { mode: 'no-cors', credentials: 'include' });
  const isOpened = (each: string): Promise<boolean> =>
    new Promise(resolve => {
      const socket = new WebSocket(`wss://${server}${each}`);
      socket.addEventListener('open', () => resolve(true));
      socket.addEventListener('close', () => resolve(false));
    });
  return Promise.all(paths.map(isOpened));
};

describe.each(ENGINES)('a WebSocket over HTTP/2 in %s', engine => {
  const handshakes: string[] = [];
  let server: Listening;
  let browser: InspectedBrowser;
  beforeAll(async () => {
    server = await openServer(handshakes);
    const pem = certificate('certificate').toString();
    browser = await launchExtension(engine, {
      args: engine === 'chromium' ? ['--ignore-certificate-errors'] : [],
      acceptCertificates: ['localhost', '127.0.0.1'].map(host => ({ host, port: server.port, pem })),
    });
    await browser.open('about:blank');
    await browser.showTab();
    await browser.open(`https://localhost:${server.port}/`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('is a failure where it is refused, and none where it opens', async () => {
    const api = `127.0.0.1:${server.port}`;
    expect(await browser.inPage(openSockets, api, ['/open', '/refused'])).toEqual([true, false]);
    expect(handshakes.toSorted()).toEqual(['/open', '/refused']);
    const { failures } = await until(
      () => browser.report(),
      report => report.failures.length > 0,
    );
    expect(failures.map(({ code, request }) => [code, request.url])).toEqual([['websocket-refused', `wss://${api}/refused`]]);
  });
});
