/** nginx, as it is set up wrongly: each cause in a location, or a host, of its own. */
import { nginxWith } from '../nginx-under-test.ts';
import { nginxVersion } from '../proxies.ts';
import type { BrokenServer } from './broken-server.ts';

/** What is said to pages that may ask, by nginx's own means. */
const ALLOWED = 'add_header Access-Control-Allow-Origin $http_origin always;';
const onOptions = (...lines: readonly string[]): string => `if ($request_method = OPTIONS) { ${lines.join(' ')} return 204; }`;
const header = (name: string, value: string): string => `add_header ${name} ${value} always;`;
const methods = header('Access-Control-Allow-Methods', '"GET, PUT"');
const withCredentials = header('Access-Control-Allow-Credentials', 'true');
const answering = (path: string, ...lines: readonly string[]): string => `location ${path} { ${lines.join(' ')} return 200 "fine"; }`;
/** A page of another part of the same name: its port is the page's own. */
const named = (path: string, origin: string): string => answering(path, header('Access-Control-Allow-Origin', origin));

const hosts = (port: number, upstream: number, directory: string): Readonly<Record<string, readonly string[]>> => ({
  // Good answers allow the page; what else is said here does not.
  layered: [
    'add_header Access-Control-Allow-Origin $http_origin;',
    'location /good { return 200 "fine"; }',
    'location /gone { return 410; }',
    'location /inner { add_header X-Frame-Options DENY; return 200 "fine"; }',
  ],
  limits: [
    `location /upload { client_max_body_size 1k; proxy_pass http://127.0.0.1:${upstream}; }`,
    `location /often { limit_req zone=often; limit_req_status 429; proxy_pass http://127.0.0.1:${upstream}; }`,
  ],
  down: ['location / { proxy_pass http://127.0.0.1:9; }'],
  private: [
    'auth_basic "reader";',
    `auth_basic_user_file ${directory}/passwords;`,
    `location /token { ${onOptions(ALLOWED, methods, header('Access-Control-Allow-Headers', 'authorization'))} try_files /nothing =404; }`,
  ],
  moved: [
    'location = /slash { return 301 /slash/; }',
    'location /secure { return 301 https://$host$request_uri; }',
    'location /login { return 302 /account/login?next=$request_uri; }',
    'location /elsewhere { return 307 http://values.localhost:$server_port/fine; }',
    `location /hop { ${ALLOWED} return 302 http://values.localhost:$server_port/other; }`,
    `location /userinfo { ${ALLOWED} return 302 http://user@values.localhost:$server_port/; }`,
  ],
  apex: [`return 301 http://www.apex.localhost:${port}$request_uri;`],
  values: [
    answering('/fine', ALLOWED),
    named('/list', '"http://shop.example, http://app.example"'),
    named('/pattern', '"https://*.example.com"'),
    named('/bare', '"app.example"'),
    named('/other', '"http://shop.example"'),
    named('/loopback', '"http://127.0.0.1:$page_port"'),
    named('/port', '"http://localhost:1"'),
    named('/scheme', '"https://localhost:$page_port"'),
    named('/star', '"*"'),
    answering('/bare-credentials', ALLOWED),
    answering('/credentials', ALLOWED, header('Access-Control-Allow-Credentials', 'True')),
    answering('/typo', header('Access-Control-Allow-Orgin', '$http_origin')),
    `location /twice { ${ALLOWED} proxy_pass http://127.0.0.1:${upstream}; }`,
  ],
  lists: [
    `location /star { ${onOptions(ALLOWED, withCredentials, methods, header('Access-Control-Allow-Headers', '*'))} }`,
    `location /json { ${onOptions(ALLOWED, methods)} }`,
    `location /near { ${onOptions(ALLOWED, methods, header('Access-Control-Allow-Headers', '"X-Api-Tokn"'))} }`,
    `location /short { ${onOptions(ALLOWED, methods, header('Access-Control-Allow-Headers', '"accept"'))} }`,
    `location /broken { ${onOptions(ALLOWED, methods, header('Access-Control-Allow-Headers', '\'"x-api-token"\''))} }`,
    `location /lower { ${onOptions(ALLOWED, header('Access-Control-Allow-Methods', '"get, put"'))} }`,
    `location /upper { ${onOptions(ALLOWED, header('Access-Control-Allow-Methods', 'PATCH'))} }`,
  ],
  half: [`location /data { ${onOptions(ALLOWED, methods, header('Access-Control-Allow-Headers', 'content-type'))} return 200 "fine"; }`],
  files: ['location /none { return 404; }', 'location / { root /var/empty; }'],
  readonly: ['location /data { limit_except GET { deny all; } proxy_pass http://127.0.0.1:9; }'],
  written: [`location / { ${onOptions(ALLOWED, methods)} root ${directory}; }`],
  cached: [
    `location / { proxy_cache answers; proxy_cache_valid 200 1h; add_header X-Cache $upstream_cache_status; proxy_pass http://127.0.0.1:${upstream}; }`,
  ],
  kept: [
    'location /picture { add_header Cache-Control max-age=3600; add_header Access-Control-Allow-Origin $http_origin; default_type image/svg+xml; return 200 "<svg xmlns=\'http://www.w3.org/2000/svg\'/>"; }',
  ],
  bare: ['location / { return 200 "fine"; }', answering('/kept', header('Cache-Control', 'max-age=3600'))],
  sockets: [
    'location /own { if ($http_origin !~ "^https://app\\.example$") { return 403; } }',
    `location /plain { proxy_pass http://127.0.0.1:${upstream}; }`,
    'location = /moved { return 301 /moved/; }',
    'location /down { proxy_pass http://127.0.0.1:9; }',
  ],
});

const put = (names: Readonly<Record<string, string>> = {}) => ({ method: 'PUT', headers: names, body: 'x' }) as const;
const good = (host: string, path: string) => [{ by: 'page', asked: { host, path } }] as const;

export const nginx: BrokenServer = {
  id: 'nginx',
  version: nginxVersion,
  command: setup =>
    nginxWith(
      setup,
      [
        'map $http_origin $page_port { "~:(?<digits>[0-9]+)$" $digits; default 0; }',
        'limit_req_zone $server_name zone=often:1m rate=1r/m;',
        `proxy_cache_path ${setup.directory}/cache keys_zone=answers:1m;`,
      ],
      hosts(setup.port, setup.upstream, setup.directory),
    ),
  cases: [
    { cause: 'nginx-not-always', host: 'layered', path: '/gone', before: good('layered', '/good') },
    { cause: 'nginx-inheritance', host: 'layered', path: '/inner', before: good('layered', '/good') },
    { cause: 'body-too-large', host: 'limits', path: '/upload', method: 'POST', body: 'x'.repeat(2_000) },
    { cause: 'too-many-requests', host: 'limits', path: '/often', before: good('limits', '/often') },
    { cause: 'gateway-error', host: 'down', path: '/data' },
    { cause: 'auth-before-cors', host: 'private', path: '/data', ...put() },
    { cause: 'not-signed-in', host: 'private', path: '/data' },
    { cause: 'sign-in-refused', host: 'private', path: '/token', headers: { Authorization: 'Basic eDp5' } },
    { cause: 'redirect-trailing-slash', host: 'moved', path: '/slash' },
    { cause: 'redirect-to-https', host: 'moved', path: '/secure', ...put() },
    { cause: 'redirect-to-login', host: 'moved', path: '/login' },
    { cause: 'redirect-elsewhere', host: 'moved', path: '/elsewhere', ...put() },
    { cause: 'redirect-tainted', host: 'moved', path: '/hop' },
    { cause: 'redirect-refused', host: 'moved', path: '/userinfo' },
    { cause: 'redirect-www', host: 'apex', path: '/data', ...put() },
    { cause: 'list-of-origins', host: 'values', path: '/list' },
    { cause: 'origin-pattern', host: 'values', path: '/pattern' },
    { cause: 'origin-misconfigured', host: 'values', path: '/bare' },
    { cause: 'other-origin-allowed', host: 'values', path: '/other' },
    { cause: 'other-loopback-name', host: 'values', path: '/loopback' },
    { cause: 'other-port-allowed', host: 'values', path: '/port' },
    { cause: 'other-scheme-allowed', host: 'values', path: '/scheme' },
    { cause: 'any-origin-with-credentials', host: 'values', path: '/star', credentials: 'include' },
    { cause: 'credentials-not-allowed', host: 'values', path: '/bare-credentials', credentials: 'include' },
    { cause: 'credentials-not-true', host: 'values', path: '/credentials', credentials: 'include' },
    { cause: 'header-misspelt', host: 'values', path: '/typo' },
    { cause: 'added-twice', host: 'values', path: '/twice' },
    { cause: 'star-is-no-list', host: 'lists', path: '/star', credentials: 'include', ...put({ 'X-Api-Token': '1' }) },
    { cause: 'content-type-not-listed', host: 'lists', path: '/json', ...put({ 'Content-Type': 'application/json' }) },
    { cause: 'tracing-headers', host: 'lists', path: '/json', ...put({ traceparent: '00-1-1-00' }) },
    { cause: 'library-headers', host: 'lists', path: '/json', ...put({ 'X-Requested-With': 'XMLHttpRequest' }) },
    { cause: 'response-headers-in-request', host: 'lists', path: '/json', ...put({ 'Access-Control-Allow-Origin': '*' }) },
    { cause: 'entry-misspelt', host: 'lists', path: '/near', ...put({ 'X-Api-Token': '1' }) },
    { cause: 'list-in-lower-case', host: 'lists', path: '/lower', ...put() },
    { cause: 'list-incomplete', host: 'lists', path: '/short', ...put({ 'X-Api-Token': '1' }) },
    { cause: 'list-malformed', host: 'lists', path: '/broken', ...put({ 'X-Api-Token': '1' }) },
    { cause: 'lower-case-method', host: 'lists', path: '/upper', method: 'patch', body: 'x' },
    { cause: 'only-preflight-allowed', host: 'half', path: '/data', ...put({ 'Content-Type': 'application/json' }) },
    { cause: 'wrong-address', host: 'files', path: '/none' },
    { cause: 'no-options-route', host: 'files', path: '/page.html', ...put() },
    { cause: 'preflight-forbidden', host: 'readonly', path: '/data', ...put() },
    { cause: 'method-not-offered', host: 'written', path: '/passwords', ...put() },
    { cause: 'websocket-origin', host: 'sockets', path: '/own', isSocket: true },
    { cause: 'websocket-sign-in', host: 'private', path: '/socket', isSocket: true },
    { cause: 'websocket-not-offered', host: 'sockets', path: '/plain', isSocket: true, only: 'firefox' },
    { cause: 'websocket-redirected', host: 'sockets', path: '/moved', isSocket: true, only: 'firefox' },
    { cause: 'websocket-server-error', host: 'sockets', path: '/down', isSocket: true, only: 'firefox' },
    { cause: 'vary-missing', host: 'cached', path: '/origin', before: [{ by: 'stranger', asked: { host: 'cached', path: '/origin' } }] },
    {
      cause: 'kept-without-cors',
      host: 'kept',
      path: '/picture',
      before: [{ by: 'image', asked: { host: 'kept', path: '/picture' } }],
      isAged: true,
      only: 'chromium',
    },
    { cause: 'cors-not-set-up', host: 'bare', path: '/data' },
    { cause: 'cors-not-set-up', host: 'bare', path: '/kept', before: good('bare', '/kept'), isAged: true, isRefusedBefore: true },
  ],
};
