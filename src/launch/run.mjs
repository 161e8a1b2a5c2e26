/**
 * The first program of every command (`npm start`, `npm test` …): plain JavaScript without a dependency, because it runs
 * before there are any. It installs the packages where they are missing or out of date, makes one JavaScript module of
 * the command's TypeScript and calls its `main(args)`, whose number is the exit code.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { arePackagesCurrent, withLock } from './packages.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const OLDEST_NODE = [20, 19];
/** How often a long step says that it still goes on, in milliseconds. */
const HEARTBEAT_MS = 10_000;

const COMMANDS = {
  start: 'src/launch/start.ts',
  test: 'src/launch/test.ts',
  build: 'src/launch/build.ts',
  package: 'src/launch/package.ts',
  bench: 'test/bench/bench.ts',
  record: 'test/browser/record.ts',
  pictures: 'test/browser/pictures.ts',
  readme: 'test/readme.ts',
  'test:differential': 'test/differential/main.ts',
  'test:pairing': 'test/pairing/main.ts',
  'test:servers': 'test/servers/main.ts',
};

/** What went wrong is the reader's to mend: shown without a stack. */
const fail = message => {
  console.error(message);
  process.exit(1);
};

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(`This needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`);
};

/** npm itself where npm started this, so that it is found whatever the PATH. */
const npmCommand = () => {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return { command: process.execPath, args: [npm], shell: false };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [], shell: process.platform === 'win32' };
};

const installPackages = async () => {
  console.log('Installing packages (npm ci): about a minute the first time.');
  const started = Date.now();
  const heartbeat = setInterval(() => console.log(`  … still installing packages, ${Math.round((Date.now() - started) / 1000)} s`), HEARTBEAT_MS);
  const { command, args, shell } = npmCommand();
  const npm = spawn(command, [...args, 'ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
    // The browser is found or fetched later, and only where it is needed.
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: 'true' },
  });
  const problem = await new Promise(resolve => {
    npm.once('error', error => resolve(error.message));
    npm.once('exit', (code, signal) => resolve(code === 0 ? null : `exit code ${code ?? signal}`));
  });
  clearInterval(heartbeat);
  if (problem !== null) fail(`npm ci failed (${problem}): its own words are above. Check the network, then run the command again.`);
};

/** Where the code of a module stands stays true although it is bundled into another file. */
const originalLocations = {
  name: 'original-locations',
  setup: build => {
    build.onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path: file }) => {
      const source = await fs.promises.readFile(file, 'utf8');
      const names = { url: pathToFileURL(file).href, dirname: path.dirname(file), filename: file };
      const contents = source.replace(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name) => JSON.stringify(names[name]));
      return { contents, loader: 'ts', resolveDir: path.dirname(file) };
    });
  },
};

const bundle = async entry => {
  const esbuild = await import('esbuild');
  const result = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: `node${OLDEST_NODE.join('.')}`,
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
    plugins: [originalLocations],
  });
  return result.outputFiles[0].contents;
};

/** Below node_modules, where the packages are found; of this process alone, and gone as soon as it is loaded. */
const load = async entry => {
  const directory = path.join(ROOT, 'node_modules', '.cache', 'cors-devtools');
  const file = path.join(directory, `${path.basename(entry, '.ts')}-${process.pid}.mjs`);
  const code = await bundle(entry);
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(file, code);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    fs.rmSync(file, { force: true });
  }
};

checkNode();
const [name = '', ...args] = process.argv.slice(2);
const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (entry === undefined) fail(`There is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`);
if (!fs.existsSync(path.join(ROOT, entry))) fail(`This checkout has no ${entry}, so "${name}" cannot be run.`);
if (!arePackagesCurrent(ROOT)) {
  await withLock(`npm-ci-${ROOT}`, async () => {
    if (!arePackagesCurrent(ROOT)) await installPackages();
  });
}
process.setSourceMapsEnabled(true);
try {
  const { main } = await load(entry);
  process.exitCode = (await main(args)) ?? 0;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
// Nothing is left to do: a handle that a library forgot must not keep the command from ending.
process.exit();
