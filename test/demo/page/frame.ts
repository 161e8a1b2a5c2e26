/** In a frame: makes the one request that its parent sends, and answers with the outcome. */
import type { DemoRequest } from '../model.ts';
import { runRequest } from './run-request.ts';

addEventListener('message', event => {
  if (event.source !== parent) return;
  const request = event.data as DemoRequest;
  void runRequest(request).then(outcome => parent.postMessage({ outcome }, '*'));
});
parent.postMessage({ ready: true }, '*');
