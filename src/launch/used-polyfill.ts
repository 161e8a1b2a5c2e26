import fs from 'node:fs';
import type { Plugin } from 'esbuild';

const POLYFILL = /[\\/]webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/;
const METADATA = /(?<=const apiMetadata = )\{[\s\S]*?\n {6}\}(?=;)/;

/** What src/browser.ts takes from the extension API, as far as the polyfill has to know how it is called. */
export const USED: readonly string[] = [
  'declarativeNetRequest',
  'devtools',
  'i18n',
  'permissions',
  'runtime',
  'scripting',
  'storage',
  'tabs',
  'webRequest',
];

/** The polyfill's code without its knowledge of APIs that nothing here uses. Throws where that is not where it was: then look again. */
export const usedPolyfill = (source: string): string => {
  const all = JSON.parse(METADATA.exec(source)?.[0] ?? 'null') as Readonly<Record<string, unknown>> | null;
  if (all === null) throw new Error('The polyfill describes the extension API in another way than expected.');
  return source.replace(METADATA, JSON.stringify(Object.fromEntries(Object.entries(all).filter(([name]) => USED.includes(name)))));
};

/** Takes out of the build what the polyfill knows of APIs that nothing here uses: it describes nearly every one there is. */
export const usedPolyfillPlugin: Plugin = {
  name: 'used-polyfill',
  setup: build => {
    build.onLoad({ filter: POLYFILL }, async ({ path }) => ({ contents: usedPolyfill(await fs.promises.readFile(path, 'utf8')), loader: 'js' }));
  },
};
