/** In a service worker, which no page uses for its own requests: makes those that the page sends, and answers on their port. */
import type { DemoRequest } from '../model.ts';
import { runRequest } from './run-request.ts';

interface Asked extends Event {
  readonly data: DemoRequest;
  readonly ports: readonly MessagePort[];
  waitUntil(promise: Promise<unknown>): void;
}

addEventListener('message', event => {
  const { data, ports, waitUntil } = event as unknown as Asked;
  waitUntil.call(
    event,
    runRequest(data).then(outcome => ports[0]?.postMessage(outcome)),
  );
});
