/** Whether the extension gave every preflight to the request that caused it. */
import type { SentRequest } from '../../src/launch/traffic.ts';
import type { Exchange } from '../../src/model.ts';
import { grouped } from '../../src/watch/grouped.ts';

export interface Pairs {
  /** Requests of the page, its frames and its worker that the browser knows of. */
  readonly requests: number;
  readonly preflights: number;
  /** One line each: a request with other preflights than its own, or an exchange that is no request of the page. */
  readonly mistakes: readonly string[];
}

/** A preflight with the hop that it is for. */
const describe = (id: string, url: string): string => `${id} for ${url}`;
const preflightsOf = ({ hops }: Exchange): readonly string[] =>
  hops.flatMap(({ url, preflights }) => preflights.map(({ requestId }) => describe(requestId, url)));

const show = (preflights: readonly string[]): string => (preflights.length === 0 ? 'none' : preflights.join(', '));

/** `sent`: in webRequest's terms. */
export const comparePairs = (sent: readonly SentRequest[], exchanges: readonly Exchange[]): Pairs => {
  const requests = new Map<string, SentRequest>();
  // Of a redirect chain, the first is what was asked for.
  for (const request of sent) if (request.preflightOf === null && !requests.has(request.id)) requests.set(request.id, request);
  const preflights = sent.filter(({ preflightOf }) => preflightOf !== null);
  const owned = grouped(preflights, ({ preflightOf }) => preflightOf);
  const recorded = new Map(exchanges.map(exchange => [exchange.id, exchange]));
  const mistakes: string[] = [];
  for (const [id, { method, url }] of requests) {
    const exchange = recorded.get(id);
    const own = (owned.get(id) ?? []).map(preflight => describe(preflight.id, preflight.url)).toSorted();
    const given = exchange === undefined ? [] : preflightsOf(exchange).toSorted();
    if (exchange === undefined) mistakes.push(`${id} ${method} ${url} was not recorded`);
    else if (String(own) !== String(given))
      mistakes.push(`${id} ${method} ${url} (${exchange.error ?? exchange.state}) has ${show(given)} in place of ${show(own)}`);
  }
  for (const { id, hops, error, state } of exchanges) {
    if (!requests.has(id)) mistakes.push(`${id} ${hops[0]?.method} ${hops[0]?.url} (${error ?? state}) is no request of the page's`);
  }
  return { requests: requests.size, preflights: preflights.length, mistakes };
};
