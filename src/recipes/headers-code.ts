/** What recipes of servers that answer with a `Response` (Fetch standard) have in common. */
import { MAX_AGE, type Policy } from './policy.ts';
import { indented, joined, lines, methodsOf } from './text.ts';

/** Sets the headers of `response` for `origin`, where that is one of `allowedOrigins`; those of a preflight where `isPreflight`. */
export const setHeaders = (policy: Policy, indentation: string): string =>
  indented(
    lines(
      "response.headers.append('Vary', 'Origin');",
      'if (allowedOrigins.has(origin)) {',
      "  response.headers.set('Access-Control-Allow-Origin', origin);",
      policy.credentials && "  response.headers.set('Access-Control-Allow-Credentials', 'true');",
      policy.exposed.length > 0 && `  response.headers.set('Access-Control-Expose-Headers', '${joined(policy.exposed)}');`,
      '  if (isPreflight) {',
      `    response.headers.set('Access-Control-Allow-Methods', '${joined(methodsOf(policy))}');`,
      policy.headers.length > 0 && `    response.headers.set('Access-Control-Allow-Headers', '${joined(policy.headers)}');`,
      `    response.headers.set('Access-Control-Max-Age', '${MAX_AGE}');`,
      '  }',
      '}',
    ),
    indentation,
  );
