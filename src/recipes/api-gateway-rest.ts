/**
 * A REST API by AWS SAM, with its own error answers:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-corsconfiguration.html
 * Its headers are static: they can name one origin.
 */
import { MAX_AGE, type Policy } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { indented, joined, lines, methodsOf } from './text.ts';

/** In API Gateway, a static text stands in quotes of its own. */
const literal = (text: string): string => `"'${text}'"`;

const headersOf = ({ origins: [origin = ''], credentials, exposed }: Policy, written: (text: string) => string): string =>
  lines(
    `Access-Control-Allow-Origin: ${written(origin)}`,
    credentials && `Access-Control-Allow-Credentials: ${written('true')}`,
    exposed.length > 0 && `Access-Control-Expose-Headers: ${written(joined(exposed))}`,
  );

const gatewayResponse = (type: string, policy: Policy): string =>
  lines(`        ${type}:`, '          ResponseParameters:', '            Headers:', indented(headersOf(policy, literal), '              '));

export const apiGatewayRest = {
  id: 'api-gateway-rest',
  name: 'Amazon API Gateway (REST API)',
  family: 'platform',
  render: (policy, comments) =>
    lines(
      `# ${comments.restApi}`,
      policy.origins.length > 1 && `# ${comments.oneOrigin(joined(policy.origins.slice(1)))}`,
      'Resources:',
      '  Api:',
      '    Type: AWS::Serverless::Api',
      '    Properties:',
      '      Cors:',
      `        AllowOrigin: ${literal(policy.origins[0] ?? '')}`,
      `        AllowMethods: ${literal(joined(methodsOf(policy)))}`,
      policy.headers.length > 0 && `        AllowHeaders: ${literal(joined(policy.headers))}`,
      policy.credentials && '        AllowCredentials: true',
      `        MaxAge: ${literal(String(MAX_AGE))}`,
      '      Auth:',
      `        # ${comments.preflightUnsigned}`,
      '        AddDefaultAuthorizerToCorsPreflight: false',
      `      # ${comments.ownErrors}`,
      '      GatewayResponses:',
      gatewayResponse('DEFAULT_4XX', policy),
      gatewayResponse('DEFAULT_5XX', policy),
      `# ${comments.restFunction}`,
      indented(
        headersOf(policy, text => text),
        '#   ',
      ),
    ),
} as const satisfies Recipe;
