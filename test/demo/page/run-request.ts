/** Makes one request as a case says, in whatever page, frame or worker this runs. */
import type { DemoRequest, How, Result } from '../model.ts';

export interface Outcome {
  readonly result: Result;
  /** What the platform told the page; plain text. */
  readonly detail: string;
}

type Run = (request: DemoRequest) => Promise<Outcome>;

const readable = (detail: string): Outcome => ({ result: 'readable', detail });
const refused = (detail: string): Outcome => ({ result: 'refused', detail });

const describe = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

const initOf = (request: DemoRequest): RequestInit => ({
  method: request.method,
  headers: request.headers.map(({ name, value }): [string, string] => [name, value]),
  body: request.body,
  mode: request.mode,
  credentials: request.credentials,
  redirect: request.redirect,
});

const runFetch = async (request: DemoRequest, init = initOf(request)): Promise<Outcome> => {
  try {
    const response = await fetch(request.url, init);
    if (response.type === 'opaque') return readable('opaque: it was sent, and the page may not look inside');
    const text = await response.text();
    return readable(`status ${response.status}, ${text.length} characters`);
  } catch (error) {
    return refused(describe(error));
  }
};

const runKeepalive: Run = request => runFetch(request, { ...initOf(request), keepalive: true });

/** The server tells, on a request of its own, when it has the request that is to be called off. */
const runAbort: Run = async request => {
  const controller = new AbortController();
  const url = new URL(request.url);
  const ended = fetch(request.url, { ...initOf(request), signal: controller.signal }).then(
    response => readable(`status ${response.status}`),
    (error: unknown): Outcome => ({ result: 'cancelled', detail: describe(error) }),
  );
  await fetch(`/arrived?id=${url.pathname.split('/')[2]}&run=${url.searchParams.get('run')}`);
  controller.abort();
  return ended;
};

const runXhr =
  (hasUploadListener: boolean): Run =>
  request =>
    new Promise(resolve => {
      const xhr = new XMLHttpRequest();
      xhr.open(request.method, request.url);
      xhr.withCredentials = request.credentials === 'include';
      for (const { name, value } of request.headers) xhr.setRequestHeader(name, value);
      if (hasUploadListener) xhr.upload.addEventListener('progress', () => {});
      xhr.addEventListener('load', () => resolve(readable(`status ${xhr.status}, ${xhr.responseText.length} characters`)));
      xhr.addEventListener('error', () => resolve(refused('an error event, and status 0')));
      xhr.send(request.body);
    });

/** What `crossorigin` is set to; null where the element has none. */
const crossOriginOf = ({ mode, credentials }: DemoRequest): string | null => {
  if (mode === 'no-cors') return null;
  return credentials === 'include' ? 'use-credentials' : 'anonymous';
};

const runElement =
  (create: (url: string) => HTMLElement & { crossOrigin: string | null }, start: (element: HTMLElement, url: string) => void): Run =>
  request =>
    new Promise(resolve => {
      const element = create(request.url);
      element.crossOrigin = crossOriginOf(request);
      const end = (outcome: Outcome): void => {
        element.remove();
        resolve(outcome);
      };
      element.addEventListener('load', () => end(readable('a load event')));
      element.addEventListener('error', () => end(refused('an error event')));
      start(element, request.url);
    });

const appendToHead = (element: HTMLElement): void => {
  document.head.append(element);
};

const runImage = runElement(
  () => new Image(),
  (element, url) => {
    (element as HTMLImageElement).src = url;
  },
);

const runScript = (type: string): Run =>
  runElement(url => Object.assign(document.createElement('script'), { type, src: url, async: true }), appendToHead);

const runStylesheet = runElement(url => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }), appendToHead);

/** As a fetch would ask, so that a later fetch finds it. */
const runPreload = runElement(url => Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href: url }), appendToHead);

const runFont: Run = async request => {
  try {
    await new FontFace('demo', `url(${JSON.stringify(request.url)})`).load();
    return readable('the font was loaded');
  } catch (error) {
    return refused(describe(error));
  }
};

const runEventSource: Run = request =>
  new Promise(resolve => {
    const source = new EventSource(request.url, { withCredentials: request.credentials === 'include' });
    const end = (outcome: Outcome): void => {
      source.close();
      resolve(outcome);
    };
    source.addEventListener('message', () => end(readable('a message event')));
    source.addEventListener('error', () => end(refused('an error event')));
  });

/** None, or that of a redirect which Firefox does not follow. */
const REFUSED_STATUSES: ReadonlySet<number> = new Set([0, 301, 302, 303, 307, 308]);

/** A page is never told what became of a beacon. Its Resource Timing entry tells when it ended and, under CORS, how. */
const runBeacon: Run = request =>
  new Promise(resolve => {
    const observer = new PerformanceObserver(list => {
      const entry = list.getEntriesByName(request.url).find(each => each instanceof PerformanceResourceTiming);
      if (entry === undefined) return;
      observer.disconnect();
      if (request.mode === 'no-cors') resolve(readable('sent; no answer is expected'));
      else resolve((REFUSED_STATUSES.has(entry.responseStatus) ? refused : readable)(`its timing entry has status ${entry.responseStatus}`));
    });
    observer.observe({ type: 'resource' });
    const type = request.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'text/plain';
    navigator.sendBeacon(request.url, new Blob([request.body ?? ''], { type }));
  });

const runNavigation: Run = request =>
  new Promise(resolve => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.addEventListener('load', () => {
      frame.remove();
      resolve(readable('a load event; the page may not look inside'));
    });
    frame.src = request.url;
    document.body.append(frame);
  });

const runWebSocket: Run = request =>
  new Promise(resolve => {
    const socket = new WebSocket(request.url.replace(/^http/, 'ws'));
    socket.addEventListener('open', () => {
      socket.close();
      resolve(readable('an open event'));
    });
    socket.addEventListener('close', ({ code }) => resolve(refused(`a close event with code ${code}`)));
  });

const RUNS: Readonly<Record<How, Run>> = {
  fetch: request => runFetch(request),
  keepalive: runKeepalive,
  abort: runAbort,
  xhr: runXhr(false),
  'xhr-upload': runXhr(true),
  image: runImage,
  script: runScript(''),
  module: runScript('module'),
  stylesheet: runStylesheet,
  preload: runPreload,
  font: runFont,
  'event-source': runEventSource,
  beacon: runBeacon,
  navigation: runNavigation,
  websocket: runWebSocket,
};

/** Never rejects. Where the case asks several times, the last outcome counts. */
export const runRequest = async (request: DemoRequest): Promise<Outcome> => {
  for (let time = 1; time < request.times; time++) await RUNS[request.how](request);
  return RUNS[request.how](request);
};
