/** In a dedicated worker: makes the requests that the page sends, and answers each with its outcome. */
import type { DemoRequest } from '../model.ts';
import { runRequest } from './run-request.ts';

addEventListener('message', event => {
  void runRequest(event.data as DemoRequest).then(outcome => postMessage(outcome));
});
