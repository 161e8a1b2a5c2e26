/** What rack-cors is told, in Rack and in Rails alike. */
import { MAX_AGE, type Policy } from './policy.ts';
import { escaped, lines, methodsOf } from './text.ts';

const symbols = (methods: readonly string[]): string => methods.map(method => method.toLowerCase()).join(' ');

/** rack-cors takes any text that is no address of the web for a host's name. */
const asOrigin = (origin: string): string => (/^https?:/.test(origin) ? `"${origin}"` : `%r{\\A${escaped(origin)}\\z}`);

/** The block of the middleware. */
export const rackCors = (policy: Policy): string =>
  lines(
    '  allow do',
    `    origins ${policy.origins.map(asOrigin).join(', ')}`,
    '    resource "*",',
    `      methods: %i[${symbols(methodsOf(policy))}],`,
    `      headers: %w[${policy.headers.join(' ')}],`,
    policy.exposed.length > 0 && `      expose: %w[${policy.exposed.join(' ')}],`,
    policy.credentials && '      credentials: true,',
    `      max_age: ${MAX_AGE}`,
    '  end',
    'end',
  );
