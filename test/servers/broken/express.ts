/** Express, as it is set up wrongly. */
import { versionOf } from '../node-servers.ts';
import { type Setup, writeIn } from '../under-test.ts';
import type { BrokenServer } from './broken-server.ts';

const app = ({ port }: Setup): string => `import cors from 'cors';
import express from 'express';
const byHost = {};
const on = (host, set) => {
  byHost[host + '.localhost'] = express();
  set(byHost[host + '.localhost']);
};

on('plain', app => app.put('/data', (request, response) => response.json({})));

on('throwing', app => {
  app.use(cors({ origin: (origin, done) => done(new Error('Not allowed by CORS')) }));
  app.all('/data', (request, response) => response.json({}));
});

on('partial', app => {
  app.get('/good', cors({ origin: /localhost/ }), (request, response) => response.json({}));
  app.get('/broken', () => { throw new Error('broken'); });
  app.get('/conflict', (request, response) => response.status(409).json({}));
});

on('broken', app => app.get('/data', () => { throw new Error('broken'); }));

on('teapot', app => app.get('/data', (request, response) => response.status(418).end()));

on('refusing', app => {
  app.use((request, response, next) => (request.method === 'OPTIONS' ? response.status(204).end() : next()));
});

on('changing', app => {
  let isAllowed = true;
  app.all('/data', (request, response) => {
    if (isAllowed) response.set({ 'Access-Control-Allow-Origin': request.get('Origin'), 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Max-Age': '600' });
    if (request.method === 'PUT') isAllowed = false;
    response.status(200).end();
  });
});

const server = express();
server.use((request, response, next) => (byHost[request.hostname] ?? next)(request, response, next));
server.listen(${port}, '127.0.0.1');
`;

export const express: BrokenServer = {
  id: 'express',
  version: () => `Express ${versionOf('express')}`,
  command: setup => [process.execPath, writeIn(setup.directory, 'app.mjs', app(setup))],
  cases: [
    { cause: 'options-answered-by-framework', host: 'plain', path: '/data', method: 'PUT' },
    { cause: 'origin-check-throws', host: 'throwing', path: '/data', method: 'PUT' },
    { cause: 'errors-lose-headers', host: 'partial', path: '/conflict', before: [{ by: 'page', asked: { host: 'partial', path: '/good' } }] },
    { cause: 'error-without-headers', host: 'teapot', path: '/data' },
    { cause: 'silent-refusal', host: 'refusing', path: '/data', method: 'PUT' },
    {
      cause: 'remembered-preflight',
      host: 'changing',
      path: '/data',
      method: 'PUT',
      before: [{ by: 'page', asked: { host: 'changing', path: '/data', method: 'PUT' } }],
    },
  ],
};
