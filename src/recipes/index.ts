/** Every recipe, by family, the more widely used ones first. */
import { amazonS3 } from './amazon-s3.ts';
import { apache } from './apache.ts';
import { apiGatewayHttp } from './api-gateway-http.ts';
import { apiGatewayRest } from './api-gateway-rest.ts';
import { aspnetCore } from './aspnet-core.ts';
import { azureAppService } from './azure-app-service.ts';
import { azureBlob } from './azure-blob.ts';
import { caddy } from './caddy.ts';
import { cloudflareWorkers } from './cloudflare-workers.ts';
import { cloudFront } from './cloudfront.ts';
import { django } from './django.ts';
import { envoy } from './envoy.ts';
import { express } from './express.ts';
import { fastapi } from './fastapi.ts';
import { fastify } from './fastify.ts';
import { firebaseFunctions } from './firebase-functions.ts';
import { flask } from './flask.ts';
import { goHttp } from './go-http.ts';
import { googleCloudStorage } from './google-cloud-storage.ts';
import { haproxy } from './haproxy.ts';
import { hono } from './hono.ts';
import { ingressNginx } from './ingress-nginx.ts';
import { koa } from './koa.ts';
import { lambdaUrl } from './lambda-url.ts';
import { laravel } from './laravel.ts';
import { lighttpd } from './lighttpd.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import { rack } from './rack.ts';
import { rails } from './rails.ts';
import type { Recipe } from './recipe.ts';
import { rsCors } from './rs-cors.ts';
import { spring } from './spring.ts';
import { supabase } from './supabase.ts';
import { tomcat } from './tomcat.ts';
import { traefik } from './traefik.ts';
import { varnish } from './varnish.ts';
import { vite } from './vite.ts';
import { webpack } from './webpack.ts';

export const RECIPES = [
  nginx,
  apache,
  caddy,
  haproxy,
  lighttpd,
  varnish,
  traefik,
  envoy,
  express,
  nestjs,
  nextjs,
  fastify,
  koa,
  hono,
  nodeHttp,
  vite,
  webpack,
  django,
  flask,
  fastapi,
  php,
  laravel,
  rails,
  rack,
  goHttp,
  rsCors,
  spring,
  tomcat,
  aspnetCore,
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
  cloudflareWorkers,
] as const;

export type RecipeId = (typeof RECIPES)[number]['id'];

/** null where there is none of that id. */
export const recipeOf = (id: string | null): (Recipe & { readonly id: RecipeId }) | null => RECIPES.find(recipe => recipe.id === id) ?? null;
