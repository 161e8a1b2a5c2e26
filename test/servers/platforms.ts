/** Programs for platforms, run by what these run them by: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { inPackages, versionsOf } from './packages.ts';
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
    id: 'supabase',
    version: versionsOf({ Deno: 'deno' }),
    command: ({ recipe, port, directory }) => {
      const broken = `Deno.serve(request => {\n  ${SITE}\n});\n`;
      const file = writeIn(directory, 'index.ts', recipe === null ? broken : withSite(recipe, SITE));
      return denoCommand(file, `127.0.0.1:${port}`);
    },
  },
];
