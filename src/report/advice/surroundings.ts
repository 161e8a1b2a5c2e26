/** What the other requests of a recording tell of the server that answered one of them. */

import { endpointOf } from '../endpoint.ts';
import type { Judged } from '../failure.ts';
import { fieldLines } from '../headers.ts';
import { judgedHeaders } from './rule.ts';

export interface Surroundings {
  /** The origins, each once, that the endpoint of this URL was seen to name together with credentials. */
  readonly namedWithCredentials: (url: string) => readonly string[];
  /** Whether a page was seen to ask this URL's server for anything with its credentials. */
  readonly isAskedWithCredentials: (url: string) => boolean;
}

const SERVER = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;
const serverOf = (url: string): string => SERVER.exec(url)?.[0] ?? '';

export function surroundingsOf(exchanges: readonly Judged[]): Surroundings {
  const named = new Map<string, Set<string>>();
  const asked = new Set<string>();
  for (const { exchange, verdict } of exchanges) {
    const last = exchange.hops.at(-1);
    if (last === undefined || verdict.mode.value !== 'cors') continue;
    if (verdict.credentials.value === 'include' && verdict.credentials.basis !== 'assumed') asked.add(serverOf(last.url));
    const headers = last.response === null ? [] : judgedHeaders(last.response);
    const [origin, ...others] = fieldLines(headers, 'access-control-allow-origin');
    const isOwn = origin === (verdict.hopOrigins.at(-1) ?? verdict.origin.value);
    if (origin === undefined || others.length > 0 || !isOwn || fieldLines(headers, 'access-control-allow-credentials')[0] !== 'true') continue;
    const endpoint = endpointOf(last.url);
    named.set(endpoint, (named.get(endpoint) ?? new Set()).add(origin));
  }
  return {
    namedWithCredentials: url => [...(named.get(endpointOf(url)) ?? [])],
    isAskedWithCredentials: url => asked.has(serverOf(url)),
  };
}
