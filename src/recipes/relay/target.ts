/** What the page asked for and has no leave to read: what every relay turns into configuration. */
import { parseUrl } from '../../cors/origin.ts';
import { factsOf } from '../../explain/facts.ts';
import { needsOwnBackEnd } from '../../explain/own-back-end.ts';
import { unsafeNamesOf } from '../../explain/remembered-preflight.ts';
import type { Exchange, Verdict } from '../../model.ts';

export interface RelayTarget {
  /** Of the third party's server: http or https. */
  readonly origin: string;
  /** Names of request headers, in lower case, that the page adds and the service has to be sent. */
  readonly headers: readonly string[];
}

/** The path of the page's own server below which it asks the other's. */
export const PREFIX = '/third-party';

/** Whether the page itself signs in to the service. Else a browser may have filled that in, for the page's own server. */
export const sendsAuthorization = ({ headers }: RelayTarget): boolean => headers.includes('authorization');

/** Nothing that means anything in any configuration, within quotes. */
const ORIGIN = /^https?:\/\/[a-z0-9._:[\]-]+$/;
const NAME = /^[a-z][a-z0-9-]*$/;

/** Where a relay is the cure: what it is for, and the URL that was asked for. Else null. */
export const relayTargetOf = (exchange: Exchange, verdict: Verdict): { readonly target: RelayTarget; readonly url: string } | null => {
  const facts = factsOf(exchange, verdict);
  const headers = [...new Set([...facts.askedHeaders, ...unsafeNamesOf(facts.hop.requestHeaders ?? [])])].filter(name => NAME.test(name));
  if (!needsOwnBackEnd(facts) || !ORIGIN.test(facts.target)) return null;
  return { target: { origin: facts.target, headers }, url: facts.hop.url };
};

/** What the page asks for instead: of its own server. */
export const relayedUrl = (url: string): string => {
  const { pathname = '', search = '' } = parseUrl(url) ?? {};
  return `${PREFIX}${pathname}${search}`;
};
