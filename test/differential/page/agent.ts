/** In a frame or a worker of any kind: makes the requests that the page sends, and answers each on its own port. */
import type { DemoRequest } from '../../demo/model.ts';
import { runRequest } from '../../demo/page/run-request.ts';

interface Sent extends Event {
  readonly data: DemoRequest;
  readonly ports: readonly MessagePort[];
  /** A service worker's. */
  waitUntil?(promise: Promise<unknown>): void;
}

const answer = (event: Event): void => {
  const { data, ports } = event as Sent;
  const done = runRequest(data).then(outcome => ports[0]?.postMessage(outcome));
  (event as Sent).waitUntil?.(done);
};

addEventListener('message', answer);
// A shared worker's.
addEventListener('connect', event => {
  const [port] = (event as MessageEvent).ports;
  if (port) port.onmessage = answer;
});
