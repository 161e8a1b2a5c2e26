/** Applications of Node.js frameworks: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { readJson } from '../../src/launch/project.ts';
import { type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

export const versionOf = (name: string): string => String(readJson(`node_modules/${name}/package.json`).version);

/** `app` gives the program, with the recipe's code where it says. */
const nodeServer = (id: string, version: () => string, app: (recipe: string, port: number) => string): ServerUnderTest => ({
  id,
  version,
  command: ({ recipe, port, directory }) => [process.execPath, writeIn(directory, 'app.mjs', app(recipe ?? '', port))],
});

const HANDLER = `
  if (request.headers.authorization !== '${SIGN_IN}') return response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
  if (request.url === '/fail') return response.writeHead(500).end('broken');
  response.writeHead(200, { 'Content-Type': 'application/json', 'X-Total': '3' }).end('{"ok":true}');`;

export const NODE_SERVERS: readonly ServerUnderTest[] = [
  nodeServer(
    'node-http',
    () => `Node.js ${process.versions.node.split('.')[0]}`,
    (recipe, port) =>
      `import http from 'node:http';\n${
        recipe === '' ? `const server = http.createServer((request, response) => {${HANDLER}\n});` : recipe.replace(/^ *\/\/ … .*$/m, HANDLER)
      }\nserver.listen(${port}, '127.0.0.1');\n`,
  ),
  nodeServer(
    'express',
    () => `Express ${versionOf('express')}, cors ${versionOf('cors')}`,
    (recipe, port) => `import express from 'express';
const app = express();
${recipe}
app.use((request, response, next) => (request.get('Authorization') === '${SIGN_IN}' ? next() : response.set('WWW-Authenticate', 'Basic').status(401).end()));
app.all('/data', (request, response) => response.set('X-Total', '3').vary('Accept-Encoding').json({ ok: true }));
app.all('/fail', () => {
  throw new Error('broken');
});
app.listen(${port}, '127.0.0.1');
`,
  ),
  nodeServer(
    'fastify',
    () => `Fastify ${versionOf('fastify')}, @fastify/cors ${versionOf('@fastify/cors')}`,
    (recipe, port) => `import Fastify from 'fastify';
const app = Fastify();
${recipe}
app.addHook('onRequest', async (request, reply) => {
  if (request.headers.authorization !== '${SIGN_IN}') return reply.header('WWW-Authenticate', 'Basic').code(401).send();
});
app.all('/data', async (request, reply) => reply.header('X-Total', '3').header('Vary', 'Accept-Encoding').send({ ok: true }));
app.all('/fail', async () => {
  throw new Error('broken');
});
await app.listen({ port: ${port}, host: '127.0.0.1' });
`,
  ),
  nodeServer(
    'koa',
    () => `Koa ${versionOf('koa')}, @koa/cors ${versionOf('@koa/cors')}`,
    (recipe, port) => `import Koa from 'koa';
const app = new Koa();
app.silent = true;
${recipe}
app.use(async (context, next) => {
  if (context.get('Authorization') !== '${SIGN_IN}') context.throw(401, { headers: { 'WWW-Authenticate': 'Basic' } });
  if (context.path === '/fail') throw new Error('broken');
  context.set({ 'X-Total': '3', Vary: 'Accept-Encoding' });
  context.body = { ok: true };
  await next();
});
app.listen(${port}, '127.0.0.1');
`,
  ),
  nodeServer(
    'hono',
    () => `Hono ${versionOf('hono')}`,
    (recipe, port) => `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
const app = new Hono();
${recipe}
app.use(async (context, next) => {
  if (context.req.header('Authorization') !== '${SIGN_IN}') return context.body(null, 401, { 'WWW-Authenticate': 'Basic' });
  await next();
});
app.all('/data', context => context.json({ ok: true }, 200, { 'X-Total': '3', Vary: 'Accept-Encoding' }));
app.all('/fail', () => {
  throw new Error('broken');
});
serve({ fetch: app.fetch, port: ${port}, hostname: '127.0.0.1' });
`,
  ),
];
