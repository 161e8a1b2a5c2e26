/** Servers that Debian packages, in front of an application that knows nothing of CORS. Each asks for a sign-in, whatever the method. */
import path from 'node:path';
import { printed, type ServerUnderTest, type Setup, SIGN_IN, writeIn } from './under-test.ts';

/** What the program says of its version, matched; null where it is not there. */
export const versionBy = (name: string, program: string, argument: string, pattern: RegExp) => (): string | null => {
  const version = pattern.exec(printed(program, argument) ?? '')?.[1];
  return version === undefined ? null : `${name} ${version}`;
};

export const nginxVersion = versionBy('nginx', 'nginx', '-v', /nginx\/([\d.]+)/);

/** reader:secret, as htpasswd writes it (SHA-1). */
export const PASSWORDS = 'reader:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n';

export const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** An nginx recipe is for two places. */
const nginxParts = (recipe: string | null): readonly [string, string] => {
  const [http = '', server = ''] = (recipe ?? '').split(/^(?=# In server)/m);
  return [http, server];
};

/** Its configuration around that of its sites; it keeps all its files in the directory. */
export const nginxMain = (directory: string, sites: string): string => {
  // Its workers leave the rights of root, and could not read what only root may.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}daemon off;
pid ${directory}/nginx.pid;
error_log stderr;
events {}
http {
    access_log off;
    client_body_temp_path ${directory}/body;
    proxy_temp_path ${directory}/proxy;
    fastcgi_temp_path ${directory}/fastcgi;
    uwsgi_temp_path ${directory}/uwsgi;
    scgi_temp_path ${directory}/scgi;
${indented(sites, '    ')}
}
`;
};

const nginxConfig = ({ recipe, port, upstream, directory }: Setup): string => {
  const [http, server] = nginxParts(recipe);
  return nginxMain(
    directory,
    `${http}
server {
    listen 127.0.0.1:${port};
${indented(server, '    ')}
    auth_basic "reader";
    auth_basic_user_file ${writeIn(directory, 'passwords', PASSWORDS)};
    location / {
        proxy_pass http://127.0.0.1:${upstream};
    }
    location /fail {
        return 500;
    }
}`,
  );
};

const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'headers',
  'rewrite',
  'setenvif',
  'proxy',
  'proxy_http',
  'alias',
  'dir',
  'mime',
];

/** Its configuration around that of its one site. */
const apacheMain = ({ port, directory }: Setup, site: string): string => `ServerName localhost
PidFile ${directory}/apache.pid
DefaultRuntimeDir ${directory}
ErrorLog ${directory}/error.log
TypesConfig /dev/null
${MODULES.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
Listen 127.0.0.1:${port}
<VirtualHost *:${port}>
${site}
</VirtualHost>
`;

const apacheSite = ({ recipe, upstream, directory }: Setup): string => `${recipe ?? ''}
    <Location />
        AuthType Basic
        AuthName reader
        AuthUserFile ${writeIn(directory, 'passwords', PASSWORDS)}
        Require valid-user
    </Location>
    Redirect 500 /fail
    ProxyPass /fail !
    ProxyPass / http://127.0.0.1:${upstream}/`;

const haproxyConfig = ({ recipe, port, upstream }: Setup): string => `global
    maxconn 100
defaults
    mode http
    timeout connect 5s
    timeout client 10s
    timeout server 10s
userlist readers
    user reader insecure-password secret
frontend site
    bind 127.0.0.1:${port}
${indented(recipe ?? '', '    ')}
    http-request auth realm reader if !{ http_auth(readers) }
    http-request return status 500 if { path /fail }
    default_backend application
backend application
    server one 127.0.0.1:${upstream}
`;

/** reader:secret by bcrypt. */
export const BCRYPT = '$2a$14$4HS8YIYOIU5qx0ECZi4uTOEzpUhjwp7xobtpPHs8MC5q4SlFH24F.';

/** Its configuration around that of its one site. */
const caddyMain = ({ port }: Setup, site: string): string => `{
	admin off
	auto_https off
	grace_period 1s
}
http://127.0.0.1:${port} {
	bind 127.0.0.1
${indented(site, '\t')}
}
`;

const caddySite = ({ recipe, upstream }: Setup): string => {
  const site = `basicauth {
	reader ${BCRYPT}
}
respond /fail 500
reverse_proxy 127.0.0.1:${upstream}`;
  return recipe === null ? site : recipe.replace(/^\t\t# … .*$/m, site);
};

const lighttpdConfig = ({
  recipe,
  port,
  upstream,
  directory,
}: Setup): string => `server.modules = ( ${recipe === null ? '' : '"mod_setenv", "mod_redirect", '}"mod_auth", "mod_authn_file", "mod_access", "mod_proxy" )
server.bind = "127.0.0.1"
server.port = ${port}
server.document-root = "${directory}"
server.errorlog = "${directory}/error.log"
auth.backend = "plain"
auth.backend.plain.userfile = "${writeIn(directory, 'passwords', 'reader:secret\n')}"
auth.require = ( "" => ( "method" => "basic", "realm" => "reader", "require" => "valid-user" ) )
$HTTP["url"] == "/fail" { url.access-deny = ( "" ) }
$HTTP["url"] != "/fail" { proxy.server = ( "" => (( "host" => "127.0.0.1", "port" => ${upstream} )) ) }
${recipe ?? ''}
`;

const varnishConfig = ({ recipe, upstream }: Setup): string => `vcl 4.1;
${recipe ?? ''}
backend default {
    .host = "127.0.0.1";
    .port = "${upstream}";
}
sub vcl_recv {
    if (req.http.Authorization != "${SIGN_IN}") {
        return (synth(401));
    }
    if (req.url == "/fail") {
        return (synth(500));
    }
}
`;

export const apacheWith = (site: (setup: Setup) => string): ServerUnderTest => ({
  id: 'apache',
  version: versionBy('Apache httpd', 'apache2', '-v', /Apache\/([\d.]+)/),
  command: setup => ['apache2', '-DFOREGROUND', '-f', writeIn(setup.directory, 'apache.conf', apacheMain(setup, site(setup)))],
});

export const haproxyWith = (config: (setup: Setup) => string): ServerUnderTest => ({
  id: 'haproxy',
  version: versionBy('HAProxy', 'haproxy', '-v', /version ([\d.]+)/),
  command: setup => ['haproxy', '-f', writeIn(setup.directory, 'haproxy.cfg', config(setup))],
});

export const caddyWith = (site: (setup: Setup) => string): ServerUnderTest => ({
  id: 'caddy',
  version: versionBy('Caddy', 'caddy', 'version', /v?([\d.]+)/),
  command: setup => ['caddy', 'run', '--config', writeIn(setup.directory, 'Caddyfile', caddyMain(setup, site(setup))), '--adapter', 'caddyfile'],
});

export const varnishWith = (config: (setup: Setup) => string): ServerUnderTest => ({
  id: 'varnish',
  version: versionBy('Varnish', 'varnishd', '-V', /varnish-([\d.]+)/),
  // Without its jail: it would give its files away to other users.
  command: setup => [
    'varnishd',
    ...['-F', '-j', 'none', '-T', 'none', '-s', 'malloc,16m'],
    ...['-n', path.join(setup.directory, 'varnish'), '-a', `127.0.0.1:${setup.port}`],
    ...['-f', writeIn(setup.directory, 'site.vcl', config(setup))],
  ],
});

export const PROXIES: readonly ServerUnderTest[] = [
  {
    id: 'nginx',
    version: nginxVersion,
    command: setup => ['nginx', '-p', setup.directory, '-c', writeIn(setup.directory, 'nginx.conf', nginxConfig(setup))],
  },
  apacheWith(apacheSite),
  haproxyWith(haproxyConfig),
  caddyWith(caddySite),
  {
    id: 'lighttpd',
    version: versionBy('lighttpd', 'lighttpd', '-v', /lighttpd\/([\d.]+)/),
    command: setup => ['lighttpd', '-D', '-f', writeIn(setup.directory, 'lighttpd.conf', lighttpdConfig(setup))],
  },
  varnishWith(varnishConfig),
];
