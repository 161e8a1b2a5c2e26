/** Broken rules that the page's own code mends best, whatever the server allows. */
import type { Failure } from '../model.ts';

/** A method in lower case, which the browser sends as it is written, where the server allows it in upper case. */
export const isLowerCaseMethod = (failure: Failure): boolean =>
  failure.code === 'method-not-allowed' && failure.because === 'case' && failure.method !== failure.method.toUpperCase();

const hasHeader = (failure: Failure, pattern: RegExp): boolean => failure.code === 'header-not-allowed' && pattern.test(failure.header.toLowerCase());

/** Access-Control-… as a request header: only servers send those. */
export const isResponseHeader = (failure: Failure): boolean => hasHeader(failure, /^access-control-/);

/** W3C Trace Context and Baggage, Sentry, Datadog, New Relic, B3. */
const TRACING =
  /^(?:traceparent|tracestate|baggage|sentry-trace|newrelic|x-datadog-.*|x-b3-.*|b3|request-id|request-context|x-amzn-trace-id|elastic-apm-traceparent|uber-trace-id|x-instana-.*)$/;

/** A header that a monitoring library adds. */
export const isTracingHeader = (failure: Failure): boolean => hasHeader(failure, TRACING);

/** jQuery and others; Angular, axios, Rails and Django; Laravel Echo; Supabase; htmx; clients of AWS and of language models; what some libraries add against caches. */
const LIBRARY =
  /^(?:x-requested-with|x-xsrf-token|x-csrf-?token|x-socket-id|x-client-info|x-supabase-api-version|hx-.*|amz-sdk-.*|x-amz-user-agent|x-stainless-.*|cache-control|pragma|expires)$/;

/** A header that a library adds to every request. */
export const isLibraryHeader = (failure: Failure): boolean => hasHeader(failure, LIBRARY);
