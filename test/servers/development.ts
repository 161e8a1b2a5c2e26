/** How the servers of bundlers are started: each writes its configuration and gives the command. */
import path from 'node:path';
import { inPackages, SCRATCH } from './packages.ts';
import { type ServerUnderTest, type Setup, writeIn } from './under-test.ts';

type Command = ReturnType<ServerUnderTest['command']>;

export const startNext = ({ directory, port }: Setup): Command => {
  writeIn(directory, 'next.config.mjs', `export default { turbopack: { root: ${JSON.stringify(path.dirname(SCRATCH))} } };`);
  const next = [process.execPath, inPackages('next/dist/bin/next'), 'dev', '-H', '127.0.0.1', '-p', String(port)];
  return ['env', 'NEXT_TELEMETRY_DISABLED=1', ...next];
};

/** `before` stands in front of the configuration, whose members `config` has. */
export const startVite = ({ directory, port }: Setup, before: string, config: string): Command => {
  writeIn(directory, 'vite.config.js', `import { defineConfig } from 'vite'; ${before} export default defineConfig({\n${config}\n});\n`);
  return [process.execPath, inPackages('vite/bin/vite.js'), '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
};

/** As `startVite`. Its pages are those in the directory. */
export const startWebpack = ({ directory, port }: Setup, before: string, config: string): Command => {
  const code = `const webpack = require('webpack');
const Server = require('webpack-dev-server');
${before}
const config = {
  entry: {},
${config}
};
const here = { host: '127.0.0.1', port: ${port}, static: ${JSON.stringify(directory)} };
new Server({ ...config.devServer, ...here }, webpack(config)).start();
`;
  return [process.execPath, writeIn(directory, 'server.cjs', code)];
};
