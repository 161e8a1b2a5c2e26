/** nginx, with what is to be tried in it. */

import { PASSWORDS, versionBy } from './proxies.ts';
import { type Setup, writeIn } from './under-test.ts';

export const nginxVersion = versionBy('nginx', 'nginx', '-v', /nginx\/([\d.]+)/);

const block = (port: number, host: string, lines: readonly string[]): string =>
  `    server {\n        listen 127.0.0.1:${port};\n        server_name ${host}.localhost;\n${lines.map(line => `        ${line}`).join('\n')}\n    }`;

/** @param hosts what stands in the server block of each host below localhost */
export const nginxWith = (
  { port, directory }: Setup,
  http: readonly string[],
  hosts: Readonly<Record<string, readonly string[]>>,
): readonly [string, ...string[]] => {
  // Its workers leave the rights of root, and could not read what only root may.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  writeIn(directory, 'passwords', PASSWORDS);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `    ${name}_temp_path ${directory}/${name};`).join('\n');
  const servers = Object.entries(hosts).map(([host, lines]) => block(port, host, lines));
  const config = `${user}daemon off;
pid ${directory}/nginx.pid;
error_log stderr;
events {}
http {
    access_log off;
${temporary}
${http.map(line => `    ${line}`).join('\n')}
${servers.join('\n')}
}
`;
  return ['nginx', '-p', directory, '-c', writeIn(directory, 'nginx.conf', config)];
};
