/** What an answer says of having been kept. */
import type { ResponseSeen } from '../../model.ts';
import { fieldOf, judgedHeaders, listOf } from '../read.ts';

export const allowOriginOf = (answer: ResponseSeen | null): string | null => fieldOf(answer, 'access-control-allow-origin');

/** Whether a cache between browser and server gave it, or may have. */
export const isFromSharedCache = (answer: ResponseSeen | null): boolean =>
  Number(fieldOf(answer, 'age') ?? 0) > 0 ||
  ['x-cache', 'x-cache-status', 'cf-cache-status', 'x-proxy-cache', 'x-varnish-cache'].some(name => /\bhit\b/i.test(fieldOf(answer, name) ?? '')) ||
  /^\d+ \d+$/.test(fieldOf(answer, 'x-varnish') ?? '');

/** Whether caches are told to keep apart what differs by Origin. */
export const namesOrigin = (answer: ResponseSeen | null): boolean =>
  listOf(judgedHeaders(answer), 'vary').some(name => name === '*' || name.toLowerCase() === 'origin');
