/** Servers of other people, really started: each as its users break it, and with a recipe's output put where it says. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { ROOT } from '../../src/launch/project.ts';
import { until } from '../browser/until.ts';

/** The sign-in that every server here asks for, of a preflight too, unless the recipe is in front of it. */
export const SIGN_IN = `Basic ${Buffer.from('reader:secret').toString('base64')}`;

export interface Setup {
  /** What the recipe gave; null leaves the server broken. */
  readonly recipe: string | null;
  readonly port: number;
  /** Where the application behind a proxy listens. */
  readonly upstream: number;
  /** For the server's own files. */
  readonly directory: string;
}

export interface ServerUnderTest {
  /** The recipe's. */
  readonly id: string;
  /** "nginx 1.22.1"; null where it is not installed. */
  readonly version: () => string | null;
  /** Where its own files have to be, so that they find its packages. */
  readonly scratch?: string;
  /** The path that /data and /fail are below; none is the root. */
  readonly base?: string;
  /** Writes its files, and gives the command that starts it in the foreground. */
  readonly command: (setup: Setup) => readonly [string, ...string[]];
}

export interface Running {
  /** What /data and /fail are below. */
  readonly base: string;
  close(): Promise<void>;
}

/** Versions without the last number, which a distribution changes. */
export const brief = (version: string): string => version.replace(/(\d+\.\d+)\.[\d.]+/g, '$1');

/**
 * Systems take the ports of outgoing connections from above these: a browser cannot take one before its server does. None of
 * them is a bad port (https://fetch.spec.whatwg.org/#port-blocking), the last of which is 10080.
 */
const PORTS = [11_000, 32_768] as const;

const isFree = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

let last = randomInt(...PORTS);

/** None twice: a browser remembers the preflights of an address. */
const freePort = async (): Promise<number> => {
  const [lowest, beyond] = PORTS;
  last = last + 1 < beyond ? last + 1 : lowest;
  return (await isFree(last)) ? last : freePort();
};

/** The file's path. */
export const writeIn = (directory: string, name: string, content: string): string => {
  const file = path.join(directory, name);
  fs.writeFileSync(file, content);
  return file;
};

/** What the program writes, to either stream; null where it is not there, or fails. */
export const printed = (program: string, ...args: readonly string[]): string | null => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? (stdout + stderr).trim() : null;
};

/** How long an answer may take: what is compiled for it first takes seconds. */
const ANSWER_MS = 20_000;

/** Whatever its status. A connection alone proves nothing: some try first whether they may listen there, and stop again. */
const isAnswering = (url: string): Promise<boolean> =>
  new Promise(resolve => {
    const request = http.get(url, { agent: false, signal: AbortSignal.timeout(ANSWER_MS) }, response => {
      response.resume();
      resolve(true);
    });
    request.once('error', () => resolve(false));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** Inside the project, so that what is written there finds its packages. */
export const SCRATCH = path.join(ROOT, 'node_modules', '.cache', 'cors-devtools', 'servers');

/** Rejects, with what the server said, where it does not answer in time. */
export const startServer = async (
  { id, command, scratch = SCRATCH, base = '' }: ServerUnderTest,
  recipe: string | null,
  upstream: number,
): Promise<Running> => {
  fs.mkdirSync(scratch, { recursive: true });
  const directory = fs.mkdtempSync(path.join(scratch, `${id}-`));
  // Some of them leave their own rights, and still read their files.
  fs.chmodSync(directory, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}${base}`;
  const [program, ...args] = command({ recipe, port, upstream, directory });
  const child = spawn(program, args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.once('error', error => (said += error.message));
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
    fs.rmSync(directory, { recursive: true, force: true });
  };
  try {
    await until(async () => child.exitCode !== null || (await isAnswering(`${url}/`)), Boolean);
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
  } catch (error) {
    await close();
    throw new Error(`${id} does not start:\n${said.slice(-4_000)}\n${recipe ?? '(no recipe)'}`, { cause: error });
  }
  return { base: url, close };
};
