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
}
