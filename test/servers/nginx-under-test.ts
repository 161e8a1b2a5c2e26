/** nginx, with what is to be tried in it. */

import { indented, nginxMain, PASSWORDS } from './proxies.ts';
import { type Setup, writeIn } from './under-test.ts';

const block = (port: number, host: string, lines: readonly string[]): string =>
  `server {\n    listen 127.0.0.1:${port};\n    server_name ${host}.localhost;\n${indented(lines.join('\n'), '    ')}\n}`;

/** @param hosts what stands in the server block of each host below localhost */
export const nginxWith = (
  { port, directory }: Setup,
  http: readonly string[],
  hosts: Readonly<Record<string, readonly string[]>>,
): readonly [string, ...string[]] => {
  writeIn(directory, 'passwords', PASSWORDS);
  const servers = Object.entries(hosts).map(([host, lines]) => block(port, host, lines));
  const config = nginxMain(directory, [...http, ...servers].join('\n'));
  return ['nginx', '-p', directory, '-c', writeIn(directory, 'nginx.conf', config)];
};
