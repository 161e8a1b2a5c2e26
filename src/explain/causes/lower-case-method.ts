/** A method in lower case, which the browser sends as it is written. */
import type { CauseRule } from './cause.ts';

export const lowerCaseMethod = {
  code: 'lower-case-method',
  responsible: 'page',
  find: ({ failures }) => (failures.some(failure => failure.code === 'method-not-allowed' && failure.because === 'case') ? 'certain' : null),
} as const satisfies CauseRule;
