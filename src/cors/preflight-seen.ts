import type { Hop, PreflightSeen } from '../model.ts';
import { getHeader } from './header-values.ts';

/** The preflight that decided: the last that has an answer or an error; null without one. */
export function decidingPreflight(hop: Hop): PreflightSeen | null {
  for (let index = hop.preflights.length - 1; index >= 0; index--) {
    const preflight = hop.preflights[index];
    if (preflight !== undefined && (preflight.response !== null || preflight.error !== null)) return preflight;
  }
  return null;
}

/** One exchange asks for the same names several times over while it is judged: the last answer is kept. */
let lastValue: string | null = null;
let lastNames: readonly string[] = [];

/** The names in an Access-Control-Request-Headers, as the browser sorted them. */
export function requestedHeaderNames(preflight: PreflightSeen): readonly string[] {
  const value = preflight.requestHeaders === null ? null : getHeader(preflight.requestHeaders, 'access-control-request-headers');
  if (value === null) return [];
  if (value !== lastValue) {
    lastNames = value
      .split(',')
      .map(name => name.trim().toLowerCase())
      .filter(name => name !== '');
    lastValue = value;
  }
  return lastNames;
}

/** The method that a preflight asked for; the request's own where its headers were never seen. */
export const requestedMethod = (preflight: PreflightSeen, hop: Hop): string =>
  (preflight.requestHeaders === null ? null : getHeader(preflight.requestHeaders, 'access-control-request-method')) ?? hop.method;
