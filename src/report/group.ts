import { answerKey } from './answer-key.ts';
import { endpointOf, withoutIds } from './endpoint.ts';
import { createFailure, type JudgedFailure } from './failure.ts';
import { redactUrl } from './redact-text.ts';

/**
 * The same for two failures that differ in nothing but time, the query or the ids of their paths, and the line of the
 * page that asked. Compares the evidence, not the words, which follow from it and may quote a URL.
 */
export function groupKey(judged: JudgedFailure): string {
  const { exchange, verdict, explanation } = judged;
  const { code, stage, request, cause, explanation: words } = createFailure(judged);
  return JSON.stringify([
    answerKey(exchange, verdict),
    [code, stage, request.resourceType, verdict.hopOrigins, verdict.mode.value, verdict.credentials],
    [cause.code, cause.confidence, words.responsible, verdict.outcome],
    verdict.preflightReasons,
    // Where the credentials mode is not known, what a request with them would have broken is evidence too.
    [verdict.engines.chromium, verdict.engines.firefox].map(({ readings }) => readings.map(reading => Object.values(reading).map(withoutIds))),
    explanation.problems.map(({ header, received, expected }) => [header, withoutIds(received), withoutIds(expected)]),
    explanation.fix && [explanation.fix.statuses, explanation.fix.edits.map(edit => ({ ...edit, value: withoutIds(edit.value) }))],
    exchange.hops.map(({ response }) => response?.fromCache),
  ]);
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
