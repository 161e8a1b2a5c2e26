/** Two layers, such as the application and the proxy before it, each add the header. */
import type { CauseRule } from './cause.ts';

export const addedTwice = {
  code: 'added-twice',
  kind: 'value',
  find: ({ failures }) => {
    for (const failure of failures) {
      if (failure.code !== 'allow-origin-multiple') continue;
      if (failure.because === 'lines') return 'likely';
      const [first, ...rest] = failure.value.split(',').map(part => part.trim());
      if (rest.length > 0 && rest.every(part => part === first)) return 'likely';
    }
    return null;
  },
} as const satisfies CauseRule;
