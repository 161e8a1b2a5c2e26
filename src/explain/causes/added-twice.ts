/** Two layers, such as the application and the proxy before it, each add the header. */
import type { FailureOf } from '../../model.ts';
import type { CauseRule } from './cause.ts';

/** Whether the values are of two layers: the same several times, or, unless all came on one line, one that lets everybody in beside others. */
export const isOfTwoLayers = ({ value, because }: FailureOf<'allow-origin-multiple'>): boolean => {
  const parts = value.split(',').map(part => part.trim());
  return parts.length > 1 && ((because !== 'list' && parts.includes('*')) || parts.every(part => part === parts[0]));
};

export const addedTwice = {
  code: 'added-twice',
  kind: 'value',
  find: ({ failure }) => (failure.code === 'allow-origin-multiple' && (failure.because === 'lines' || isOfTwoLayers(failure)) ? 'likely' : null),
} as const satisfies CauseRule;
