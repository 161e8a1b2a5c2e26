import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf } from './text.ts';

export const caddy = {
  id: 'caddy',
  name: 'Caddy',
  family: 'proxy',
  render: (policy, comments) =>
    lines(
      `# ${comments.caddy}`,
      '@cors {',
      ...policy.origins.map(origin => `\theader Origin ${origin}`),
      '}',
      '@cors_preflight {',
      '\tmethod OPTIONS',
      ...policy.origins.map(origin => `\theader Origin ${origin}`),
      '\theader Access-Control-Request-Method *',
      '}',
      `# ${comments.caddyOrder}`,
      'route {',
      '\theader +Vary Origin',
      '\theader @cors {',
      '\t\tAccess-Control-Allow-Origin {http.request.header.Origin}',
      policy.credentials && '\t\tAccess-Control-Allow-Credentials true',
      policy.exposed.length > 0 && `\t\tAccess-Control-Expose-Headers "${joined(policy.exposed)}"`,
      '\t}',
      // What comes from an application that sets them too is replaced; the lines above are for Caddy's own errors.
      // Of deferred lines, the last is done first.
      '\theader @cors {',
      '\t\tdefer',
      '\t\tAccess-Control-Allow-Origin {http.request.header.Origin}',
      policy.credentials && '\t\tAccess-Control-Allow-Credentials true',
      '\t}',
      `\t# ${comments.applicationToo}`,
      '\theader {',
      '\t\tdefer',
      '\t\t-Access-Control-Allow-Origin',
      '\t}',
      '\theader @cors_preflight {',
      `\t\tAccess-Control-Allow-Methods "${joined(methodsOf(policy))}"`,
      policy.headers.length > 0 && `\t\tAccess-Control-Allow-Headers "${joined(policy.headers)}"`,
      `\t\tAccess-Control-Max-Age ${MAX_AGE}`,
      '\t}',
      '\trespond @cors_preflight 204',
      '\thandle {',
      `\t\t# … ${comments.untilNow}`,
      '\t}',
      '}',
    ),
} as const satisfies Recipe;
