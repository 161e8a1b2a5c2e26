/** Every recipe, by family, the more widely used ones first. */
import { apache } from './apache.ts';
import { aspnetCore } from './aspnet-core.ts';
import { caddy } from './caddy.ts';
import { cloudflareWorkers } from './cloudflare-workers.ts';
import { django } from './django.ts';
import { express } from './express.ts';
import { fastapi } from './fastapi.ts';
import { fastify } from './fastify.ts';
import { flask } from './flask.ts';
import { goHttp } from './go-http.ts';
import { haproxy } from './haproxy.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { laravel } from './laravel.ts';
import { lighttpd } from './lighttpd.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import { rack } from './rack.ts';
import { rails } from './rails.ts';
import { rsCors } from './rs-cors.ts';
import { spring } from './spring.ts';
import { tomcat } from './tomcat.ts';
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
  cloudflareWorkers,
] as const;

/** null where there is none of that id. */
export const recipeOf = (id: string | null): (typeof RECIPES)[number] | null => RECIPES.find(recipe => recipe.id === id) ?? null;

export type RecipeId = (typeof RECIPES)[number]['id'];
