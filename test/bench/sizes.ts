/** What is shipped, minified and gzipped. */
import path from 'node:path';
import zlib from 'node:zlib';
import { buildExtension, ENGINES, type ExtensionFiles } from '../../src/launch/build.ts';
import type { Figure } from './figure.ts';

const BACKGROUND_MAX_KB = 20;
const PANEL_MAX_KB = 60;

const contentOf = (files: ExtensionFiles, name: string): Uint8Array => {
  const content = files.get(name);
  if (content === undefined) throw new Error(`The build has no ${name}.`);
  return content;
};

const STATIC_IMPORT = /(?:from|import)"([^"]+)"/g;
const ANY_IMPORT = /(?:from|import\(?)"([^"]+)"/g;

/** The files, and the modules that they load: at once (STATIC_IMPORT), or also later (ANY_IMPORT). */
const withImports = (files: ExtensionFiles, names: readonly string[], imports: RegExp): ReadonlySet<string> => {
  const found = new Set(names);
  for (const name of found) {
    if (!name.endsWith('.js')) continue;
    const text = Buffer.from(contentOf(files, name)).toString();
    for (const [, module = ''] of text.matchAll(imports)) found.add(path.posix.join(path.posix.dirname(name), module));
  }
  return found;
};

const kilobytes = (files: ExtensionFiles, names: Iterable<string>): number => {
  let bytes = 0;
  for (const name of names) bytes += zlib.gzipSync(contentOf(files, name), { level: zlib.constants.Z_BEST_COMPRESSION }).length;
  return bytes / 1000;
};

/** German's files carry its name. */
const isGerman = (name: string): boolean => name.startsWith('panel/chunks/de-');

const PANEL = ['panel/panel.html', 'panel/panel.css', 'panel/panel.js'];
const DEVTOOLS_PAGE = ['panel/devtools.html', 'panel/devtools.js'];

const onShow = (files: ExtensionFiles): ReadonlySet<string> => withImports(files, PANEL, STATIC_IMPORT);
const loadedLater = (files: ExtensionFiles): readonly string[] => {
  const before = onShow(files);
  return [...withImports(files, PANEL, ANY_IMPORT)].filter(name => !before.has(name));
};
const german = (files: ExtensionFiles): readonly string[] => loadedLater(files).filter(isGerman);

export const measureSizes = async (): Promise<readonly Figure[]> => {
  const built = await Promise.all(ENGINES.map(buildExtension));
  const size = (what: string, select: (files: ExtensionFiles) => Iterable<string>, max: number | null): Figure => {
    const largest = Math.max(...built.map(files => kilobytes(files, select(files))));
    return { what, figure: `${largest.toFixed(1)} kB`, budget: max === null ? null : { text: `at most ${max} kB`, holds: largest <= max } };
  };
  return [
    size('background, minified and gzipped', () => ['background.js'], BACKGROUND_MAX_KB),
    size('panel: page, style, script and all that it needs to be on show', onShow, PANEL_MAX_KB),
    size('  loaded once it is on show: what exports', files => loadedLater(files).filter(name => !isGerman(name)), null),
    size('  German, where it is wanted: what is said at once', files => german(files).filter(name => !name.includes('later')), null),
    size('  German, where it is wanted: what is said later', files => german(files).filter(name => name.includes('later')), null),
    size('  the devtools page, which shares most of both', files => withImports(files, DEVTOOLS_PAGE, ANY_IMPORT), null),
  ];
};
