/** Has a request made where its case wants it: here, in a worker, or in a frame. */
import type { DemoRequest, Place } from '../model.ts';
import { type Outcome, runRequest } from './run-request.ts';

const SERVICE_WORKER_SCOPE = '/service-worker/';

interface FrameSource {
  /** The frame's origin. */
  readonly origin: string;
  readonly query: string;
  /** The `sandbox` attribute; null for none. */
  readonly sandbox: string | null;
}

/** The origins of the demo's servers, by role. */
export type Origins = Readonly<Record<string, string>>;

const frameOf = (place: Place, origins: Origins): FrameSource | null => {
  const at = (role: string, query = '', sandbox: string | null = null): FrameSource => ({ origin: origins[role] ?? '', query, sandbox });
  switch (place) {
    case 'sandboxed-frame':
      return at('page', '', 'allow-scripts');
    case 'same-site-frame':
      return at('other');
    case 'csp-frame':
      return at('page', '?csp');
    case 'secure-frame':
      return at('secure');
    case 'public-frame':
      return at('public');
    case 'bare-frame':
      return at('bare');
    default:
      return null;
  }
};

const runInWorker = (request: DemoRequest): Promise<Outcome> =>
  new Promise(resolve => {
    const worker = new Worker('/worker.js');
    worker.addEventListener('message', event => {
      worker.terminate();
      resolve(event.data as Outcome);
    });
    worker.postMessage(request);
  });

const activeWorker = async (): Promise<ServiceWorker> => {
  const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: SERVICE_WORKER_SCOPE });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (worker === null) throw new Error('The service worker was not registered.');
  if (worker.state !== 'activated')
    await new Promise<void>(resolve =>
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') resolve();
      }),
    );
  return worker;
};

const runInServiceWorker = async (request: DemoRequest): Promise<Outcome> => {
  const worker = await activeWorker();
  return new Promise(resolve => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', event => {
      channel.port1.close();
      resolve(event.data as Outcome);
    });
    channel.port1.start();
    worker.postMessage(request, [channel.port2]);
  });
};

/** Whether the browser accepts the server's certificate: a frame whose page it does not open says nothing to anybody. */
const canOpen = (origin: string): Promise<boolean> =>
  fetch(`${origin}/frame`, { mode: 'no-cors' }).then(
    () => true,
    () => false,
  );

const openFrame = (request: DemoRequest, source: FrameSource): Promise<Outcome> =>
  new Promise(resolve => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    if (source.sandbox !== null) frame.setAttribute('sandbox', source.sandbox);
    const end = (outcome: Outcome): void => {
      removeEventListener('message', onMessage);
      frame.remove();
      resolve(outcome);
    };
    const onMessage = (event: MessageEvent): void => {
      if (event.source !== frame.contentWindow) return;
      const { ready, outcome } = event.data as { readonly ready?: true; readonly outcome?: Outcome };
      if (ready) frame.contentWindow?.postMessage(request, '*');
      if (outcome !== undefined) end(outcome);
    };
    addEventListener('message', onMessage);
    frame.src = `${source.origin}/frame${source.query}`;
    document.body.append(frame);
  });

const runInFrame = async (request: DemoRequest, source: FrameSource): Promise<Outcome> => {
  if (source.origin.startsWith('https:') && !(await canOpen(source.origin)))
    return { result: 'refused', detail: `This browser does not accept the certificate of ${source.origin}.` };
  return openFrame(request, source);
};

/** Never rejects for a request that fails. */
export const runAt = (request: DemoRequest, origins: Origins): Promise<Outcome> => {
  const frame = frameOf(request.from, origins);
  if (frame !== null) return runInFrame(request, frame);
  if (request.from === 'worker') return runInWorker(request);
  if (request.from === 'service-worker') return runInServiceWorker(request);
  return runRequest(request);
};
