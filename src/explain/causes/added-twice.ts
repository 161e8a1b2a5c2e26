/** Two layers, such as the application and the proxy before it, each add the header. */
import type { FailureOf } from '../../model.ts';
import type { CauseRule } from './cause.ts';

/** Whether the same value stands there several times. */
export const isRepeated = ({ value }: FailureOf<'allow-origin-multiple'>): boolean => {
  const parts = value.split(',').map(part => part.trim());
  return parts.length > 1 && parts.every(part => part === parts[0]);
};

export const addedTwice = {
  code: 'added-twice',
  kind: 'value',
  find: ({ failure }) => (failure.code === 'allow-origin-multiple' && (failure.because === 'lines' || isRepeated(failure)) ? 'likely' : null),
} as const satisfies CauseRule;
