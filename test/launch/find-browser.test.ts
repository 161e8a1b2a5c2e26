import { describe, expect, it } from 'vitest';
import { findBrowser, type World } from '../../src/launch/find-browser.ts';
import type { Engine } from '../../src/launch/inspected-browser.ts';

interface Setting {
  readonly platform?: NodeJS.Platform;
  readonly env?: Record<string, string>;
  /** Programs by path: what they print when asked for their version; an error where they do not run. */
  readonly programs?: Record<string, string | Error | null>;
  readonly download?: string;
  /** A program that appears once the package is installed. */
  readonly packaged?: string;
}

const createWorld = ({ platform = 'linux', env = { PATH: '/usr/bin:/opt/bin' }, programs = {}, download, packaged }: Setting) => {
  const present = new Map(Object.entries(programs));
  const said: string[] = [];
  const installed: string[] = [];
  const world: World = {
    platform,
    env,
    home: '/home/me',
    isProgram: file => present.has(file),
    versionOf: async file => {
      const version = present.get(file);
      if (version instanceof Error) throw version;
      return version ?? null;
    },
    download: async () => {
      if (download === undefined) throw new Error('the network is down');
      return download;
    },
    installPackage: async name => {
      if (packaged === undefined) throw new Error('only root may install packages');
      installed.push(name);
      present.set(packaged, 'Browser 150.0');
    },
    say: message => void said.push(message),
  };
  return { world, said, installed };
};

describe('findBrowser', () => {
  it.each<Setting & { title: string; engine: Engine; given?: string; found: string }>([
    {
      title: 'the given path comes first',
      engine: 'chromium',
      given: '/my/chrome',
      env: { PATH: '/usr/bin', CHROMIUM: '/env/chrome' },
      programs: { '/my/chrome': 'Chrome 150.0', '/env/chrome': 'Chrome 150.0', '/usr/bin/chromium': 'Chromium 150.0' },
      found: '/my/chrome',
    },
    {
      title: 'then the environment',
      engine: 'firefox',
      env: { PATH: '/usr/bin', FIREFOX: '/env/firefox', CHROMIUM: '/env/chrome' },
      programs: { '/env/firefox': 'Mozilla Firefox 150.0', '/usr/bin/firefox': 'Mozilla Firefox 150.0' },
      found: '/env/firefox',
    },
    {
      title: 'an empty variable is none',
      engine: 'firefox',
      env: { PATH: '/usr/bin', FIREFOX: '' },
      programs: { '/usr/bin/firefox': 'Mozilla Firefox 150.0' },
      found: '/usr/bin/firefox',
    },
    {
      title: 'then the PATH, in its order',
      engine: 'chromium',
      programs: { '/opt/bin/chromium': 'Chromium 150.0 built' },
      found: '/opt/bin/chromium',
    },
    {
      title: 'one that is too old is passed over',
      engine: 'firefox',
      programs: { '/usr/bin/firefox-esr': 'Mozilla Firefox 140.2.0esr', '/usr/bin/firefox': 'Mozilla Firefox 142.0' },
      found: '/usr/bin/firefox',
    },
    {
      title: 'one that does not run is passed over',
      engine: 'chromium',
      programs: { '/usr/bin/chromium-browser': new Error('requires the chromium snap'), '/usr/bin/google-chrome': 'Google Chrome 123.0.1' },
      found: '/usr/bin/google-chrome',
    },
    {
      title: 'an app of macOS',
      engine: 'chromium',
      platform: 'darwin',
      programs: { '/home/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome': 'Google Chrome 150.0' },
      found: '/home/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    },
    {
      title: 'a program of Windows, which is not asked for its version',
      engine: 'firefox',
      platform: 'win32',
      env: { PROGRAMFILES: 'C:\\Program Files' },
      programs: { 'C:\\Program Files\\Mozilla Firefox\\firefox.exe': null },
      found: 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    },
    {
      title: 'then a download',
      engine: 'chromium',
      programs: { '/cache/chrome': 'Chrome 150.0' },
      download: '/cache/chrome',
      found: '/cache/chrome',
    },
    { title: 'then the package', engine: 'firefox', packaged: '/usr/bin/firefox-esr', found: '/usr/bin/firefox-esr' },
    {
      title: 'a download that does not run is followed by the package',
      engine: 'chromium',
      programs: { '/cache/chrome': new Error('libnss3.so: cannot open') },
      download: '/cache/chrome',
      packaged: '/usr/bin/chromium',
      found: '/usr/bin/chromium',
    },
  ])('$title', async ({ engine, given, found, ...setting }) => {
    expect(await findBrowser(createWorld(setting).world, engine, given ?? null)).toBe(found);
  });

  it.each<Setting & { title: string; given?: string; message: string }>([
    { title: 'a given path where nothing is', given: '/no/chrome', message: '/no/chrome will not do as Chromium: there is no such program.' },
    {
      title: 'a given path is never replaced by another browser',
      given: '/old/chrome',
      programs: { '/old/chrome': 'Chrome 100.0', '/usr/bin/chromium': 'Chromium 150.0' },
      message: '/old/chrome will not do as Chromium: it is version 100, and the extension needs 123.',
    },
    { title: 'an unreadable version', env: { CHROMIUM: '/odd' }, programs: { '/odd': 'hello' }, message: 'its version cannot be read ("hello")' },
    { title: 'nothing at all', message: 'sudo apt-get install chromium' },
  ])('fails: $title', async ({ given, message, ...setting }) => {
    await expect(findBrowser(createWorld(setting).world, 'chromium', given ?? null)).rejects.toThrow(message);
  });

  it('says why each step failed', async () => {
    const { world, said } = createWorld({ programs: { '/usr/bin/chromium': 'Chromium 100.0' } });
    await expect(findBrowser(world, 'chromium', null)).rejects.toThrow('the reasons are above');
    expect(said).toEqual([
      '/usr/bin/chromium will not do: it is version 100, and the extension needs 123.',
      'Chromium could not be downloaded: the network is down',
      'The package chromium could not be installed: only root may install packages',
    ]);
  });

  it.each([
    { engine: 'chromium', name: 'chromium' },
    { engine: 'firefox', name: 'firefox-esr' },
  ] as const)('installs the package of $engine', async ({ engine, name }) => {
    const { world, installed } = createWorld({ packaged: `/usr/bin/${name}` });
    await findBrowser(world, engine, null);
    expect(installed).toEqual([name]);
  });
});
