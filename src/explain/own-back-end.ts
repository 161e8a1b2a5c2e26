/** Whom the page had better ask by way of its own server: one that is not the reader's to configure. */
import { isPerhapsSameSite, parseUrl } from '../cors/origin.ts';
import type { Facts } from './facts.ts';
import { recordOf } from './failures.ts';

const LOOPBACK = /^(?:localhost|.*\.localhost|127\..*|\[::1\]|.*\.test)$/;

/** Two names of one site, or this very machine: a server that the reader most likely runs. */
const isOwnServer = ({ page, target }: Facts): boolean => {
  const hostname = parseUrl(target)?.hostname ?? null;
  return hostname === null || isPerhapsSameSite(page, target) || LOOPBACK.test(hostname);
};

export const needsOwnBackEnd = (facts: Facts): boolean => recordOf(facts.failure).isCors && !isOwnServer(facts);
