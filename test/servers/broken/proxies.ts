/** Proxies other than nginx, as they are set up wrongly: each cause below a path of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { apacheWith, BCRYPT, caddyWith, haproxyWith, PASSWORDS, varnishWith } from '../proxies.ts';
import { type Setup, writeIn } from '../under-test.ts';
import { type BrokenServer, GET, PUT } from './broken-server.ts';

/** A good answer of the same server, asked for before. */
const good = [{ by: 'page', asked: { ...GET, path: '/good' } }] as const;

const apacheSite = ({ upstream, directory }: Setup): string => {
  const site = path.join(directory, 'site');
  fs.mkdirSync(path.join(site, 'folder'), { recursive: true });
  writeIn(site, 'file.json', '{}');
  return `    DocumentRoot ${site}
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
${['/good', '/twice', '/other', '/limited'].map(place => `    ProxyPass ${place} http://127.0.0.1:${upstream}${place}`).join('\n')}`;
};

export const apache: BrokenServer = {
  ...apacheWith(apacheSite),
  cases: [
    { cause: 'errors-lose-headers', ...GET, path: '/late/gone', before: good },
    { cause: 'added-twice', ...GET, path: '/twice' },
    { cause: 'other-origin-allowed', ...GET, path: '/other' },
    { cause: 'auth-before-cors', ...PUT, path: '/private' },
    { cause: 'preflight-forbidden', ...PUT, path: '/limited' },
    { cause: 'redirect-to-https', ...PUT, path: '/secure' },
    { cause: 'redirect-trailing-slash', ...GET, path: '/folder' },
    { cause: 'options-answered-by-framework', ...PUT, path: '/file.json' },
    { cause: 'gateway-error', ...GET, path: '/down' },
  ],
};

const caddySite = ({ upstream, directory }: Setup): string => {
  writeIn(directory, 'file.json', '{}');
  return `handle /twice {
	header +Access-Control-Allow-Origin *
	reverse_proxy 127.0.0.1:${upstream}
}
handle /private {
	basicauth {
		reader ${BCRYPT}
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
};

export const caddy: BrokenServer = {
  ...caddyWith(caddySite),
  cases: [
    { cause: 'added-twice', ...GET, path: '/twice' },
    { cause: 'auth-before-cors', ...PUT, path: '/private' },
    { cause: 'other-origin-allowed', ...GET, path: '/fixed' },
    { cause: 'list-incomplete', ...PUT, path: '/half' },
    { cause: 'redirect-to-https', ...PUT, path: '/secure' },
    { cause: 'gateway-error', ...GET, path: '/down' },
    { cause: 'silent-refusal', ...PUT, path: '/file.json' },
    { cause: 'cors-not-set-up', ...GET, path: '/file.json' },
    { cause: 'wrong-address', ...GET, path: '/nothing.json' },
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
  ...haproxyWith(haproxyConfig),
  cases: [
    { cause: 'auth-before-cors', ...PUT, path: '/private' },
    { cause: 'not-signed-in', ...GET, path: '/private' },
    { cause: 'redirect-to-https', ...PUT, path: '/secure' },
    { cause: 'too-many-requests', ...GET, path: '/often' },
    { cause: 'preflight-forbidden', ...PUT, path: '/limited' },
    { cause: 'added-twice', ...GET, path: '/twice' },
    { cause: 'gateway-error', ...GET, path: '/down', before: good },
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
  ...varnishWith(varnishConfig),
  cases: [
    { cause: 'vary-missing', host: 'kept', path: '/data', before: [{ by: 'stranger', asked: { host: 'kept', path: '/data' } }] },
    { cause: 'no-options-route', ...PUT, path: '/readonly' },
    { cause: 'gateway-error', ...GET, path: '/down' },
  ],
};
