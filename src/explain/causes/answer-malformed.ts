/** What came breaks the rules of HTTP. */
import type { CauseRule } from './cause.ts';

/** Errors of HTTP/2 and HTTP/3 themselves: a connection that was broken off shows as one, too. */
export const isOfConnection = (error: string): boolean => /HTTP2_PROTOCOL|QUIC|GOAWAY|HTTP3/.test(error);

export const answerMalformed = {
  code: 'answer-malformed',
  kind: 'network',
  find: ({ failure }) => (failure.code !== 'response-malformed' ? null : isOfConnection(failure.error) ? 'possible' : 'certain'),
} as const satisfies CauseRule;
