/** What recipes say in comments, in the reader's language: each a line, where it goes and what to mind. */
export interface Comments {
  /** Of frameworks: in front of everything else that handles requests. */
  readonly beforeOthers: string;
  /** Stands where the reader's own code or configuration goes. */
  readonly untilNow: string;
  readonly isPreflight: string;
  readonly beforeSignIn: string;
  /** What sets Vary later would otherwise replace what stands there. */
  readonly varyKept: string;
  /** The same, where nothing can be done about it; `add` is the method that adds to it. */
  readonly varyReplaced: (add: string) => string;
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
  readonly traefik: string;
  /** How a file of this name, `cors.json`, is put in place. */
  readonly apply: (command: string) => string;
  /** Of a platform: it has no setting for these methods. */
  readonly unknownMethods: (methods: string) => string;
  /** Of a platform: it allows credentials to any origin that is named, whether asked to or not. */
  readonly credentialsUnasked: (platform: string) => string;
  /** Of a platform: what the code behind it sets itself is replaced, or left out. */
  readonly codeIsIgnored: (platform: string) => string;
  readonly consoleTakesRules: string;
  readonly notInCodeToo: string;
  readonly httpApiAuthorizer: string;
  readonly restApi: string;
  readonly oneOrigin: (others: string) => string;
  readonly preflightUnsigned: string;
  readonly ownErrors: string;
  readonly restFunction: string;
  readonly cloudFrontBehavior: string;
  readonly cloudFrontPreflight: string;
  readonly storageHeaders: string;
  readonly noCredentials: string;
  readonly appService: string;
  readonly exposesNothing: (names: string) => string;
  readonly azureBlob: string;
  readonly ingress: string;
  /** In place of the recipe. */
  readonly ingressOrigin: (origins: string) => string;
}
