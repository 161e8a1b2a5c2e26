import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { escaped, joined, lines, methodsOf } from './text.ts';

export const apache = {
  id: 'apache',
  name: 'Apache httpd',
  family: 'proxy',
  render: (policy, comments) =>
    lines(
      `# ${comments.apache}`,
      `SetEnvIf Origin "^(${policy.origins.map(escaped).join('|')})$" CORS_ORIGIN=$1`,
      `# ${comments.applicationToo}`,
      'Header unset Access-Control-Allow-Origin',
      'Header always unset Access-Control-Allow-Origin',
      'Header always set Access-Control-Allow-Origin "%{CORS_ORIGIN}e" env=CORS_ORIGIN',
      policy.credentials && 'Header unset Access-Control-Allow-Credentials',
      policy.credentials && 'Header always unset Access-Control-Allow-Credentials',
      policy.credentials && 'Header always set Access-Control-Allow-Credentials "true" env=CORS_ORIGIN',
      policy.exposed.length > 0 && `Header always set Access-Control-Expose-Headers "${joined(policy.exposed)}" env=CORS_ORIGIN`,
      'Header always merge Vary "Origin"',
      '',
      `# ${comments.beforeSignIn}`,
      `# ${comments.apacheRules}`,
      'RewriteEngine On',
      'RewriteCond %{REQUEST_METHOD} =OPTIONS',
      'RewriteCond %{ENV:CORS_ORIGIN} !=""',
      'RewriteCond %{HTTP:Access-Control-Request-Method} !=""',
      'RewriteRule ^ - [R=204,L,E=CORS_PREFLIGHT:1]',
      `Header always set Access-Control-Allow-Methods "${joined(methodsOf(policy))}" env=CORS_PREFLIGHT`,
      policy.headers.length > 0 && `Header always set Access-Control-Allow-Headers "${joined(policy.headers)}" env=CORS_PREFLIGHT`,
      `Header always set Access-Control-Max-Age "${MAX_AGE}" env=CORS_PREFLIGHT`,
    ),
} as const satisfies Recipe;
