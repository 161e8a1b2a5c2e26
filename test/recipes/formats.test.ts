/** Recipes that are data: a parser reads them, and finds what each platform's reference names, and nothing else. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recipeWords } from '../../panel/words/en/recipes.ts';
import { RECIPES, type RecipeId } from '../../src/recipes/index.ts';
import type { Policy } from '../../src/recipes/policy.ts';

const plain: Policy = { origins: ['https://app.example'], methods: [], headers: [], exposed: ['*'], credentials: false };
const rich: Policy = {
  origins: ['https://app.example', 'https://www.example'],
  methods: ['PUT'],
  headers: ['authorization', 'content-type'],
  exposed: ['ETag'],
  credentials: true,
};
const METHODS = ['GET', 'HEAD', 'POST'];

const textOf = (id: RecipeId, policy: Policy): string => {
  const recipe = RECIPES.find(each => each.id === id);
  if (recipe === undefined) throw new Error(`There is no recipe ${id}.`);
  return recipe.render(policy, recipeWords.comments);
};

const JSON_RECIPES: readonly { readonly id: RecipeId; readonly ofPlain: unknown; readonly ofRich: unknown }[] = [
  {
    id: 'amazon-s3',
    ofPlain: { CORSRules: [{ AllowedOrigins: plain.origins, AllowedMethods: METHODS, MaxAgeSeconds: 7200 }] },
    ofRich: {
      CORSRules: [
        {
          AllowedOrigins: rich.origins,
          AllowedMethods: [...METHODS, 'PUT'],
          AllowedHeaders: rich.headers,
          ExposeHeaders: ['ETag'],
          MaxAgeSeconds: 7200,
        },
      ],
    },
  },
  ...(['api-gateway-http', 'lambda-url'] as const).map(id => ({
    id,
    ofPlain: { AllowOrigins: plain.origins, AllowMethods: METHODS, ExposeHeaders: ['*'], MaxAge: 7200 },
    ofRich: {
      AllowOrigins: rich.origins,
      AllowMethods: [...METHODS, 'PUT'],
      AllowHeaders: rich.headers,
      ExposeHeaders: ['ETag'],
      AllowCredentials: true,
      MaxAge: 7200,
    },
  })),
  {
    id: 'google-cloud-storage',
    ofPlain: [{ origin: plain.origins, method: METHODS, responseHeader: ['*'], maxAgeSeconds: 7200 }],
    ofRich: [{ origin: rich.origins, method: [...METHODS, 'PUT'], responseHeader: [...rich.headers, 'ETag'], maxAgeSeconds: 7200 }],
  },
  {
    id: 'azure-app-service',
    ofPlain: { cors: { allowedOrigins: plain.origins } },
    ofRich: { cors: { allowedOrigins: rich.origins, supportCredentials: true } },
  },
];

const ENVOY_TYPE = 'type.googleapis.com/envoy.extensions.filters.http.cors.v3';
const quotedTwice = (text: string): string => `'${text}'`;

const YAML_RECIPES: readonly { readonly id: RecipeId; readonly ofRich: unknown }[] = [
  {
    id: 'traefik',
    ofRich: {
      http: {
        middlewares: {
          cors: {
            headers: {
              accessControlAllowOriginList: rich.origins,
              accessControlAllowMethods: [...METHODS, 'PUT'],
              accessControlAllowHeaders: rich.headers,
              accessControlExposeHeaders: ['ETag'],
              accessControlAllowCredentials: true,
              accessControlMaxAge: 7200,
              addVaryHeader: true,
              customResponseHeaders: { 'Access-Control-Allow-Origin': '' },
            },
          },
        },
      },
    },
  },
  {
    id: 'envoy',
    ofRich: {
      http_filters: [{ name: 'envoy.filters.http.cors', typed_config: { '@type': `${ENVOY_TYPE}.Cors` } }],
      virtual_hosts: [
        {
          typed_per_filter_config: {
            'envoy.filters.http.cors': {
              '@type': `${ENVOY_TYPE}.CorsPolicy`,
              allow_origin_string_match: rich.origins.map(exact => ({ exact })),
              allow_methods: 'GET, HEAD, POST, PUT',
              allow_headers: 'authorization, content-type',
              expose_headers: 'ETag',
              allow_credentials: true,
              max_age: '7200',
            },
          },
          response_headers_to_remove: ['Access-Control-Allow-Origin'],
          response_headers_to_add: [{ header: { key: 'Vary', value: 'Origin' }, append_action: 'APPEND_IF_EXISTS_OR_ADD' }],
        },
      ],
    },
  },
  {
    id: 'cloudfront',
    ofRich: {
      Resources: {
        CorsPolicy: {
          Type: 'AWS::CloudFront::ResponseHeadersPolicy',
          Properties: {
            ResponseHeadersPolicyConfig: {
              Name: 'cors',
              CorsConfig: {
                AccessControlAllowOrigins: { Items: rich.origins },
                AccessControlAllowMethods: { Items: [...METHODS, 'PUT'] },
                AccessControlAllowHeaders: { Items: rich.headers },
                AccessControlExposeHeaders: { Items: ['ETag'] },
                AccessControlAllowCredentials: true,
                AccessControlMaxAgeSec: 7200,
                OriginOverride: true,
              },
            },
          },
        },
      },
    },
  },
  {
    id: 'api-gateway-rest',
    ofRich: {
      Resources: {
        Api: {
          Type: 'AWS::Serverless::Api',
          Properties: {
            Cors: {
              AllowOrigin: quotedTwice('https://app.example'),
              AllowMethods: quotedTwice('GET, HEAD, POST, PUT'),
              AllowHeaders: quotedTwice('authorization, content-type'),
              AllowCredentials: true,
              MaxAge: quotedTwice('7200'),
            },
            Auth: { AddDefaultAuthorizerToCorsPreflight: false },
            GatewayResponses: Object.fromEntries(
              ['DEFAULT_4XX', 'DEFAULT_5XX'].map(type => [
                type,
                {
                  ResponseParameters: {
                    Headers: {
                      'Access-Control-Allow-Origin': quotedTwice('https://app.example'),
                      'Access-Control-Allow-Credentials': quotedTwice('true'),
                      'Access-Control-Expose-Headers': quotedTwice('ETag'),
                    },
                  },
                },
              ]),
            ),
          },
        },
      },
    },
  },
  {
    id: 'ingress-nginx',
    ofRich: {
      metadata: {
        annotations: {
          'nginx.ingress.kubernetes.io/enable-cors': 'true',
          'nginx.ingress.kubernetes.io/cors-allow-origin': 'https://app.example, https://www.example',
          'nginx.ingress.kubernetes.io/cors-allow-methods': 'GET, HEAD, POST, PUT',
          'nginx.ingress.kubernetes.io/cors-allow-headers': 'authorization, content-type',
          'nginx.ingress.kubernetes.io/cors-allow-credentials': 'true',
          'nginx.ingress.kubernetes.io/cors-expose-headers': 'ETag',
          'nginx.ingress.kubernetes.io/cors-max-age': '7200',
        },
      },
    },
  },
];

describe('a recipe that is data', () => {
  it.each(JSON_RECIPES)('for $id is JSON of the right shape', ({ id, ofPlain, ofRich }) => {
    expect([plain, rich].map(policy => JSON.parse(textOf(id, policy)))).toEqual([ofPlain, ofRich]);
  });

  it.each(YAML_RECIPES)('for $id is YAML of the right shape, also with the least that can be asked', ({ id, ofRich }) => {
    expect(parse(textOf(id, rich))).toEqual(ofRich);
    expect(Object.keys(parse(textOf(id, plain)))).toEqual(Object.keys(ofRich as object));
  });
});
