/** Programs for platforms, run by what these run them by: they ask for a sign-in whatever the method, and know nothing of CORS. */
import { createRequire } from 'node:module';
import { inPackages, versionsOf } from './packages.ts';
import { type ServerUnderTest, SIGN_IN, writeIn } from './under-test.ts';

const WORKER_SITE = `if (request.headers.get('Authorization') !== '${SIGN_IN}')
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

export const PLATFORMS: readonly ServerUnderTest[] = [
  {
    id: 'cloudflare-workers',
    version: versionsOf({ workerd: 'workerd' }),
    command: ({ recipe, port, directory }) => {
      const broken = `export default { fetch(request) {\n  ${WORKER_SITE}\n} };\n`;
      writeIn(directory, 'worker.js', recipe === null ? broken : recipe.replace(/^ *\/\/ … .*$/m, `  ${WORKER_SITE}`));
      const { default: workerd } = createRequire(inPackages('workerd/package.json'))('workerd') as { readonly default: string };
      return [workerd, 'serve', writeIn(directory, 'config.capnp', workerConfig(port))];
    },
  },
];
