import { lines } from '../text.ts';
import { leftOutNames } from './headers.ts';
import type { Relay } from './relay.ts';
import { PREFIX } from './target.ts';

/** nginx trusts whatever certificate it is shown unless it is told whom to trust. */
const tls = (certificates: string): readonly string[] => [
  '    proxy_ssl_server_name on;',
  '    proxy_ssl_verify on;',
  `    # ${certificates}`,
  '    proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;',
];

export const nginx = {
  id: 'nginx',
  name: 'nginx',
  family: 'proxy',
  render: (target, comments) =>
    lines(
      `# ${comments.nginxServer}`,
      `location ${PREFIX}/ {`,
      `    proxy_pass ${target.origin}/;`,
      '    proxy_http_version 1.1;',
      '    proxy_connect_timeout 5s;',
      '    proxy_read_timeout 30s;',
      ...(target.origin.startsWith('https:') ? tls(comments.certificates) : []),
      '    proxy_set_header Host $proxy_host;',
      `    # ${comments.kept}`,
      ...leftOutNames(target).map(name => `    proxy_set_header ${name} "";`),
      '    proxy_hide_header Set-Cookie;',
      '    proxy_hide_header Access-Control-Allow-Origin;',
      `    # ${comments.keyFile}`,
      '    # include /etc/nginx/api-key.conf;',
      '}',
    ),
} as const satisfies Relay;
