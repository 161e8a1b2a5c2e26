/** The server sends its pattern of allowed origins instead of the origin that asks. */
import type { CauseRule } from './cause.ts';

export const originPattern = {
  code: 'origin-pattern',
  kind: 'value',
  find: ({ failure, origin }) =>
    origin !== 'null' && (failure.code === 'allow-origin-invalid' || failure.code === 'allow-origin-mismatch') && failure.because === 'pattern'
      ? 'certain'
      : null,
} as const satisfies CauseRule;
