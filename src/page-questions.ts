import type { RepeatableRequest } from './model.ts';

/**
 * What is asked of the inspected page. Each function is sent there as text: it sees its arguments and the page's own
 * globals, nothing of this module. What a page answers may be anything.
 */

/** Its URL, when its document began to load, the URL whose answer it is, and whether a service worker controls it. */
export const readDocument = (): readonly unknown[] => {
  let controller: unknown = null;
  try {
    controller = navigator.serviceWorker?.controller;
  } catch {
    // A page without an origin may not ask.
  }
  return [location.href, performance.timeOrigin, performance.getEntriesByType('navigation')[0]?.name ?? null, Boolean(controller)];
};

/** Its Resource Timing entries of these URLs: of each the URL, when it began, `responseStatus` and `initiatorType`. */
export const readTimings = (urls: readonly string[]): readonly (readonly unknown[])[] => {
  const wanted = new Set(urls);
  return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name }) => wanted.has(name))
    .map(({ name, startTime, responseStatus, initiatorType }) => [name, performance.timeOrigin + startTime, responseStatus, initiatorType]);
};

/** Has it make a request once more, as its own code would. Nobody waits for the answer: it is seen as all others are. */
export const askAgain = ({ url, credentials, headers }: RepeatableRequest): null => {
  const fields = headers.map(({ name, value }): [string, string] => [name, value]);
  fetch(url, { credentials, headers: fields, cache: 'no-store' }).catch(() => undefined);
  return null;
};
