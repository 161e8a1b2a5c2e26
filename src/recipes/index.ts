/** Every recipe, by family, the more widely used ones first. */
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { cloudflareWorkers } from './cloudflare-workers.ts';
import { django } from './django.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { flask } from './flask.ts';
import { haproxy } from './haproxy.ts';
import { hono } from './hono.ts';
import { koa } from './koa.ts';
import { lighttpd } from './lighttpd.ts';
import { nestjs } from './nestjs.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import { rack } from './rack.ts';
import { vite } from './vite.ts';
import { webpack } from './webpack.ts';

export const RECIPES = [
  nginx,
  apache,
  caddy,
  haproxy,
  lighttpd,
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
  php,
  rack,
  cloudflareWorkers,
] as const;

/** null where there is none of that id. */
export const recipeOf = (id: string | null): (typeof RECIPES)[number] | null => RECIPES.find(recipe => recipe.id === id) ?? null;

export type RecipeId = (typeof RECIPES)[number]['id'];
