/** Servers for developing pages, with an interface of the developer's own in them: it asks for a sign-in whatever the method. */
import { startVite, startWebpack } from './development.ts';
import { SCRATCH, versionsOf } from './packages.ts';
import { type ServerUnderTest, SIGN_IN } from './under-test.ts';

/** As middleware of Connect. */
const SITE = `(request, response, next) => {
  if (request.headers.authorization !== '${SIGN_IN}') return response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
  if (request.url === '/fail') throw new Error('broken');
  if (request.url !== '/data') return next();
  response.writeHead(200, { 'Content-Type': 'application/json', 'X-Total': '3' }).end('{"ok":true}');
}`;

const VITE_PLUGIN = "plugins: [{ name: 'site', configureServer: ({ middlewares }) => void middlewares.use(site) }],";

const WEBPACK_BROKEN = '\ndevServer: { setupMiddlewares: middlewares => [...middlewares] },';

export const DEV_SERVERS: readonly ServerUnderTest[] = [
  {
    id: 'vite',
    version: versionsOf({ Vite: 'vite' }),
    scratch: SCRATCH,
    command: setup => startVite(setup, `const site = ${SITE};`, `${VITE_PLUGIN}\n${setup.recipe ?? 'server: { cors: false },'}`),
  },
  {
    id: 'webpack',
    version: versionsOf({ 'webpack-dev-server': 'webpack-dev-server', cors: 'cors' }),
    scratch: SCRATCH,
    command: setup => {
      const [before = '', inside = ''] = (setup.recipe ?? WEBPACK_BROKEN).split(/^(?=devServer)/m);
      const site = `const site = { name: 'site', middleware: ${SITE} };`;
      return startWebpack(setup, `${before}\n${site}`, inside.replace('...middlewares', 'site, ...middlewares'));
    },
  },
];
