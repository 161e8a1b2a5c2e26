/** The server lists all the origins that it allows, where browsers accept one. */
import { isOfTwoLayers } from './added-twice.ts';
import type { CauseRule } from './cause.ts';

export const listOfOrigins = {
  code: 'list-of-origins',
  kind: 'value',
  find: ({ failure }) => (failure.code === 'allow-origin-multiple' && !isOfTwoLayers(failure) ? 'likely' : null),
} as const satisfies CauseRule;
