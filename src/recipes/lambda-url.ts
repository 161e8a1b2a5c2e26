/** A function URL's settings: https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html */
import { jsonObject } from './json.ts';
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { knownMethods, unknownMethods } from './text.ts';

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export const lambdaUrl = {
  id: 'lambda-url',
  name: 'AWS Lambda (function URL)',
  family: 'platform',
  render: policy =>
    jsonObject({
      AllowOrigins: policy.origins,
      AllowMethods: knownMethods(policy, METHODS),
      AllowHeaders: policy.headers,
      ExposeHeaders: policy.exposed,
      AllowCredentials: policy.credentials || null,
      MaxAge: MAX_AGE,
    }),
  notes: (policy, comments) => [
    comments.apply('aws lambda update-function-url-config --function-name FUNCTION --cors file://cors.json'),
    comments.notInCodeToo,
    ...unknownMethods(policy, METHODS, comments),
  ],
} as const satisfies Recipe;
