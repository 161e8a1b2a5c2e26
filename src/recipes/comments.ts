/** What recipes say in comments, in the reader's language: each a line, where it goes and what to mind. */
export interface Comments {
  /** Of frameworks: in front of everything else that handles requests. */
  readonly beforeOthers: string;
  /** Stands where the reader's own code or configuration goes. */
  readonly untilNow: string;
  readonly isPreflight: string;
  readonly beforeSignIn: string;
  /** Of a proxy: the application behind it sets the same header. */
  readonly applicationToo: string;
  readonly nginxHttp: string;
  readonly nginxServer: string;
  readonly nginxInheritance: string;
  readonly apache: string;
  readonly haproxy: string;
  readonly caddy: string;
  readonly caddyOrder: string;
  readonly lighttpd: string;
  readonly lighttpdModules: string;
  readonly php: string;
  readonly apacheRules: string;
  readonly djangoToo: string;
  readonly fastapi: string;
  readonly tomcatFilter: string;
  readonly javaOthers: string;
  readonly tomcatSignIn: string;
  readonly tomcatClasses: string;
  readonly varnish: string;
  readonly laravel: string;
  readonly laravelOrigins: string;
  readonly aspnetServices: string;
  readonly aspnetSignIn: string;
  readonly aspnetErrors: string;
  readonly goRouter: string;
  readonly nestjs: string;
  readonly nextjs: string;
  readonly nextjsMatcher: string;
  readonly uncaught: string;
  readonly copyOfResponse: string;
}
