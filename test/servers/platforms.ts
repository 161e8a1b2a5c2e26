/** Programs for platforms, run by what these run them by: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { inPackages, SCRATCH, versionsOf } from './packages.ts';
import { type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

/** Of platforms whose functions give a `Response` (Fetch standard). */
const SITE = `if (request.headers.get('Authorization') !== '${SIGN_IN}')
    return new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Basic' } });
  if (new URL(request.url).pathname === '/fail') throw new Error('broken');
  return Response.json({ ok: true }, { headers: { 'X-Total': '3' } });`;

const workerConfig = (port: number): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
);
`;

/** Its own command listens to everybody, and takes no address. */
const firebaseHost = (port: number): string => `import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { api } from './index.js';

http('api', api);
getTestServer('api').listen(${port}, '127.0.0.1');
`;

const FIREBASE_SITE = `if (request.get('Authorization') !== '${SIGN_IN}') return response.set('WWW-Authenticate', 'Basic').sendStatus(401);
  if (request.path === '/fail') throw new Error('broken');
  response.set('X-Total', '3').json({ ok: true });`;

const FIREBASE_BROKEN = `import { onRequest } from 'firebase-functions/v2/https';
export const api = onRequest((request, response) => {\n  ${FIREBASE_SITE}\n});
`;

/** The program that the package brings, in one process: what the package itself starts would outlive the signal to end. */
const denoProgram = (): string => {
  const { runInstall } = createRequire(inPackages('deno/package.json'))('./install_api.cjs') as { readonly runInstall: () => string };
  return runInstall();
};

/** A program may ask the network for nothing but to listen. */
const denoCommand = (file: string, address: string): readonly [string, ...string[]] => {
  const settings = { DENO_DIR: path.join(path.dirname(file), 'cache'), DENO_NO_UPDATE_CHECK: '1', DENO_SERVE_ADDRESS: `tcp:${address}` };
  const limits = ['--no-prompt', '--no-config', '--no-remote', '--no-npm', `--allow-net=${address}`];
  return ['env', ...Object.entries(settings).map(([name, value]) => `${name}=${value}`), denoProgram(), 'run', ...limits, file];
};

/** Puts what the program does in the recipe's place for it. */
const withSite = (recipe: string, site: string): string => recipe.replace(/^ *\/\/ … .*$/m, `  ${site}`);

export const PLATFORMS: readonly ServerUnderTest[] = [
  {
    id: 'cloudflare-workers',
    version: versionsOf({ workerd: 'workerd' }),
    command: ({ recipe, port, directory }) => {
      const broken = `export default { fetch(request) {\n  ${SITE}\n} };\n`;
      writeIn(directory, 'worker.js', recipe === null ? broken : withSite(recipe, SITE));
      const { default: workerd } = createRequire(inPackages('workerd/package.json'))('workerd') as { readonly default: string };
      return [workerd, 'serve', writeIn(directory, 'config.capnp', workerConfig(port))];
    },
  },
  {
    id: 'firebase-functions',
    version: versionsOf({ 'firebase-functions': 'firebase-functions', 'functions-framework': '@google-cloud/functions-framework', cors: 'cors' }),
    scratch: SCRATCH,
    command: ({ recipe, port, directory }) => {
      writeIn(directory, 'index.js', recipe === null ? FIREBASE_BROKEN : withSite(recipe, FIREBASE_SITE));
      return [process.execPath, writeIn(directory, 'host.js', firebaseHost(port))];
    },
  },
  {
    id: 'supabase',
    version: versionsOf({ Deno: 'deno' }),
    command: ({ recipe, port, directory }) => {
      const broken = `Deno.serve(request => {\n  ${SITE}\n});\n`;
      const file = writeIn(directory, 'index.ts', recipe === null ? broken : withSite(recipe, SITE));
      return denoCommand(file, `127.0.0.1:${port}`);
    },
  },
];
