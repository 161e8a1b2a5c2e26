import { describe, expect, it } from 'vitest';
import { OLDEST_VERSIONS } from '../../src/launch/find-browser.ts';
import { deriveManifest } from '../../src/launch/manifest.ts';
import { readJson } from '../../src/launch/project.ts';

const source = readJson('manifest.json');
const { version } = readJson('package.json');

describe('the manifest at the top', () => {
  it("has the package's version", () => {
    expect(source.version).toBe(version);
  });

  it('admits the browsers that the launcher admits', () => {
    const { gecko } = source.browser_specific_settings as { gecko: { strict_min_version: string } };
    expect({ chromium: Number(source.minimum_chrome_version), firefox: Number.parseInt(gecko.strict_min_version, 10) }).toEqual(OLDEST_VERSIONS);
  });
});

const without = (permissions: unknown, names: readonly string[]): readonly string[] =>
  (permissions as readonly string[]).filter(name => !names.includes(name));

describe('deriveManifest', () => {
  it.each([
    {
      engine: 'chromium',
      lacks: ['scripting'],
      background: { service_worker: 'background.js' },
      absent: 'browser_specific_settings',
      present: 'minimum_chrome_version',
    },
    {
      engine: 'firefox',
      lacks: [],
      background: { scripts: ['background.js'] },
      absent: 'minimum_chrome_version',
      present: 'browser_specific_settings',
    },
  ] as const)('leaves $engine what it understands', ({ engine, lacks, background, absent, present }) => {
    const manifest = deriveManifest(source, engine, '1.2.3');
    expect(manifest).toMatchObject({ version: '1.2.3', background });
    expect(without(manifest.permissions, [])).toEqual(without(source.permissions, lacks));
    expect(Object.keys(manifest.background as object)).toEqual(Object.keys(background));
    expect(manifest).not.toHaveProperty(absent);
    expect(manifest).toHaveProperty(present, source[present]);
  });
});
