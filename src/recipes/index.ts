/** Every recipe, by family, the more widely used ones first. */
import { amazonS3 } from './amazon-s3.ts';
import { apache } from './apache.ts';
import { apiGatewayHttp } from './api-gateway-http.ts';
import { apiGatewayRest } from './api-gateway-rest.ts';
import { azureAppService } from './azure-app-service.ts';
import { azureBlob } from './azure-blob.ts';
import { caddy } from './caddy.ts';
import { cloudFront } from './cloudfront.ts';
import { django } from './django.ts';
import { envoy } from './envoy.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { firebaseFunctions } from './firebase-functions.ts';
import { flask } from './flask.ts';
import { googleCloudStorage } from './google-cloud-storage.ts';
import { haproxy } from './haproxy.ts';
import { hono } from './hono.ts';
import { ingressNginx } from './ingress-nginx.ts';
import { koa } from './koa.ts';
import { lambdaUrl } from './lambda-url.ts';
import { lighttpd } from './lighttpd.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import { rack } from './rack.ts';
import type { Recipe } from './recipe.ts';
import { supabase } from './supabase.ts';
import { traefik } from './traefik.ts';

export const RECIPES = [
  nginx,
  apache,
  caddy,
  haproxy,
  lighttpd,
  traefik,
  envoy,
  express,
  fastify,
  koa,
  hono,
  nodeHttp,
  django,
  flask,
  php,
  rack,
  amazonS3,
  cloudFront,
  apiGatewayHttp,
  apiGatewayRest,
  lambdaUrl,
  googleCloudStorage,
  azureAppService,
  azureBlob,
  firebaseFunctions,
  supabase,
  ingressNginx,
] as const;

export type RecipeId = (typeof RECIPES)[number]['id'];

/** null where there is none of that id. */
export const recipeOf = (id: string | null): (Recipe & { readonly id: RecipeId }) | null => RECIPES.find(recipe => recipe.id === id) ?? null;
