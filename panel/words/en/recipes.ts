/** English: what is said of a server's own configuration. */
import type { Comments } from '../../../src/recipes/comments.ts';
import type { Family } from '../../../src/recipes/recipe.ts';

export const recipeWords = {
  title: 'In your server’s configuration',
  none: 'Choose what answers these requests…',
  families: { node: 'Node.js', proxy: 'Servers and proxies', python: 'Python', php: 'PHP', ruby: 'Ruby' } satisfies Record<Family, string>,
  recognised: (name: string) => `The answer says that it comes from ${name}.`,
  proven: (version: string) => `Proven on ${version}, in Chromium and Firefox.`,
  copy: 'Copy this configuration',
  whole: 'It allows this one origin, also where the server answers with an error, and no other.',
  comments: {
    beforeOthers: 'In front of everything else that handles requests, sign-in checks among them.',
    untilNow: 'what was here until now',
    isPreflight: 'Whether the request is a preflight, which is answered here.',
    beforeSignIn: 'Answers the preflight, which no browser sends a sign-in with.',
    applicationToo: 'Where the application behind it sets it too.',
    nginxHttp: 'In http { … }',
    nginxServer: 'In server { … }. Of a header whose value is empty nginx sends nothing.',
    nginxInheritance: 'A location with an add_header of its own needs these lines again.',
    apache: 'In <VirtualHost …>. Modules: headers, rewrite, setenvif.',
    haproxy: 'In frontend …, before any sign-in check.',
    caddy: 'In the block of the site.',
    caddyOrder: 'Inside of route, Caddy goes by the order of the lines: sign-in checks come after these.',
    lighttpd: 'At the end of the configuration: what comes later wins.',
    lighttpdModules: '"mod_setenv" and "mod_redirect" have to be the first in server.modules.',
    php: 'At the very beginning, before anything is printed and before any sign-in check.',
  } satisfies Comments,
};
