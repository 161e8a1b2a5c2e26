/**
 * What each recipe was proven on: test/servers starts that version, has a page in Chromium and in Firefox refused by it, and let
 * through with the recipe. null where no test can start it. The tests hold this to the versions that the lock file names, and say where another is installed.
 */
import type { RecipeId } from './index.ts';
import type { RelayId } from './relay/index.ts';

export const PROVEN_ON: Readonly<Record<RecipeId, string | null>> = {
  nginx: 'nginx 1.22',
  apache: 'Apache httpd 2.4',
  caddy: 'Caddy 2.6',
  haproxy: 'HAProxy 2.6',
  lighttpd: 'lighttpd 1.4',
  varnish: 'Varnish 7.1',
  express: 'Express 5.3, cors 2.8',
  nestjs: 'NestJS 12.5',
  nextjs: 'Next.js 16.4',
  fastify: 'Fastify 5.12, @fastify/cors 11.4',
  koa: 'Koa 3.3, @koa/cors 5.0',
  hono: 'Hono 4.13',
  'node-http': 'Node.js 20',
  vite: 'Vite 8.3',
  webpack: 'webpack-dev-server 5.2, cors 2.8',
  django: 'Django 3.2, django-cors-headers 3.14',
  flask: 'Flask 2.2, flask-cors 3.0',
  fastapi: 'FastAPI 0.92, Uvicorn 0.17',
  php: 'PHP 8.2',
  laravel: null,
  rails: 'Rails 6.1, rack-cors 1.1, Puma 5.6',
  rack: 'Rack 2.2, rack-cors 1.1, Puma 5.6',
  'go-http': 'Go 1.19',
  'rs-cors': 'Go 1.19, rs/cors 1.7',
  spring: null,
  tomcat: 'Tomcat 10.1',
  'aspnet-core': null,
  'cloudflare-workers': 'workerd 1.20261117',
  traefik: null,
  envoy: null,
  'amazon-s3': null,
  cloudfront: null,
  'api-gateway-http': null,
  'api-gateway-rest': null,
  'lambda-url': null,
  'google-cloud-storage': null,
  'azure-app-service': null,
  'azure-blob': null,
  'firebase-functions': 'firebase-functions 7.4, functions-framework 5.0, cors 2.8',
  supabase: 'Deno 2.9',
  'ingress-nginx': null,
};

/** What each relay was proven on: a page is refused by a third party's server, and reads its answer by way of its own. */
export const RELAYS_PROVEN_ON: Readonly<Record<RelayId, string | null>> = {
  nginx: 'nginx 1.22',
  express: 'Express 5.3, http-proxy-middleware 3.0',
  nextjs: 'Next.js 16.4',
  vite: 'Vite 8.3',
  webpack: 'webpack-dev-server 5.2',
};
