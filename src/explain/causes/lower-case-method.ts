/** A method in lower case, which the browser sends as it is written. */
import { isLowerCaseMethod } from '../page-faults.ts';
import type { CauseRule } from './cause.ts';

export const lowerCaseMethod = {
  code: 'lower-case-method',
  kind: 'page',
  responsible: 'page',
  find: ({ failures }) => (failures.every(isLowerCaseMethod) ? 'certain' : null),
} as const satisfies CauseRule;
