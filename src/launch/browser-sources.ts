/** The world as find-browser.ts asks for it: this machine, its browsers, the network, apt. */
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Browser, detectBrowserPlatform, getInstalledBrowsers, install, resolveBuildId } from '@puppeteer/browsers';
import type { World } from './find-browser.ts';
import type { Engine } from './inspected-browser.ts';

/** A program asked for its version, or a host asked for the current one, has this long to answer. */
const ANSWER_TIMEOUT_MS = 30_000;
/** A download that receives nothing for so long has failed. */
const STALL_TIMEOUT_MS = 60_000;
/** Progress is said at every so many per cent. */
const PROGRESS_STEP = 10;
const HEARTBEAT_MS = 10_000;
const MEGABYTE = 1e6;

const DOWNLOADS = {
  chromium: { browser: Browser.CHROME, tag: 'stable', name: 'Chrome for Testing' },
  firefox: { browser: Browser.FIREFOX, tag: 'stable', name: 'Firefox' },
} as const;

/** Puppeteer's usual place, so that what it has downloaded for other projects is used. */
const cacheDirectory = (): string => process.env.PUPPETEER_CACHE_DIR ?? path.join(os.homedir(), '.cache', 'puppeteer');

/** Rejects where `touch` is not called for that long; the work itself cannot be stopped, only left alone. */
const unlessStalled = <T>(milliseconds: number, what: string, work: (touch: () => void) => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const touch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error(what)), milliseconds);
    };
    touch();
    work(touch)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });

const download = async (engine: Engine, say: (message: string) => void): Promise<string> => {
  const { browser, tag, name } = DOWNLOADS[engine];
  const cacheDir = cacheDirectory();
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error(`there is none for ${process.platform} ${process.arch}.`);
  const cached = (await getInstalledBrowsers({ cacheDir })).filter(each => each.browser === browser && fs.existsSync(each.executablePath));
  const newest = cached.sort((a, b) => b.buildId.localeCompare(a.buildId, undefined, { numeric: true }))[0];
  if (newest !== undefined) return newest.executablePath;
  say(`Downloading ${name} to ${cacheDir}.`);
  const buildId = await unlessStalled(ANSWER_TIMEOUT_MS, 'the download host does not answer.', () => resolveBuildId(browser, platform, tag));
  let said = 0;
  const installed = await unlessStalled(STALL_TIMEOUT_MS, 'the download has stalled.', touch =>
    install({
      browser,
      buildId,
      cacheDir,
      downloadProgressCallback: (received, total) => {
        touch();
        const percent = Math.floor((100 * received) / total / PROGRESS_STEP) * PROGRESS_STEP;
        if (percent > said) say(`  … ${percent} % of ${Math.round(total / MEGABYTE)} MB`);
        said = Math.max(said, percent);
      },
    }),
  );
  return installed.executablePath;
};

/** Runs apt-get with its own output shown. */
const aptGet = async (...args: readonly string[]): Promise<void> => {
  const started = Date.now();
  const apt = spawn('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const heartbeat = setInterval(() => console.log(`  … apt-get ${args[0]}, ${Math.round((Date.now() - started) / 1000)} s`), HEARTBEAT_MS);
  try {
    await new Promise<void>((resolve, reject) => {
      apt.once('error', reject);
      apt.once('exit', code => (code === 0 ? resolve() : reject(new Error(`apt-get ${args[0]} ended with exit code ${code}.`))));
    });
  } finally {
    clearInterval(heartbeat);
  }
};

const installPackage = async (name: string, say: (message: string) => void): Promise<void> => {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/apt-get')) throw new Error('this system has no apt-get.');
  if (process.getuid?.() !== 0) throw new Error('only root may install packages.');
  say(`Installing the package ${name} with apt-get: about half a minute.`);
  await aptGet('update', '-q');
  await aptGet('install', '-q', '-y', '--no-install-recommends', name);
};

const isProgram = (file: string): boolean => {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
};

const versionOf = async (file: string): Promise<string | null> => {
  if (process.platform === 'win32') return null;
  return (await promisify(execFile)(file, ['--version'], { timeout: ANSWER_TIMEOUT_MS })).stdout.trim();
};

/** This machine. */
export const thisMachine: World = {
  platform: process.platform,
  env: process.env,
  home: os.homedir(),
  isProgram,
  versionOf,
  download,
  installPackage,
  say: message => console.log(message),
};
