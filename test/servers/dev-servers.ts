/** Servers for developing pages, with an interface of the developer's own in them: it asks for a sign-in whatever the method. */
import { inPackages, SCRATCH, versionsOf } from './packages.ts';
import { type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

/** As middleware of Connect. */
const SITE = `(request, response, next) => {
  if (request.headers.authorization !== '${SIGN_IN}') return response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
  if (request.url === '/fail') throw new Error('broken');
  if (request.url !== '/data') return next();
  response.writeHead(200, { 'Content-Type': 'application/json', 'X-Total': '3' }).end('{"ok":true}');
}`;

const viteConfig = (recipe: string | null): string => `import { defineConfig } from 'vite';
const site = ${SITE}; export default defineConfig({
  plugins: [{ name: 'site', configureServer: ({ middlewares }) => void middlewares.use(site) }],
  ${recipe ?? 'server: { cors: false },'}
});
`;

const webpackServer = (recipe: string | null, port: number): string => {
  const [before = '', inside = ''] = (recipe ?? '').split(/^(?=\/\/ webpack\.config)/m);
  const devServer = recipe === null ? 'devServer: { setupMiddlewares: middlewares => [site, ...middlewares] },' : inside;
  return `const webpack = require('webpack');
const Server = require('webpack-dev-server');
${before}
const site = { name: 'site', middleware: ${SITE} };
const config = {
  entry: {},
  ${devServer.replace('...middlewares,', 'site, ...middlewares,')}
};
new Server({ ...config.devServer, host: '127.0.0.1', port: ${port}, static: false }, webpack(config)).start();
`;
};

export const DEV_SERVERS: readonly ServerUnderTest[] = [
  {
    id: 'vite',
    version: versionsOf({ Vite: 'vite' }),
    scratch: SCRATCH,
    command: ({ recipe, port, directory }) => {
      writeIn(directory, 'vite.config.js', viteConfig(recipe));
      return [process.execPath, inPackages('vite/bin/vite.js'), '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
    },
  },
  {
    id: 'webpack',
    version: versionsOf({ 'webpack-dev-server': 'webpack-dev-server', cors: 'cors' }),
    scratch: SCRATCH,
    command: ({ recipe, port, directory }) => [process.execPath, writeIn(directory, 'server.cjs', webpackServer(recipe, port))],
  },
];
