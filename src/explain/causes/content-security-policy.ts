/** The page forbids itself to ask there. */
import type { CauseRule } from './cause.ts';

/** The directive that governs requests of a type (https://www.w3.org/TR/CSP3/#directive-fallback-list), by webRequest's names. */
const DIRECTIVES: ReadonlyMap<string, string> = new Map([
  ['image', 'img-src'],
  ['imageset', 'img-src'],
  ['script', 'script-src'],
  ['stylesheet', 'style-src'],
  ['font', 'font-src'],
  ['media', 'media-src'],
]);

/** connect-src for what code asks for. */
export const directiveFor = (type: string): string => DIRECTIVES.get(type) ?? 'connect-src';

export const contentSecurityPolicy = {
  code: 'content-security-policy',
  kind: 'network',
  find: ({ failure }) => (failure.code === 'blocked-by-csp' ? 'certain' : null),
} as const satisfies CauseRule;
