/** A monitoring library added its own headers to the request. */
import { isTracingHeader } from '../page-faults.ts';
import type { CauseRule } from './cause.ts';

export const tracingHeaders = {
  code: 'tracing-headers',
  kind: 'page',
  responsible: 'page',
  find: ({ failures }) => (failures.every(isTracingHeader) ? 'likely' : null),
} as const satisfies CauseRule;
