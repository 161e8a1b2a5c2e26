/** A monitoring library added its own headers to the request. */
import type { CauseRule } from './cause.ts';

/** W3C Trace Context and Baggage, Sentry, Datadog, New Relic, B3. */
const TRACING = /^(?:traceparent|tracestate|baggage|sentry-trace|newrelic|x-datadog-.*|x-b3-.*|b3)$/;

export const tracingHeaders = {
  code: 'tracing-headers',
  responsible: 'page',
  find: ({ failures }) => {
    const names = failures.flatMap(failure => (failure.code === 'header-not-allowed' ? [failure.header.toLowerCase()] : []));
    return names.length > 0 && names.every(name => TRACING.test(name)) ? 'likely' : null;
  },
} as const satisfies CauseRule;
