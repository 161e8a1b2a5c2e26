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
    fastapi:
      'After all routes and before uvicorn.run, instead of add_middleware(CORSMiddleware): that leaves unhandled errors without these headers.',
    tomcatFilter: 'WEB-INF/web.xml: in <web-app>, before every other filter.',
    javaOthers: "It answers other origins with 403. Behind a proxy that ends TLS the site's own origin has to be on the list too.",
    tomcatSignIn:
      'META-INF/context.xml: in <Context>, if web.xml has a <login-config>. That check comes before any filter: what it refuses itself (401) has no CORS headers.',
    tomcatClasses: 'The class goes by auth-method: BasicAuthenticator, DigestAuthenticator, FormAuthenticator or SSLAuthenticator.',
    varnish: 'Right after the line "vcl 4.…;": Varnish runs what has the same name in this order.',
    laravel: 'config/cors.php (php artisan config:publish cors). Laravel itself answers by it, before routes and sign-in checks.',
    laravelOrigins: 'A single origin is named in every answer, whoever asks: that needs no Vary. With several, Laravel adds Vary: Origin.',
    aspnetServices: 'Program.cs, before builder.Build().',
    aspnetSignIn: 'After it, and before UseAuthentication and UseAuthorization, which have to be written out: ASP.NET Core would put them in front.',
    aspnetErrors: 'An exception that no UseExceptionHandler catches is answered without these headers.',
    goRouter: 'mux is what answered until now: a router of Gin, Echo or chi does as well.',
  } satisfies Comments,
};
