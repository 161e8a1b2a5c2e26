/** English: what is said of a server's own configuration. */
import type { Comments } from '../../../src/recipes/comments.ts';
import type { Family } from '../../../src/recipes/recipe.ts';

export const recipeWords = {
  title: (host: string) => `In the configuration of ${host}`,
  none: 'Choose what answers these requests…',
  families: {
    node: 'Node.js',
    proxy: 'Servers and proxies',
    python: 'Python',
    php: 'PHP',
    ruby: 'Ruby',
    go: 'Go',
    java: 'Java',
    dotnet: '.NET',
    platform: 'Platforms',
  } satisfies Record<Family, string>,
  recognised: (name: string) => `The answer says that it comes from ${name}.`,
  proven: (version: string) => `Proven on ${version}, in Chromium and Firefox.`,
  notProven: 'Written from its documentation and not proven here: try it before you rely on it.',
  copy: 'Copy this configuration',
  whole:
    'This configuration lets this origin in, also where the server answers with an error, and nobody besides. Add the methods and headers that other requests of the page need. An application behind it should not set these headers itself.',
  comments: {
    beforeOthers: 'In front of everything else that handles requests, sign-in checks among them.',
    untilNow: 'what was here until now',
    isPreflight: 'Whether the request is a preflight, which is answered here.',
    beforeSignIn: 'Answers the preflight before any sign-in check: browsers send it without credentials.',
    varyKept: 'A handler that sets Vary itself replaces it: Origin has to stay.',
    varyReplaced: add => `A handler that sets Vary itself has to add to it, by ${add}(…), so that Origin stays.`,
    applicationToo: 'Takes away what the application behind sets itself.',
    nginxHttp: 'In http { … }',
    nginxServer: 'In server { … }. nginx leaves out a header whose value is empty.',
    nginxInheritance: 'Repeat here what http { … } adds. A location with an add_header or proxy_hide_header of its own needs these lines again.',
    apache: 'In <VirtualHost …>. Modules: headers, rewrite, setenvif.',
    haproxy: 'In frontend …, before any sign-in check.',
    caddy: 'In the block of the site. What is no handler (tls, log, bind, handle_errors) stays outside of route.',
    caddyOrder: 'In route, Caddy goes by the order of the lines: these come before any sign-in check.',
    lighttpd: 'At the end of the configuration: what comes later wins.',
    lighttpdModules: '"mod_setenv" and "mod_redirect" have to be the first in server.modules.',
    php: 'Right after the first <?php, before anything is printed and before any sign-in check.',
    apacheRules: 'Put it before other RewriteRules.',
    djangoToo: 'Leave these two lines out if corsheaders is there already.',
  } satisfies Comments,
};
