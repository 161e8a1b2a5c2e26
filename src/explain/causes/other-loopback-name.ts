/** The server allows this very computer under its other name: localhost, 127.0.0.1, [::1]. */
import type { CauseRule } from './cause.ts';
import { hostOf, isLoopback } from './hosts.ts';

export const otherLoopbackName = {
  code: 'other-loopback-name',
  kind: 'value',
  find: ({ failures, page }) =>
    failures.some(
      failure => failure.code === 'allow-origin-mismatch' && isLoopback(failure.value) && isLoopback(page) && hostOf(failure.value) !== hostOf(page),
    )
      ? 'likely'
      : null,
} as const satisfies CauseRule;
