/** The servers: a page with its frames and its worker, and the URLs that they ask for. */
import http from 'node:http';
import { type Listening, listenOnLoopback } from '../loopback.ts';
import { HELPER_SOURCE, PAGE_SOURCE } from './ask.ts';
import { type Fate, type Plan, type Requester, TARGETS } from './plan.ts';

/** Every answer bears another value of it, so that the two who saw the same answer can be found. */
export const MARK = 'X-Mark';

/** Origins that the URLs are spread over: a browser opens no more than six connections to each. */
const SERVERS = 4;

export interface PairingSite {
  /** Where each of them stands. The page's is what to open. */
  readonly requesters: Readonly<Record<Requester, string>>;
  readonly targets: readonly string[];
  /** From now on messages have the fates of this plan. */
  play(plan: Plan): void;
  close(): void;
}

const PATHS: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/': { type: 'text/html', text: `<!doctype html><link rel="icon" href="data:,"><title>Pairing</title><script>${PAGE_SOURCE}</script>` },
  '/frame': { type: 'text/html', text: `<!doctype html><link rel="icon" href="data:,"><script>${HELPER_SOURCE}</script>` },
  '/worker.js': { type: 'text/javascript', text: HELPER_SOURCE },
};

const ALLOWED = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'PUT, DELETE, PATCH, GET, OPTIONS',
  'Access-Control-Allow-Headers': 'x-a, x-b, x-c',
  // Every one is sent.
  'Access-Control-Max-Age': '0',
};

/** One after the other, and from the start again. */
const endlessly = <T>(items: readonly T[]): (() => T) => {
  let next = 0;
  return () => items[next++ % items.length] as T;
};

const listen = (answer: http.RequestListener): Promise<Listening> => listenOnLoopback(http.createServer(answer));

export const openPairingSite = async (): Promise<PairingSite> => {
  let marks = 0;
  let nextPreflight: () => Fate = () => ({ does: 'cut', delayMs: 0 });
  let nextRequest = nextPreflight;
  let targets: readonly string[] = [];

  /**
   * Servers send on to later ones alone: Chromium keeps a redirect's connection until the preflight of its target is through,
   * and redirects that hold all connections while they wait for one another would wait for ever.
   */
  const later = (server: number, target: number): string | undefined => {
    const all = targets.filter((_, index) => index % SERVERS > server);
    return all[target % all.length];
  };

  const finish = (server: number, fate: Fate, isPreflight: boolean, request: http.IncomingMessage, response: http.ServerResponse): void => {
    if (fate.does === 'cut') {
      request.socket.destroy();
      return;
    }
    // A connection of its own for each: what is cut harms no other, and nothing is sent again behind everybody's back.
    const fields = { [MARK]: String(++marks), 'Cache-Control': 'no-store', Connection: 'close' };
    const ok = isPreflight ? 204 : 200;
    switch (fate.does) {
      case 'allow':
        response.writeHead(ok, { ...ALLOWED, ...fields });
        break;
      case 'refuse':
        response.writeHead(ok, fields);
        break;
      case 'fail':
        response.writeHead(403, isPreflight ? { ...ALLOWED, ...fields } : fields);
        break;
      case 'redirect': {
        const location = later(server, fate.target);
        response.writeHead(location === undefined ? ok : 307, { ...ALLOWED, ...fields, ...(location === undefined ? {} : { Location: location }) });
      }
    }
    response.end(isPreflight ? undefined : 'x');
  };

  const page = await listen(({ url = '' }, response) => {
    const { type, text } = PATHS[url] ?? { type: 'text/plain', text: '' };
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
  });
  const servers: Listening[] = [];
  for (let index = 0; index < SERVERS; index++) {
    servers.push(
      await listen((request, response) => {
        const isPreflight = request.headers['access-control-request-method'] !== undefined;
        const fate = isPreflight ? nextPreflight() : nextRequest();
        setTimeout(() => finish(index, fate, isPreflight, request, response), fate.delayMs);
      }),
    );
  }
  targets = Array.from({ length: TARGETS }, (_, index) => `http://127.0.0.1:${servers[index % SERVERS]?.port}/${index}`);
  const at = (host: string, path: string): string => `http://${host}:${page.port}${path}`;
  return {
    requesters: {
      page: at('localhost', '/'),
      frame: at('localhost', '/frame'),
      'other-frame': at('other.localhost', '/frame'),
      worker: at('localhost', '/worker.js'),
    },
    targets,
    play: ({ preflightFates, requestFates }) => {
      nextPreflight = endlessly(preflightFates);
      nextRequest = endlessly(requestFates);
    },
    close: () => {
      for (const server of [page, ...servers]) server.close();
    },
  };
};
