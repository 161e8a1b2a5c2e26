import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { escaped, joined, lines, methodsOf } from './text.ts';

export const lighttpd = {
  id: 'lighttpd',
  name: 'lighttpd',
  family: 'proxy',
  render: (policy, comments) =>
    lines(
      `# ${comments.lighttpd}`,
      `# ${comments.lighttpdModules}`,
      'setenv.add-response-header += ( "Vary" => "Origin" )',
      `# ${comments.applicationToo}`,
      `$REQUEST_HEADER["Origin"] !~ "^(${policy.origins.map(escaped).join('|')})$" {`,
      '    setenv.set-response-header += ( "Access-Control-Allow-Origin" => "" )',
      '}',
      ...policy.origins.map(origin =>
        lines(
          `$REQUEST_HEADER["Origin"] == "${origin}" {`,
          '    setenv.set-response-header += (',
          `        "Access-Control-Allow-Origin" => "${origin}",`,
          policy.credentials && '        "Access-Control-Allow-Credentials" => "true",',
          policy.exposed.length > 0 && `        "Access-Control-Expose-Headers" => "${joined(policy.exposed)}",`,
          `        "Access-Control-Allow-Methods" => "${joined(methodsOf(policy))}",`,
          policy.headers.length > 0 && `        "Access-Control-Allow-Headers" => "${joined(policy.headers)}",`,
          `        "Access-Control-Max-Age" => "${MAX_AGE}"`,
          '    )',
          `    # ${comments.beforeSignIn}`,
          '    $HTTP["request-method"] == "OPTIONS" {',
          '        $REQUEST_HEADER["Access-Control-Request-Method"] != "" {',
          '            auth.require = ()',
          '            url.redirect-code = 204',
          '            url.redirect = ( "" => "/" )',
          '        }',
          '    }',
          '}',
        ),
      ),
    ),
} as const satisfies Recipe;
