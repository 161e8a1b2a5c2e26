/** The built-in demo: a page and servers whose requests fail in every way that the evaluator knows. */
import { createHash, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CASES } from './cases/index.ts';
import { loadFiles } from './files.ts';
import { fillAll } from './fill.ts';
import { type Handler, openBare, openPlain, openSecure } from './listen.ts';
import type { DemoCase, DemoFix, Need, Role } from './model.ts';
import { demoFolder } from './root.ts';
import { createRoutes } from './routes.ts';

/** The page's port, unless it is taken. */
export const USUAL_PORT = 8199;

/** What a browser must be told to show every case; without it some cases end otherwise than they say. */
export interface BrowserSetup {
  /** Chromium's command line. */
  readonly chromiumArguments: readonly string[];
  /** Preferences of Firefox's profile. */
  readonly firefoxPreferences: Readonly<Record<string, string | boolean>>;
  /** The certificate that Firefox has to accept, for this host and port alone. */
  readonly certificate: {
    readonly host: string;
    readonly port: number;
    /** PEM text. */
    readonly pem: string;
    /** SHA-256 of the certificate: upper-case hexadecimal bytes with colons. */
    readonly fingerprint: string;
  };
}

export interface Demo {
  /** The page. */
  readonly url: string;
  /** The cases that this machine can serve, with the real origins filled in; `{run}` is left for the page. */
  readonly cases: readonly DemoCase[];
  readonly origins: ReadonlyMap<Role, string>;
  readonly browser: BrowserSetup;
  /** From now on the servers answer the case with these edits; null takes them back. Throws for an id that does not exist. */
  setFix(id: string, fix: DemoFix | null): void;
  close(): Promise<void>;
}

interface Place {
  readonly role: Role;
  readonly origin: string;
}

const valuesOf = (places: readonly Place[]): ReadonlyMap<string, string> =>
  new Map(places.flatMap(({ role, origin }) => [[role, origin] as const, [`${role}-port`, new URL(origin).port] as const]));

const readCertificate = (folder: string): { readonly pem: string; readonly fingerprint: string; readonly spki: string } => {
  const pem = fs.readFileSync(path.join(folder, 'accepted-certificate.pem'), 'utf8');
  const certificate = new X509Certificate(pem);
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return { pem, fingerprint: certificate.fingerprint256, spki: createHash('sha256').update(key).digest('base64') };
};

export interface DemoOptions {
  /** The page's; USUAL_PORT unless given. */
  readonly port?: number;
  /** The api server's; any free one unless given. */
  readonly apiPort?: number;
}

/** Starts the servers. A port that is taken is replaced by a free one. */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const folder = demoFolder();
  const certificates = path.join(folder, 'certificate');
  const files = await loadFiles(folder);
  let route: Handler = (_role, _request, socket) => socket.destroy();
  const handler: Handler = (role, request, socket) => route(role, request, socket);

  const [page, api, other, publicly] = await Promise.all([
    openPlain('page', handler, options.port ?? USUAL_PORT),
    openPlain('api', handler, options.apiPort),
    openPlain('other', handler),
    openPlain('public', handler),
  ]);
  const [secure, untrusted, bare] = await Promise.all([
    openSecure('secure', handler, certificates, 'accepted'),
    openSecure('untrusted', handler, certificates, 'refused'),
    openBare(handler),
  ]);

  const places: Place[] = [
    { role: 'page', origin: `http://localhost:${page.port}` },
    { role: 'api', origin: `http://127.0.0.1:${api.port}` },
    { role: 'other', origin: `http://localhost:${other.port}` },
    { role: 'sub', origin: `http://api.localhost:${api.port}` },
    { role: 'ipv6', origin: `http://[::1]:${api.port}` },
    { role: 'secure', origin: `https://localhost:${secure.port}` },
    { role: 'untrusted', origin: `https://localhost:${untrusted.port}` },
    { role: 'public', origin: `http://127.0.0.1:${publicly.port}` },
    { role: 'bare', origin: bare === null ? 'http://127.0.0.2' : `http://${bare.address}` },
  ];
  const missing: Need[] = [...(bare === null ? (['port-80'] as const) : []), ...(api.hasIpv6 ? [] : (['ipv6'] as const))];
  const values = valuesOf(places);
  const cases = CASES.filter(each => !each.needs.some(need => missing.includes(need))).map(each =>
    fillAll(each, new Map([...values, ['id', each.id]])),
  );
  const origins = new Map(places.map(({ role, origin }) => [role, origin]));
  const routes = createRoutes(cases, origins, files);
  route = routes.handle;

  const certificate = readCertificate(certificates);
  const listeners = [page, api, other, publicly, secure, untrusted, ...(bare === null ? [] : [bare])];
  return {
    url: `http://localhost:${page.port}/`,
    cases,
    origins,
    browser: {
      chromiumArguments: [
        `--ignore-certificate-errors-spki-list=${certificate.spki}`,
        `--ip-address-space-overrides=127.0.0.1:${publicly.port}=public`,
      ],
      firefoxPreferences: {
        'network.lna.enabled': true,
        'network.lna.blocking': true,
        'network.lna.address_space.public.override': `127.0.0.1:${publicly.port}`,
      },
      certificate: { host: 'localhost', port: secure.port, pem: certificate.pem, fingerprint: certificate.fingerprint },
    },
    setFix: routes.setFix,
    close: async () => {
      await Promise.all(listeners.map(listener => listener.close()));
    },
  };
};
