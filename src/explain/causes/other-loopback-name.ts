/** The server allows this very computer under its other name: localhost, 127.0.0.1, [::1]. */
import type { CauseRule } from './cause.ts';
import { isLoopback } from './hosts.ts';

export const otherLoopbackName = {
  code: 'other-loopback-name',
  kind: 'value',
  find: ({ failure, page }) =>
    failure.code === 'allow-origin-mismatch' && failure.because === 'host' && isLoopback(failure.value) && isLoopback(page) ? 'likely' : null,
} as const satisfies CauseRule;
