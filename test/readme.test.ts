import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OLDEST_VERSIONS } from '../src/launch/find-browser.ts';
import { ROOT, readJson } from '../src/launch/project.ts';
import { EXCHANGES_MAX, LOG_BYTES_MAX } from '../src/session.ts';
import { readReadme, withParts } from './readme.ts';

const readme = readReadme();
const all = (pattern: RegExp, text = readme): string[] => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))];
const doesNotExist = (file: string): boolean => !fs.existsSync(path.join(ROOT, file));

const PICTURES = 'test/pictures';
const PICTURE_MAX_BYTES = 350_000;

const manifest = readJson('manifest.json') as unknown as {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly minimum_chrome_version: string;
  readonly browser_specific_settings: { readonly gecko: { readonly strict_min_version: string } };
};
const { scripts, engines, version } = readJson('package.json') as unknown as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
  readonly version: string;
};

describe('README.md', () => {
  it('says what the code says (if not: npm run readme)', () => {
    expect(withParts(readme)).toBe(readme);
  });

  it('names no file that does not exist', () => {
    const linked = all(/\]\(((?!https?:)[^)#]+)\)/g);
    const shown = all(/(?:src|srcset)="([^"]+)"/g);
    const named = all(/`((?:src|panel|test)(?:\/[^`*]*)?)`/g);
    expect([...linked, ...shown, ...named].filter(doesNotExist)).toEqual([]);
  });

  it('shows every picture, each small enough to load fast', () => {
    const pictures = fs.readdirSync(path.join(ROOT, PICTURES)).map(name => `${PICTURES}/${name}`);
    expect(all(/"(test\/pictures\/[^"]+)"/g).toSorted()).toEqual(pictures.toSorted());
    expect(pictures.filter(file => fs.statSync(path.join(ROOT, file)).size > PICTURE_MAX_BYTES)).toEqual([]);
  });

  it('has every command, and none that is none', () => {
    const named = [...all(/`npm run ([a-z:]+)/g), ...all(/`npm (start|test)`/g)];
    expect(named.toSorted()).toEqual(Object.keys(scripts).toSorted());
  });

  it('gives a reason for every permission', () => {
    const table = /## What it may do, and why\n\n(.*?)\n\n/s.exec(readme)?.[1] ?? '';
    const rows = table.split('\n').slice(2);
    expect(rows.map(row => all(/`([^`]+)`/g, row)[0])).toEqual([...manifest.permissions, ...manifest.host_permissions]);
  });

  it.each([
    `Chrome, Chromium and Edge from version ${manifest.minimum_chrome_version}`,
    `Firefox from version ${Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10)}`,
    `**Chrome, Chromium, Edge** (${OLDEST_VERSIONS.chromium} or newer)`,
    `**Firefox** (${OLDEST_VERSIONS.firefox} or newer)`,
    `Node.js](https://nodejs.org) ${engines.node.replace('>=', '')} or newer`,
    `${EXCHANGES_MAX.toLocaleString('en')} requests of a tab`,
    `${LOG_BYTES_MAX / 1e6} MB for all tabs`,
  ])('says “%s”', sentence => {
    expect(readme).toContain(sentence);
  });
});

describe('CHANGELOG.md', () => {
  it('begins with this version', () => {
    const [latest] = all(/^## \[([^\]]+)\] - \d{4}-\d{2}-\d{2}$/gm, fs.readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8'));
    expect(latest).toBe(version);
  });
});
