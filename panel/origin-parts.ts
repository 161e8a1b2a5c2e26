/** Two origins side by side: what the question whether they differ comes down to. */
import { originOfUrl, parseUrl } from '../src/cors/origin.ts';
import { difference } from '../src/explain/facts.ts';
import type { Exchange, Verdict } from '../src/model.ts';

export type OriginPart = 'scheme' | 'host' | 'port';

export interface OriginParts {
  /** Without its colon. */
  readonly scheme: string;
  readonly host: string;
  /** Written out; "" where the scheme knows none. */
  readonly port: string;
  /** Whether the address leaves the port out. */
  readonly isDefaultPort: boolean;
}

/** https://url.spec.whatwg.org/#special-scheme */
const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443', ftp: '21' };

/** null for "null", which has no parts. */
export function partsOf(origin: string): OriginParts | null {
  const url = parseUrl(origin);
  if (url === null) return null;
  const scheme = url.protocol.slice(0, -1);
  return { scheme, host: url.hostname, port: url.port || (DEFAULT_PORTS[scheme] ?? ''), isDefaultPort: url.port === '' };
}

export interface OriginComparison {
  /** Serialized; "null" where the page has no origin of its own. */
  readonly page: string;
  /** Of the server that answered where the exchange stopped; else of the last one. */
  readonly server: string;
  /** A default port that is another only because the scheme is does not count. */
  readonly differs: readonly OriginPart[];
  /** Whether the browser says "null" in place of the page's origin, after redirects. */
  readonly isTainted: boolean;
}

/** The two origins that matter: whose page asks, and which server decided. */
export function compareOrigins({ hops }: Exchange, { origin, hopOrigins, failures }: Verdict): OriginComparison {
  const index = Math.min(failures[0]?.hop ?? hops.length - 1, hops.length - 1);
  const page = origin.value;
  const server = originOfUrl(hops[index]?.url ?? '');
  return { page, server, differs: difference(page, server), isTainted: page !== 'null' && hopOrigins[index] === 'null' };
}
