/** A page, and the other origin that it asks: small answers that it may read, over connections that are kept. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWER } from './traffic.ts';

/** More than the browser's six connections to one host, so that all of them are always busy. */
const CONCURRENCY = 12;

export interface Site {
  /** The page asks that many times, each time for another URL, as soon as it is loaded. */
  pageUrl(requests: number): string;
  close(): void;
}

/** What the page tells when it has read the last answer. */
export interface PageGlobals {
  /** Milliseconds from the first request until the last answer was read. */
  readonly elapsed: Promise<number>;
}

const page = (otherOrigin: string, requests: number): string => `<!doctype html>
<meta charset="utf-8">
<title>A page with ${requests} requests</title>
<script>
  const ask = async number => (await fetch('${otherOrigin}/v1/orders/' + number)).text();
  globalThis.elapsed = (async () => {
    const started = performance.now();
    let next = 0;
    const askOn = async () => {
      while (next < ${requests}) await ask(next++);
    };
    await Promise.all(Array.from({ length: ${CONCURRENCY} }, askOn));
    return performance.now() - started;
  })();
</script>`;

const listen = async (listener: http.RequestListener): Promise<{ readonly server: http.Server; readonly port: number }> => {
  // A connection that sleeps between two rounds is not to be closed under the browser's hands.
  const server = http.createServer({ keepAliveTimeout: 0 }, listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
};

export const startSite = async (): Promise<Site> => {
  const body = '{"id":1,"state":"sent"}';
  const headers = { ...ANSWER, 'content-length': String(body.length), 'access-control-allow-origin': '*' };
  const other = await listen((_, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
  const own = await listen((request, response) => {
    const requests = Number(new URL(request.url ?? '', 'http://page.invalid').searchParams.get('requests'));
    response.setHeader('content-type', 'text/html');
    response.end(page(`http://localhost:${other.port}`, requests));
  });
  return {
    pageUrl: requests => `http://127.0.0.1:${own.port}/?requests=${requests}`,
    close: () => {
      for (const { server } of [own, other]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
};
