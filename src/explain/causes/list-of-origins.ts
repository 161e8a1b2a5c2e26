/** The server lists all the origins that it allows, where browsers accept one. */
import type { CauseRule } from './cause.ts';

export const listOfOrigins = {
  code: 'list-of-origins',
  kind: 'value',
  find: ({ failures }) => (failures.some(({ code }) => code === 'allow-origin-multiple') ? 'likely' : null),
} as const satisfies CauseRule;
