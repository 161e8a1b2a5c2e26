import type { Exchange, Hop } from '../src/model.ts';

/** What the page asked for. */
export function firstHop(exchange: Exchange): Hop {
  const [hop] = exchange.hops;
  if (hop === undefined) throw new TypeError('an exchange without a hop');
  return hop;
}
