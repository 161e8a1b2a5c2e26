/** The server’s list has the method in other letters than the browser sends: methods are told apart by case (RFC 9110, 9.1). */
import { isLowerCaseMethod } from '../page-faults.ts';
import type { CauseRule } from './cause.ts';

export const listInLowerCase = {
  code: 'list-in-lower-case',
  kind: 'value',
  find: ({ failure }) => (failure.code === 'method-not-allowed' && failure.because === 'case' && !isLowerCaseMethod(failure) ? 'certain' : null),
} as const satisfies CauseRule;
