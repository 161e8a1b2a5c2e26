/** The server’s list has the method in other letters than the browser sends: methods are told apart by case (RFC 9110, 9.1). */
import type { Failure } from '../../model.ts';
import { isLowerCaseMethod } from '../page-faults.ts';
import type { CauseRule } from './cause.ts';

const isListedInLowerCase = (failure: Failure): boolean =>
  failure.code === 'method-not-allowed' && failure.because === 'case' && !isLowerCaseMethod(failure);

export const listInLowerCase = {
  code: 'list-in-lower-case',
  kind: 'value',
  find: ({ failures }) => (failures.every(isListedInLowerCase) ? 'certain' : null),
} as const satisfies CauseRule;
