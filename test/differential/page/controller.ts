/** A service worker that controls a frame: does with each request what its URL says. */
import type { Handling } from '../asked.ts';

interface Fetched extends Event {
  readonly request: Request;
  respondWith(response: Response | Promise<Response>): void;
}

const HANDLERS: Readonly<Record<Handling, (event: Fetched) => void>> = {
  leaves: () => {},
  fetches: event => event.respondWith(fetch(event.request)),
  'fetches-opaque': event => event.respondWith(fetch(event.request.url, { mode: 'no-cors', credentials: 'include' })),
  'makes-up': event => event.respondWith(new Response('made up')),
  fails: event => event.respondWith(Response.error()),
};

addEventListener('fetch', event => {
  const fetched = event as Fetched;
  const handling = /\/x\d+\/0-([a-z-]+)$/.exec(fetched.request.url)?.[1] as Handling | undefined;
  if (handling !== undefined) HANDLERS[handling](fetched);
});
