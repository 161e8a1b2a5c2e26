/** What the page, its frames and its worker do. Functions are sent as source text: they see nothing of this module. */
import type { PlannedRequest } from './plan.ts';

/** A URL stands in the place of the target's number. */
export type Asked = Pick<PlannedRequest, 'method' | 'headers' | 'abortAfterMs'> & { readonly url: string };

interface UnderWay {
  /** Each resolves when its request has ended in one way or the other. */
  readonly ends: readonly Promise<void>[];
  /**
   * Resolves once the browser knows of every request; most are in flight still. What one page asks for goes its way in turn:
   * when it has itself again, asked for last, all that it asked for before is known.
   */
  readonly areKnown: Promise<unknown>;
}

/** Asks for all at once. `givesUpEarly`: without waiting until all are known. */
const askAll = (all: readonly Asked[], givesUpEarly: boolean): UnderWay => {
  const controllers = all.map(() => new AbortController());
  const ends = all.map(async ({ url, method, headers }, index) => {
    // Firefox lets identical GETs wait for the cache's one entry, and lets them go on in an order that nothing tells.
    const cache = method === 'GET' ? 'no-store' : 'default';
    const signal = controllers[index]?.signal ?? null;
    const init: RequestInit = { method, cache, headers: Object.fromEntries(headers.map(name => [name, '1'])), signal };
    await fetch(url, init).then(
      response => response.text().catch(() => undefined),
      () => undefined,
    );
  });
  const areKnown = fetch(location.href, { cache: 'no-store' }).then(response => response.text());
  Promise.resolve(givesUpEarly ? undefined : areKnown).then(() => {
    for (const [index, { abortAfterMs }] of all.entries()) if (abortAfterMs !== null) setTimeout(() => controllers[index]?.abort(), abortAfterMs);
  });
  return { ends, areKnown };
};

/** What frames and the worker are made of: they ask for whatever comes over the port that they are given. */
export const HELPER_SOURCE = `
const askAll = ${askAll};
onmessage = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => Promise.all(askAll(data.asked, data.givesUpEarly).ends).then(() => port.postMessage('done'));
  port.postMessage('ready');
};`;

/** For a script element of the page: what `askFromEverywhere` calls. */
export const PAGE_SOURCE = `globalThis.askAll = ${askAll};`;

export interface AskedElsewhere {
  readonly kind: 'frame' | 'worker';
  /** Of the frame's document or the worker's script. */
  readonly url: string;
  readonly asked: readonly Asked[];
}

/**
 * In the page: opens frames and worker, and has all ask at once. The worker asks after the page: webRequest does not tell the
 * two apart, the order does. `givesUpEarly`: what a page gives up may be something that the browser does not know of yet.
 */
export const askFromEverywhere = async (own: readonly Asked[], others: readonly AskedElsewhere[], givesUpEarly: boolean): Promise<void> => {
  const next = (port: MessagePort): Promise<unknown> => new Promise(resolve => port.addEventListener('message', resolve, { once: true }));
  const open = async ({ kind, url }: AskedElsewhere): Promise<MessagePort> => {
    const { port1, port2 } = new MessageChannel();
    const isReady = next(port1);
    port1.start();
    if (kind === 'worker') new Worker(url).postMessage(null, [port2]);
    else {
      const frame = document.createElement('iframe');
      frame.src = url;
      frame.onload = () => frame.contentWindow?.postMessage(null, '*', [port2]);
      document.body.append(frame);
    }
    await isReady;
    return port1;
  };
  const ports = await Promise.all(others.map(open));
  const page = globalThis as unknown as { askAll(all: readonly Asked[], givesUpEarly: boolean): UnderWay };
  const { ends, areKnown } = page.askAll(own, givesUpEarly);
  const doneElsewhere = others.map(async ({ kind, asked }, index) => {
    if (kind === 'worker') await areKnown;
    const port = ports[index] as MessagePort;
    port.postMessage({ asked, givesUpEarly });
    await next(port);
  });
  await Promise.all([...ends, ...doneElsewhere]);
};
