/** A response headers policy: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, joined, knownMethods, lines, unknownMethods } from './text.ts';

const METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

const items = (name: string, values: readonly string[]): string => lines(`          ${name}:`, `            Items: [${doubleQuoted(values)}]`);

export const cloudFront = {
  id: 'cloudfront',
  name: 'Amazon CloudFront',
  family: 'platform',
  render: (policy, comments) =>
    lines(
      ...unknownMethods(policy, METHODS, comments).map(note => `# ${note}`),
      'Resources:',
      '  CorsPolicy:',
      '    Type: AWS::CloudFront::ResponseHeadersPolicy',
      '    Properties:',
      '      ResponseHeadersPolicyConfig:',
      '        Name: cors',
      '        CorsConfig:',
      items('AccessControlAllowOrigins', policy.origins),
      items('AccessControlAllowMethods', knownMethods(policy, METHODS)),
      // It has to be there; what it names is allowed anyway.
      items('AccessControlAllowHeaders', policy.headers.length > 0 ? policy.headers : ['Accept']),
      policy.exposed.length > 0 && items('AccessControlExposeHeaders', policy.exposed),
      `          AccessControlAllowCredentials: ${policy.credentials}`,
      `          AccessControlMaxAgeSec: ${MAX_AGE}`,
      '          OriginOverride: true',
      `# ${comments.cloudFrontBehavior}`,
      '#   ResponseHeadersPolicyId: !Ref CorsPolicy',
      `#   AllowedMethods: [${joined(METHODS)}]`,
      `# ${comments.cloudFrontPreflight}`,
    ),
} as const satisfies Recipe;
