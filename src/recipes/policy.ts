/** What a server has to allow for a request to get through: what every recipe turns into configuration. */
import { isCorsSafelistedMethod } from '../cors/safelist.ts';
import { originAt } from '../explain/fix.ts';
import { fieldOf, judgedHeaders, listOf } from '../explain/read.ts';
import { unsafeNamesOf } from '../explain/remembered-preflight.ts';
import { simulate } from '../explain/simulate.ts';
import type { Exchange, Fix, ResponseSeen, Verdict } from '../model.ts';

export interface Policy {
  /** Serialized origins that may ask; here the one of the page. Never "null" and never "*". */
  readonly origins: readonly string[];
  /** What may be asked with besides GET, HEAD and POST, as the page writes it. */
  readonly methods: readonly string[];
  /** Names of request headers that are not safelisted (Fetch, CORS-safelisted request-header). */
  readonly headers: readonly string[];
  /** Names of response headers that the page may read; "*" among them, which means all to requests without credentials. */
  readonly exposed: readonly string[];
  readonly credentials: boolean;
}

/** How long a browser may keep the answer to a preflight, in seconds: as long as Chromium keeps any. */
export const MAX_AGE = 7200;

/** Nothing that means anything in any configuration, within quotes. */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9._:[\]-]+$/;
const NAME = /^[A-Za-z][A-Za-z0-9-]*$/;

/** A list of names, without what stands for all of them. */
const namesIn = (response: ResponseSeen | null, field: string): readonly string[] =>
  listOf(judgedHeaders(response), field).filter(name => name !== '*');

/** The hops whose answers the fix changes, in order. */
export const changedHops = ({ edits, statuses }: Fix): readonly number[] =>
  [...new Set([...edits, ...statuses].map(({ hop }) => hop))].sort((a, b) => a - b);

/**
 * What the server of the answers at a hop (of the first that the fix changes unless told otherwise) has to allow. null where
 * no configuration of CORS can say it: it is not told the page's origin, is asked with names that nobody should write into a
 * configuration or with a method in lower case (which packages take for the other), or has to redirect elsewhere.
 */
export const policyOf = (exchange: Exchange, verdict: Verdict, fix: Fix, at: number = changedHops(fix)[0] ?? 0): Policy | null => {
  const simulated = simulate(exchange, fix);
  const hop = simulated.hops[at];
  if (hop === undefined) return null;
  const origin = originAt(simulated, verdict, at);
  if (!ORIGIN.test(origin) || fix.edits.some(({ name }) => name.toLowerCase() === 'location')) return null;
  const preflight = hop.preflights.at(-1) ?? null;
  // A browser that remembers the leave of an earlier preflight sends none: then the request itself tells.
  const wanted =
    preflight?.requestHeaders == null ? unsafeNamesOf(hop.requestHeaders ?? []) : listOf(preflight.requestHeaders, 'access-control-request-headers');
  const methods = [...new Set([...namesIn(preflight?.response ?? null, 'access-control-allow-methods'), hop.method])].filter(
    method => !isCorsSafelistedMethod(method),
  );
  const headers = [...new Set([...namesIn(preflight?.response ?? null, 'access-control-allow-headers'), ...wanted])];
  const named = namesIn(hop.response, 'access-control-expose-headers');
  if (![...methods, ...headers, ...named].every(name => NAME.test(name)) || methods.some(method => method !== method.toUpperCase())) return null;
  const isAll = verdict.credentials.value !== 'include' && listOf(judgedHeaders(hop.response), 'access-control-expose-headers').includes('*');
  const exposed = isAll ? ['*', ...named] : named;
  const credentials = fieldOf(hop.response, 'access-control-allow-credentials') === 'true';
  return { origins: [origin], methods, headers, exposed, credentials };
};
