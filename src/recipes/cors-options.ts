/** The options that the CORS packages of Node.js frameworks have in common. */
import { MAX_AGE, type Policy } from './policy.ts';
import { lines, methodsOf, quoted } from './text.ts';

interface Names {
  readonly methods: string;
  readonly headers: string;
  readonly exposed: string;
  /** What is listed where no header has to be allowed: without a list, whatever is asked for would be. */
  readonly noHeaders: readonly string[];
}

/** As lines of an object literal. `origin`: the code that tells which origins may ask. */
export const corsOptions = (policy: Policy, indent: string, origin: string, names: Names): string =>
  lines(
    `${indent}origin: ${origin},`,
    `${indent}${names.methods}: [${quoted(methodsOf(policy))}],`,
    `${indent}${names.headers}: [${quoted(policy.headers.length > 0 ? policy.headers : names.noHeaders)}],`,
    policy.exposed.length > 0 && `${indent}${names.exposed}: [${quoted(policy.exposed)}],`,
    policy.credentials && `${indent}credentials: true,`,
    `${indent}maxAge: ${MAX_AGE},`,
  );

/** What Express and Fastify call them. */
export const CORS_NAMES = { methods: 'methods', headers: 'allowedHeaders', exposed: 'exposedHeaders', noHeaders: [] } as const satisfies Names;
/** What Koa and Hono call them. They take an empty list for none; `Accept` is allowed anyway. */
export const ALLOW_NAMES = {
  methods: 'allowMethods',
  headers: 'allowHeaders',
  exposed: 'exposeHeaders',
  noHeaders: ['Accept'],
} as const satisfies Names;
