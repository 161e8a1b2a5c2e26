/** Where browsers install themselves, on each system. */
import path from 'node:path';
import type { Engine } from './inspected-browser.ts';

/** What the search reads of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const LINUX_NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
} satisfies Record<Engine, readonly string[]>;

const MAC_PROGRAMS = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
} satisfies Record<Engine, readonly string[]>;

const WINDOWS_PROGRAMS = {
  chromium: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
} satisfies Record<Engine, readonly string[]>;

const present = (values: readonly (string | undefined)[]): readonly string[] =>
  values.filter(value => value !== undefined && value !== '') as string[];

/** Every path where that machine may have the browser, the likeliest first. Whether something is there is not looked at. */
export const installedPaths = (engine: Engine, { platform, env, home }: Machine): readonly string[] => {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(home, 'Applications')];
    return MAC_PROGRAMS[engine].flatMap(program => folders.map(folder => path.posix.join(folder, program)));
  }
  if (platform === 'win32') {
    const folders = present([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]);
    return WINDOWS_PROGRAMS[engine].flatMap(program => folders.map(folder => path.win32.join(folder, program)));
  }
  const folders = present((env.PATH ?? '').split(':'));
  return LINUX_NAMES[engine].flatMap(name => folders.map(folder => path.posix.join(folder, name)));
};
