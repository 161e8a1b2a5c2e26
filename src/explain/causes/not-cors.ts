/** The browser itself names the reason, and it is none of CORS. Of a WebSocket that was not opened it names none. */
import { FAILURES } from '../failures.ts';
import type { CauseRule } from './cause.ts';

export const notCors = {
  code: 'not-cors',
  kind: 'network',
  isFallback: true,
  find: ({ failure }) =>
    failure.code !== 'unexplained' && failure.code !== 'websocket-refused' && !FAILURES[failure.code].isCors ? 'certain' : null,
} as const satisfies CauseRule;
