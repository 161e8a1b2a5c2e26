/** Proxies other than nginx, as they are set up wrongly: each cause below a path of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { indented, PASSWORDS, versionBy } from '../proxies.ts';
import { type Setup, writeIn } from '../under-test.ts';
import type { BrokenServer } from './broken-server.ts';

const HOST = '';
const put = { host: HOST, method: 'PUT' } as const;
const get = { host: HOST } as const;
/** A good answer of the same server, asked for before. */
const good = [{ by: 'page', asked: { host: HOST, path: '/good' } }] as const;

const APACHE_MODULES = [
  ...['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic'],
  ...['headers', 'rewrite', 'proxy', 'proxy_http', 'alias', 'dir', 'mime'],
];

const apacheConfig = ({ port, upstream, directory }: Setup): string => {
  const site = path.join(directory, 'site');
  fs.mkdirSync(path.join(site, 'folder'), { recursive: true });
  writeIn(site, 'file.json', '{}');
  return `ServerName localhost
PidFile ${directory}/apache.pid
DefaultRuntimeDir ${directory}
ErrorLog ${directory}/error.log
TypesConfig /dev/null
${APACHE_MODULES.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
Listen 127.0.0.1:${port}
<VirtualHost *:${port}>
    DocumentRoot ${site}
    <Location /good>
        Header set Access-Control-Allow-Origin "*"
    </Location>
    <Location /late>
        Header set Access-Control-Allow-Origin "*"
    </Location>
    Redirect 410 /late/gone
    <Location /twice>
        Header always set Access-Control-Allow-Origin "*"
    </Location>
    <Location /other>
        Header unset Access-Control-Allow-Origin
        Header always set Access-Control-Allow-Origin "https://shop.example"
    </Location>
    <Location /private>
        AuthType Basic
        AuthName reader
        AuthUserFile ${writeIn(directory, 'passwords', PASSWORDS)}
        Require valid-user
    </Location>
    <Location /limited>
        <LimitExcept GET POST PUT>
            Require all denied
        </LimitExcept>
    </Location>
    RewriteEngine On
    RewriteRule ^/secure https://%{SERVER_NAME}%{REQUEST_URI} [R=301,L]
    ProxyPass /down http://127.0.0.1:9/
${['/good', '/twice', '/other', '/limited'].map(place => `    ProxyPass ${place} http://127.0.0.1:${upstream}${place}`).join('\n')}
</VirtualHost>
`;
};

export const apache: BrokenServer = {
  id: 'apache',
  version: versionBy('Apache httpd', 'apache2', '-v', /Apache\/([\d.]+)/),
  command: setup => ['apache2', '-DFOREGROUND', '-f', writeIn(setup.directory, 'apache.conf', apacheConfig(setup))],
  cases: [
    { cause: 'errors-lose-headers', ...get, path: '/late/gone', before: good },
    { cause: 'added-twice', ...get, path: '/twice' },
    { cause: 'other-origin-allowed', ...get, path: '/other' },
    { cause: 'auth-before-cors', ...put, path: '/private' },
    { cause: 'preflight-forbidden', ...put, path: '/limited' },
    { cause: 'redirect-to-https', ...put, path: '/secure' },
    { cause: 'redirect-trailing-slash', ...get, path: '/folder' },
    { cause: 'options-answered-by-framework', ...put, path: '/file.json' },
    { cause: 'gateway-error', ...get, path: '/down' },
  ],
};

/** reader:secret by bcrypt, at its lowest cost. */
const caddyConfig = ({ port, upstream, directory }: Setup): string => {
  writeIn(directory, 'file.json', '{}');
  const site = `handle /twice {
	header +Access-Control-Allow-Origin *
	reverse_proxy 127.0.0.1:${upstream}
}
handle /private {
	basicauth {
		reader $2a$14$4HS8YIYOIU5qx0ECZi4uTOEzpUhjwp7xobtpPHs8MC5q4SlFH24F.
	}
	header Access-Control-Allow-Origin *
	respond "fine"
}
handle /fixed {
	header Access-Control-Allow-Origin https://shop.example
	respond "fine"
}
handle /half {
	header Access-Control-Allow-Origin *
	respond "fine"
}
handle /secure {
	redir https://{host}{uri} permanent
}
handle /down {
	reverse_proxy 127.0.0.1:9
}
handle {
	root * ${directory}
	file_server
}`;
  return `{
	admin off
	auto_https off
	grace_period 1s
}
http://127.0.0.1:${port} {
	bind 127.0.0.1
${indented(site, '\t')}
}
`;
};

export const caddy: BrokenServer = {
  id: 'caddy',
  version: versionBy('Caddy', 'caddy', 'version', /v?([\d.]+)/),
  command: setup => ['caddy', 'run', '--config', writeIn(setup.directory, 'Caddyfile', caddyConfig(setup)), '--adapter', 'caddyfile'],
  cases: [
    { cause: 'added-twice', ...get, path: '/twice' },
    { cause: 'auth-before-cors', ...put, path: '/private' },
    { cause: 'other-origin-allowed', ...get, path: '/fixed' },
    { cause: 'list-incomplete', ...put, path: '/half' },
    { cause: 'redirect-to-https', ...put, path: '/secure' },
    { cause: 'gateway-error', ...get, path: '/down' },
    { cause: 'silent-refusal', ...put, path: '/file.json' },
    { cause: 'cors-not-set-up', ...get, path: '/file.json' },
    { cause: 'wrong-address', ...get, path: '/nothing.json' },
  ],
};

const haproxyConfig = ({ port, upstream }: Setup): string => `global
    maxconn 100
defaults
    mode http
    timeout connect 1s
    timeout client 10s
    timeout server 10s
    retries 0
userlist readers
    user reader insecure-password secret
frontend site
    bind 127.0.0.1:${port}
    http-request auth realm reader if { path /private } !{ http_auth(readers) }
    http-request redirect scheme https code 301 if { path /secure }
    http-request deny deny_status 429 if { path /often }
    http-request deny if METH_OPTIONS { path /limited }
    http-request set-var(txn.path) path
    http-response add-header Access-Control-Allow-Origin * if { var(txn.path) -m str /twice }
    use_backend nobody if { path /down }
    default_backend application
backend application
    server one 127.0.0.1:${upstream}
backend nobody
    server none 127.0.0.1:9
`;

export const haproxy: BrokenServer = {
  id: 'haproxy',
  version: versionBy('HAProxy', 'haproxy', '-v', /version ([\d.]+)/),
  command: setup => ['haproxy', '-f', writeIn(setup.directory, 'haproxy.cfg', haproxyConfig(setup))],
  cases: [
    { cause: 'auth-before-cors', ...put, path: '/private' },
    { cause: 'not-signed-in', ...get, path: '/private' },
    { cause: 'redirect-to-https', ...put, path: '/secure' },
    { cause: 'too-many-requests', ...get, path: '/often' },
    { cause: 'preflight-forbidden', ...put, path: '/limited' },
    { cause: 'added-twice', ...get, path: '/twice' },
    { cause: 'gateway-error', ...get, path: '/down', before: good },
  ],
};

const varnishConfig = ({ upstream }: Setup): string => `vcl 4.1;
backend default {
    .host = "127.0.0.1";
    .port = "${upstream}";
}
backend nobody {
    .host = "127.0.0.1";
    .port = "9";
}
sub vcl_recv {
    if (req.url == "/down") {
        set req.backend_hint = nobody;
    }
    if (req.url == "/readonly" && req.method != "GET" && req.method != "HEAD") {
        return (synth(405));
    }
}
`;

export const varnish: BrokenServer = {
  id: 'varnish',
  version: versionBy('Varnish', 'varnishd', '-V', /varnish-([\d.]+)/),
  command: setup => [
    'varnishd',
    ...['-F', '-j', 'none', '-T', 'none', '-s', 'malloc,16m'],
    ...['-n', path.join(setup.directory, 'varnish'), '-a', `127.0.0.1:${setup.port}`],
    ...['-f', writeIn(setup.directory, 'site.vcl', varnishConfig(setup))],
  ],
  cases: [
    { cause: 'vary-missing', host: 'kept', path: '/data', before: [{ by: 'stranger', asked: { host: 'kept', path: '/data' } }] },
    { cause: 'no-options-route', ...put, path: '/readonly' },
    { cause: 'gateway-error', ...get, path: '/down' },
  ],
};
