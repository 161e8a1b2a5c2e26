/** Whom the page had better ask by way of its own server: one that is not the reader's to configure. */
import { isLoopbackHost, isPerhapsSameSite, parseUrl } from '../cors/origin.ts';
import type { Facts } from './facts.ts';
import { recordOf } from './failures.ts';

/** Two names of one site, this very machine, or a name that is kept for tests (RFC 6761, 6.2): a server that the reader most likely runs. */
const isOwnServer = ({ page, target }: Facts): boolean => {
  const hostname = parseUrl(target)?.hostname ?? null;
  return hostname === null || isPerhapsSameSite(page, target) || isLoopbackHost(hostname) || hostname.endsWith('.test');
};

export const needsOwnBackEnd = (facts: Facts): boolean => recordOf(facts.failure).isCors && !isOwnServer(facts);
