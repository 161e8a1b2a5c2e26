/** In the page: has requests made by the page itself, its frames and its workers. */
import type { DemoRequest } from '../../demo/model.ts';
import { type Outcome, runRequest } from '../../demo/page/run-request.ts';
import type { Client } from '../asked.ts';

/** One request, and what comes before it; `over`: what to ask for in between. */
export interface Task {
  readonly from: Client;
  readonly before: DemoRequest | null;
  readonly over: string;
  /** How long to wait before the request is made, in milliseconds. */
  readonly waitMs: number;
  readonly request: DemoRequest;
}

type Send = (request: DemoRequest, ports: readonly MessagePort[]) => void;

/** An element or a beacon that nobody tells how it ended is given up after so many milliseconds. */
const GIVEN_UP_MS = 10_000;

const loadFrame = (url: string, sandbox: string | null): Promise<Send> =>
  new Promise(resolve => {
    const frame = document.createElement('iframe');
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.addEventListener('load', () => resolve((request, ports) => frame.contentWindow?.postMessage(request, '*', [...ports])));
    frame.src = url;
    document.body.append(frame);
  });

const startServiceWorker = async (script: string, scope: string): Promise<ServiceWorker | null> => {
  const registration = await navigator.serviceWorker.register(script, { scope });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  await new Promise<void>(resolve => {
    const check = (): void => {
      if (worker?.state === 'activated') resolve();
    };
    worker?.addEventListener('statechange', check);
    check();
  });
  return worker;
};

/** The origins of the frames that are not the page's own. */
export type Frames = Readonly<Record<'cross-site-frame' | 'public-frame', string>>;

const open = async (from: Client, frames: Frames): Promise<Send> => {
  switch (from) {
    case 'cross-site-frame':
    case 'public-frame':
      return loadFrame(`${frames[from]}/frame`, null);
    case 'sandboxed-frame':
      return loadFrame('/frame', 'allow-scripts');
    case 'worker': {
      const worker = new Worker('/agent.js');
      return (request, ports) => worker.postMessage(request, [...ports]);
    }
    case 'shared-worker': {
      const { port } = new SharedWorker('/agent.js');
      return (request, ports) => port.postMessage(request, [...ports]);
    }
    case 'controlled-frame':
      await startServiceWorker('/controller.js', '/controlled/');
      return loadFrame('/controlled/frame', null);
    case 'service-worker': {
      const worker = await startServiceWorker('/agent.js', '/nowhere/');
      return (request, ports) => worker?.postMessage(request, [...ports]);
    }
    case 'page':
      return (request, ports) => void runRequest(request).then(outcome => ports[0]?.postMessage(outcome));
  }
};

const opened = new Map<Client, Promise<Send>>();
const ask = async (from: Client, request: DemoRequest): Promise<Outcome | null> => {
  const send = await opened.get(from);
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    const end = (outcome: Outcome | null): void => {
      clearTimeout(late);
      port1.close();
      resolve(outcome);
    };
    const late = setTimeout(() => end(null), GIVEN_UP_MS);
    port1.onmessage = ({ data }) => end(data as Outcome);
    send?.(request, [port2]);
  });
};

/** Starts all that will ask. */
const start = async (all: readonly Client[], frames: Frames): Promise<void> => {
  for (const from of all) opened.set(from, open(from, frames));
  await Promise.all(opened.values());
};

/** Has the browser keep a cookie, and a name and password, for each server. */
const fillJars = async (origins: readonly string[], cookiePath: string, passwordPath: string): Promise<void> => {
  const enter = (url: string): Promise<void> =>
    new Promise(resolve => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', url, true, 'name', 'password');
      xhr.withCredentials = true;
      xhr.onloadend = () => resolve();
      xhr.send();
    });
  await Promise.all(
    origins.flatMap(origin => [fetch(origin + cookiePath, { credentials: 'include' }).catch(() => undefined), enter(origin + passwordPath)]),
  );
};

/** Has all tasks done, `width` at once. null for what nobody told the end of. */
const askAll = async (tasks: readonly Task[], width: number): Promise<readonly (Outcome | null)[]> => {
  const outcomes: (Outcome | null)[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < tasks.length) {
      const index = next++;
      const { from, before, over, waitMs, request } = tasks[index] as Task;
      if (before !== null) {
        await ask(from, before);
        await fetch(over);
        await new Promise(resolve => setTimeout(resolve, waitMs));
      }
      outcomes[index] = await ask(from, request);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return outcomes;
};

export interface Clients {
  start: typeof start;
  fillJars: typeof fillJars;
  askAll: typeof askAll;
}
Object.assign(globalThis, { clients: { start, fillJars, askAll } satisfies Clients });
