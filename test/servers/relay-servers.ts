/** Servers that a page comes from, each with a relay put where it says. */
import fs from 'node:fs';
import path from 'node:path';
import { startNext, startVite, startWebpack } from './development.ts';
import { SCRATCH, versionsOf } from './packages.ts';
import { indented, nginxMain, nginxVersion } from './proxies.ts';
import { type ServerUnderTest, type Setup, writeIn } from './under-test.ts';

const PAGE = '<!doctype html><title>A page</title>';

const nginxSite = ({ recipe, port }: Setup): string => `server {
    listen 127.0.0.1:${port};
${indented(recipe ?? '', '    ')}
    location = / {
        default_type text/html;
        return 200 '${PAGE}';
    }
}`;

const expressApp = ({ recipe, port }: Setup): string => `import express from 'express';
const app = express();
${recipe}
app.get('/', (request, response) => response.type('html').send('${PAGE}'));
app.listen(${port}, '127.0.0.1');
`;

const nextApp = ({ recipe, directory }: Setup): void => {
  // Its first line says where it goes.
  const file = path.join(directory, /^\/\/ (.*)$/m.exec(recipe ?? '')?.[1] ?? '');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, recipe ?? '');
  // No page of React, which would take half a minute to make.
  writeIn(path.join(directory, 'app'), 'route.js', `export const GET = () => new Response('${PAGE}', { headers: { 'Content-Type': 'text/html' } });`);
};

export const RELAY_SERVERS: readonly ServerUnderTest[] = [
  {
    id: 'nginx',
    version: nginxVersion,
    command: setup => ['nginx', '-p', setup.directory, '-c', writeIn(setup.directory, 'nginx.conf', nginxMain(setup.directory, nginxSite(setup)))],
  },
  {
    id: 'express',
    version: versionsOf({ Express: 'express', 'http-proxy-middleware': 'http-proxy-middleware' }),
    scratch: SCRATCH,
    command: setup => [process.execPath, writeIn(setup.directory, 'app.mjs', expressApp(setup))],
  },
  {
    id: 'nextjs',
    version: versionsOf({ 'Next.js': 'next' }),
    scratch: SCRATCH,
    command: setup => {
      nextApp(setup);
      return startNext(setup);
    },
  },
  {
    id: 'vite',
    version: versionsOf({ Vite: 'vite' }),
    scratch: SCRATCH,
    command: setup => {
      writeIn(setup.directory, 'index.html', PAGE);
      return startVite(setup, '', setup.recipe ?? '');
    },
  },
  {
    id: 'webpack',
    version: versionsOf({ 'webpack-dev-server': 'webpack-dev-server' }),
    scratch: SCRATCH,
    command: setup => {
      writeIn(setup.directory, 'index.html', PAGE);
      return startWebpack(setup, '', setup.recipe ?? '');
    },
  },
];
