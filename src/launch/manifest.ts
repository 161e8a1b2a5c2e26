import type { Engine } from './inspected-browser.ts';

/** A manifest.json, as data. */
export type Manifest = Readonly<Record<string, unknown>>;

const without = (record: Readonly<Record<string, unknown>>, ...names: readonly string[]): Manifest =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** Chromium's DevTools pages can ask the page themselves. */
const FIREFOX_ONLY: readonly string[] = ['scripting'];

/**
 * One browser's manifest out of the one that serves both: each is left what it understands, since Chromium calls
 * `background.scripts` an error and Firefox warns of `background.service_worker`. Neither asks for a permission that it has no
 * use for. The version is the package's.
 */
export const deriveManifest = (source: Manifest, engine: Engine, version: string): Manifest => {
  const background = source.background as Manifest;
  const foreign = engine === 'chromium' ? 'browser_specific_settings' : 'minimum_chrome_version';
  return {
    ...without(source, foreign),
    version,
    permissions: (source.permissions as readonly string[]).filter(name => engine === 'firefox' || !FIREFOX_ONLY.includes(name)),
    background: without(background, engine === 'chromium' ? 'scripts' : 'service_worker'),
  };
};
