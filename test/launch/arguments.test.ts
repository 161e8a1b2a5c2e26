import { describe, expect, it } from 'vitest';
import { readStartArguments, type StartOptions } from '../../src/launch/arguments.ts';

const USUAL: StartOptions = { url: null, engine: 'chromium', browserPath: null, headless: false, out: '.' };

describe('readStartArguments', () => {
  it.each<{ args: readonly string[]; options: Partial<StartOptions> }>([
    { args: [], options: {} },
    { args: ['http://localhost:8080/a?b#c'], options: { url: 'http://localhost:8080/a?b#c' } },
    { args: ['https://app.example'], options: { url: 'https://app.example/' } },
    { args: ['localhost:3000'], options: { url: 'http://localhost:3000/' } },
    { args: ['app.example/x'], options: { url: 'http://app.example/x' } },
    { args: ['--browser', 'firefox'], options: { engine: 'firefox' } },
    { args: ['--browser=firefox', '--headless'], options: { engine: 'firefox', headless: true } },
    { args: ['--browser-path', '/opt/chrome', '--out', 'reports'], options: { browserPath: '/opt/chrome', out: 'reports' } },
  ])('$args', ({ args, options }) => {
    expect(readStartArguments(args, {})).toEqual({ kind: 'start', options: { ...USUAL, ...options } });
  });

  it.each([{ args: ['--help'] }, { args: ['-h'] }, { args: ['--help', 'http://a.example'] }])('$args asks for help', ({ args }) => {
    expect(readStartArguments(args, {})).toEqual({ kind: 'help' });
  });

  it.each([
    { args: ['--fast'], names: '--fast' },
    { args: ['--browser', 'safari'], names: 'safari' },
    { args: ['--browser'], names: '--browser' },
    { args: ['--browser-path='], names: '--browser-path' },
    { args: ['--out='], names: '--out' },
    { args: ['--headless=yes'], names: '--headless' },
    { args: ['http://a.example', 'http://b.example'], names: 'http://b.example' },
    { args: ['ftp://a.example'], names: 'ftp://a.example' },
    { args: ['file:///etc/passwd'], names: 'file:///etc/passwd' },
    { args: ['http://'], names: 'http://' },
    { args: ['not a url'], names: 'not a url' },
  ])('$args is refused, and what is wrong is named', ({ args, names }) => {
    expect(readStartArguments(args, {})).toEqual({ kind: 'wrong', message: expect.stringContaining(names) });
  });

  it.each([
    { env: { npm_config_browser: 'true' }, names: 'npm start -- --browser' },
    { env: { npm_config_browser_path: 'true' }, names: 'npm start -- --browser-path' },
    { env: { npm_config_headless: 'true' }, names: 'npm start -- --headless' },
  ])('$env: npm took the option, and the way to give it is named', ({ env, names }) => {
    expect(readStartArguments([], env)).toEqual({ kind: 'wrong', message: expect.stringContaining(names) });
  });

  it("leaves npm's own setting of the same name alone", () => {
    expect(readStartArguments([], { npm_config_browser: '/usr/bin/firefox' })).toEqual({ kind: 'start', options: USUAL });
  });
});
