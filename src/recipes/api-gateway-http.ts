/** An HTTP API's CORS configuration: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
import { jsonObject } from './json.ts';
import { MAX_AGE, type Policy } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { methodsOf } from './text.ts';

/** With credentials, it takes no "*" anywhere. */
const exposedOf = ({ exposed, credentials }: Policy): readonly string[] => (credentials ? exposed.filter(name => name !== '*') : exposed);

export const apiGatewayHttp = {
  id: 'api-gateway-http',
  name: 'Amazon API Gateway (HTTP API)',
  family: 'platform',
  render: policy =>
    jsonObject({
      AllowOrigins: policy.origins,
      AllowMethods: methodsOf(policy),
      AllowHeaders: policy.headers,
      ExposeHeaders: exposedOf(policy),
      AllowCredentials: policy.credentials || null,
      MaxAge: MAX_AGE,
    }),
  notes: (_, comments) => [
    comments.apply('aws apigatewayv2 update-api --api-id API --cors-configuration file://cors.json'),
    comments.codeIsIgnored('API Gateway'),
    comments.httpApiAuthorizer,
  ],
} as const satisfies Recipe;
