/** Its headers middleware: https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/headers/ */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, lines, methodsOf } from './text.ts';

export const traefik = {
  id: 'traefik',
  name: 'Traefik',
  family: 'proxy',
  render: (policy, comments) =>
    lines(
      `# ${comments.traefik}`,
      'http:',
      '  middlewares:',
      '    cors:',
      '      headers:',
      `        accessControlAllowOriginList: [${doubleQuoted(policy.origins)}]`,
      `        accessControlAllowMethods: [${doubleQuoted(methodsOf(policy))}]`,
      policy.headers.length > 0 && `        accessControlAllowHeaders: [${doubleQuoted(policy.headers)}]`,
      policy.exposed.length > 0 && `        accessControlExposeHeaders: [${doubleQuoted(policy.exposed)}]`,
      policy.credentials && '        accessControlAllowCredentials: true',
      `        accessControlMaxAge: ${MAX_AGE}`,
      '        addVaryHeader: true',
      `        # ${comments.applicationToo}`,
      '        customResponseHeaders:',
      '          Access-Control-Allow-Origin: ""',
    ),
} as const satisfies Recipe;
