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

/** The files, and what they load, at once or later: a script names each chunk by its file's name. */
const withChunks = (files: ExtensionFiles, names: readonly string[]): ReadonlySet<string> => {
  const chunks = [...files.keys()].filter(name => name.includes('/chunks/'));
  const found = new Set(names);
  for (const name of found) {
    const text = Buffer.from(contentOf(files, name)).toString();
    for (const chunk of chunks) if (text.includes(path.posix.basename(chunk))) found.add(chunk);
  }
  return found;
};

const kilobytes = (files: ExtensionFiles, names: readonly string[]): number => {
  let bytes = 0;
  for (const name of withChunks(files, names)) bytes += zlib.gzipSync(contentOf(files, name), { level: zlib.constants.Z_BEST_COMPRESSION }).length;
  return bytes / 1000;
};

export const measureSizes = async (): Promise<readonly Figure[]> => {
  const built = await Promise.all(ENGINES.map(buildExtension));
  const size = (what: string, names: readonly string[], max: number | null): Figure => {
    const largest = Math.max(...built.map(files => kilobytes(files, names)));
    return { what, figure: `${largest.toFixed(1)} kB`, budget: max === null ? null : { text: `at most ${max} kB`, holds: largest <= max } };
  };
  return [
    size('background, minified and gzipped', ['background.js'], BACKGROUND_MAX_KB),
    size('panel: page, style, script and all that it loads', ['panel/panel.html', 'panel/panel.css', 'panel/panel.js'], PANEL_MAX_KB),
    size('  the devtools page, which shares most of that', ['panel/devtools.html', 'panel/devtools.js'], null),
  ];
};
