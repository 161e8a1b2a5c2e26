import type { Exchange, Verdict } from '../model.ts';
import { endpointOf, withoutIds } from './endpoint.ts';

/**
 * The same for two exchanges that broke the same rules in the same way at the same endpoints, whoever may mend it: what is
 * wrong and where, without what is found out only after the end (`Exchange.log`, `Exchange.timing`) or follows from it. It
 * needs no explanation, so that thousands are grouped in a moment.
 */
export function answerKey({ hops }: Exchange, { origin, failures }: Verdict): string {
  return JSON.stringify([
    origin.value,
    failures.map(failure => Object.entries(failure).map(([name, value]) => [name, withoutIds(value)])),
    hops.map(({ url, method, preflights, response }) => [
      endpointOf(url),
      method,
      preflights.map(preflight => [preflight.response?.status, preflight.error]),
      response?.status,
    ]),
  ]);
}
