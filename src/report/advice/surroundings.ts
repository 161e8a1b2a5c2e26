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

export interface GrowingSurroundings extends Surroundings {
  /** Takes what an exchange tells, and gives the places (see `placesOf`) whose other exchanges may now deserve another word. */
  learn(judged: Judged): readonly string[];
}

const SERVER = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;
const serverOf = (url: string): string => SERVER.exec(url)?.[0] ?? '';

/** The server and the endpoint that answered last: what one tells of them counts for all. */
export function placesOf({ exchange }: Judged): readonly string[] {
  const url = exchange.hops.at(-1)?.url ?? '';
  return [serverOf(url), endpointOf(url)];
}

/** The one origin that the last answer named together with credentials; null where it named none, or another than was asked. */
function namedOrigin({ exchange, verdict }: Judged): string | null {
  const response = exchange.hops.at(-1)?.response ?? null;
  const headers = response === null ? [] : judgedHeaders(response);
  const [origin, ...others] = fieldLines(headers, 'access-control-allow-origin');
  const isOwn = origin === (verdict.hopOrigins.at(-1) ?? verdict.origin.value);
  if (origin === undefined || others.length > 0 || !isOwn) return null;
  return fieldLines(headers, 'access-control-allow-credentials')[0] === 'true' ? origin : null;
}

export function createSurroundings(): GrowingSurroundings {
  const named = new Map<string, Set<string>>();
  const asked = new Set<string>();
  return {
    namedWithCredentials: url => [...(named.get(endpointOf(url)) ?? [])],
    isAskedWithCredentials: url => asked.has(serverOf(url)),
    learn(judged) {
      const { mode, credentials } = judged.verdict;
      const [server = '', endpoint = ''] = placesOf(judged);
      const grown: string[] = [];
      if (mode.value !== 'cors') return grown;
      if (credentials.value === 'include' && credentials.basis !== 'assumed' && !asked.has(server)) {
        asked.add(server);
        grown.push(server);
      }
      const origin = namedOrigin(judged);
      if (origin === null) return grown;
      const origins = named.get(endpoint) ?? new Set();
      named.set(endpoint, origins.add(origin));
      if (origins.size > 1) grown.push(endpoint);
      return grown;
    },
  };
}

export function surroundingsOf(exchanges: readonly Judged[]): Surroundings {
  const surroundings = createSurroundings();
  for (const judged of exchanges) surroundings.learn(judged);
  return surroundings;
}
