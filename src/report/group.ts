import { createFailure, type JudgedFailure } from './failure.ts';
import { redactUrl } from './redact-text.ts';

/** Path segments that name one thing of many: a number, a UUID, a long run of hexadecimal digits. */
const ID_SEGMENT = /^(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)[0-9a-f]{12,})$/i;

/** A URL without its query and fragment and with `{id}` for each id of its path: what a server's developer calls the endpoint. */
export function endpointOf(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  const start = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(path)?.[0] ?? '';
  const segments = path
    .slice(start.length)
    .split('/')
    .map(segment => (ID_SEGMENT.test(segment) ? '{id}' : segment));
  return start + segments.join('/');
}

/**
 * The same for two failures that differ in nothing but time, the query or the ids of their paths, and the line of the
 * page that asked. Compares the evidence, not the words, which follow from it and may quote a URL.
 */
export function groupKey(judged: JudgedFailure): string {
  const { exchange, verdict, explanation } = judged;
  const { code, stage, request, cause, explanation: words } = createFailure(judged);
  return JSON.stringify([
    [code, stage, request.method, request.resourceType, verdict.origin.value, verdict.hopOrigins, verdict.mode.value, verdict.credentials],
    [cause.code, cause.confidence, words.responsible, verdict.outcome],
    verdict.preflightReasons,
    // Where the credentials mode is not known, what a request with them would have broken is evidence too.
    [verdict.engines.chromium, verdict.engines.firefox].map(({ readings }) => readings.map(reading => Object.values(reading).map(withoutIds))),
    verdict.failures.map(failure => Object.entries(failure).map(([name, value]) => [name, withoutIds(value)])),
    explanation.problems.map(({ header, received, expected }) => [header, withoutIds(received), withoutIds(expected)]),
    explanation.fix && [explanation.fix.statuses, explanation.fix.edits.map(edit => ({ ...edit, value: withoutIds(edit.value) }))],
    exchange.hops.map(({ url, method, preflights, response }) => [
      endpointOf(url),
      method,
      preflights.map(preflight => [preflight.response?.status, preflight.error]),
      [response?.status, response?.fromCache],
    ]),
  ]);
}

/** Evidence is a field's value or a URL; only a URL has ids. */
function withoutIds(value: unknown): unknown {
  return typeof value === 'string' && /^(?:[a-z][a-z0-9+.-]*:\/)?\//i.test(value) ? endpointOf(value) : value;
}

/** Made of what the failure is and not of when it was seen, so that two reports of it agree; it tells no secret of the URL. */
export function failureId({ code, request }: ReturnType<typeof createFailure>): string {
  return `${code}-${hash([code, request.method, redactUrl(endpointOf(request.url)), request.origin].join('\n'))}`;
}

/** FNV-1a, 32 bits, over UTF-16 code units: short and stable; nothing rests on its being hard to invert. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
