/** The connection was cut before the answer was whole. */
import type { CauseRule } from './cause.ts';

/** Errors of HTTP/2 and HTTP/3 themselves: mostly a connection that was broken off, now and then an answer that breaks their rules. */
export const isOfProtocol = (error: string): boolean => /HTTP2_PROTOCOL|QUIC|GOAWAY|HTTP3/.test(error);

export const connectionCut = {
  code: 'connection-cut',
  kind: 'network',
  find: ({ failure }) => (failure.code !== 'connection-lost' ? null : isOfProtocol(failure.error) ? 'likely' : 'certain'),
} as const satisfies CauseRule;
