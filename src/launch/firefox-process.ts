import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { guardBrowser } from './guard.ts';
import { type FirefoxLaunchOptions, START_TIMEOUT_MS, WINDOW } from './inspected-browser.ts';
import { createTemporaryDirectory, type TemporaryDirectory } from './temporary-directory.ts';

/** How much of Firefox's own output an error message repeats, in characters. */
const OUTPUT_KEPT = 2_000;
/** The toolbox's width in a window of its own is the window's; docked, this many pixels. */
const DOCKED_WIDTH = 720;

/** No first-run pages, no talk with hosts of the browser's own, any free port for Marionette. */
const preferencesFor = (options: FirefoxLaunchOptions, profile: string) => ({
  // Nobody sees what a browser without a window has saved: it goes with the profile.
  ...(options.headless === false ? {} : { 'browser.download.folderList': 2, 'browser.download.dir': path.join(profile, 'downloads') }),
  'marionette.port': 0,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'devtools.toolbox.host': options.headless === false ? 'right' : 'window',
  'devtools.toolbox.sidebar.width': DOCKED_WIDTH,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  ...options.preferences,
});

const listeningPort = (firefox: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let output = '';
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`${what}\n${output.trim()}`.trim()));
    };
    const timer = setTimeout(() => fail('Firefox started, but did not open its remote protocol in time.'), START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-OUTPUT_KEPT);
      const port = /Marionette\s+INFO\s+Listening on port (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      for (const stream of [firefox.stdout, firefox.stderr]) stream?.off('data', read).resume();
      resolve(Number(port));
    };
    for (const stream of [firefox.stdout, firefox.stderr]) stream?.on('data', read);
    firefox.once('error', error => fail(`Firefox could not be started: ${error.message}`));
    firefox.once('exit', code => fail(`Firefox ended at once (exit code ${code}).`));
  });

export interface FirefoxProcess {
  readonly marionettePort: number;
  /** Resolves when the process has ended and its profile is deleted. */
  readonly closed: Promise<void>;
  kill(): void;
}

/** Starts Firefox in a new profile, which is deleted when it ends. */
export const startFirefox = async (options: FirefoxLaunchOptions): Promise<FirefoxProcess> => {
  const profile = createTemporaryDirectory('cors-devtools-firefox');
  try {
    return await startIn(profile, options);
  } catch (error) {
    profile.remove();
    throw error;
  }
};

const startIn = async (profile: TemporaryDirectory, options: FirefoxLaunchOptions): Promise<FirefoxProcess> => {
  const lines = Object.entries(preferencesFor(options, profile.path)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  fs.writeFileSync(path.join(profile.path, 'user.js'), lines.join('\n'));
  const args = [
    '-marionette',
    '-remote-allow-system-access',
    '-no-remote',
    '-profile',
    profile.path,
    '-width',
    String(WINDOW.width),
    '-height',
    String(WINDOW.height),
  ];
  if (options.headless ?? true) args.push('-headless');
  // There firefox.exe starts the browser and ends, unless told to wait for it.
  if (process.platform === 'win32') args.push('-wait-for-browser');
  // A process group of its own: Ctrl-C in the terminal reaches us alone, and all of its processes can be ended together.
  const ownGroup = process.platform !== 'win32';
  const firefox = spawn(options.executablePath, [...args, ...(options.args ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const kill = (): void => {
    if (firefox.pid === undefined || firefox.exitCode !== null) return;
    try {
      process.kill(ownGroup ? -firefox.pid : firefox.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.on('exit', kill);
  const release = firefox.pid === undefined ? () => undefined : guardBrowser(firefox.pid, profile.path);
  const closed = new Promise<void>(resolve => {
    const end = (): void => {
      process.off('exit', kill);
      release();
      profile.remove();
      resolve();
    };
    firefox.once('exit', end);
    firefox.once('error', end);
  });
  try {
    return { marionettePort: await listeningPort(firefox), closed, kill };
  } catch (error) {
    kill();
    await closed;
    throw error;
  }
};
