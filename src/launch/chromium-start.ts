import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { devtoolsPreferences } from './chromium-devtools.ts';
import { type LaunchOptions, START_TIMEOUT_MS, WINDOW } from './inspected-browser.ts';

/** No first-run page, and no talk with hosts of the browser's own. */
const QUIET_ARGS = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
/** One call may run a whole demo. */
const PROTOCOL_TIMEOUT_MS = 600_000;
/** A browser that is asked why it does not start has this long to say. */
const ANSWER_TIMEOUT_MS = 20_000;
/** How much of it an error message repeats, in characters. */
const OUTPUT_KEPT = 1_000;

const writePreferences = (profile: string, headless: boolean): void => {
  fs.mkdirSync(path.join(profile, 'Default'));
  const preferences = {
    devtools: devtoolsPreferences(!headless),
    // Developer mode is what makes the browser collect an extension's errors.
    extensions: { ui: { developer_mode: true } },
  };
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
};

const withoutSandbox = (without: boolean): readonly string[] => (without ? ['--no-sandbox'] : []);

/** What the browser itself says when it is started by hand; "" where it starts. */
const complaintOf = (executablePath: string, profile: string, sandbox: boolean): Promise<string> =>
  new Promise(resolve => {
    const args = ['--headless', '--dump-dom', `--user-data-dir=${path.join(profile, 'asked')}`, ...withoutSandbox(!sandbox), 'about:blank'];
    execFile(executablePath, args, { timeout: ANSWER_TIMEOUT_MS }, (error, _stdout, stderr) => {
      resolve(error === null ? '' : stderr.trim().slice(-OUTPUT_KEPT));
    });
  });

/**
 * Starts the browser in a new profile. Root may not use the sandbox; where the kernel forbids it to others (containers,
 * some Linux distributions), Chromium says so and ends, and is started without.
 */
export const startChromium = async (options: LaunchOptions, userDataDir: string): Promise<Browser> => {
  const headless = options.headless ?? true;
  writePreferences(userDataDir, headless);
  const start = (sandbox: boolean): Promise<Browser> =>
    puppeteer.launch({
      executablePath: options.executablePath,
      headless,
      pipe: true,
      enableExtensions: true,
      userDataDir,
      defaultViewport: null,
      acceptInsecureCerts: options.acceptInsecureCerts ?? false,
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      timeout: START_TIMEOUT_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...QUIET_ARGS, `--window-size=${WINDOW.width},${WINDOW.height}`, ...withoutSandbox(!sandbox), ...(options.args ?? [])],
    });
  const onLinux = process.platform === 'linux';
  const sandbox = !(onLinux && process.getuid?.() === 0);
  try {
    return await start(sandbox);
  } catch (error) {
    // Over a pipe puppeteer knows no more than that the browser has gone.
    const complaint = await complaintOf(options.executablePath, userDataDir, sandbox);
    if (onLinux && sandbox && /sandbox/i.test(complaint)) return start(false);
    throw new Error(`${options.executablePath} could not be started: ${complaint === '' ? (error as Error).message : complaint}`, { cause: error });
  }
};
