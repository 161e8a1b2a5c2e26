/** What is shipped, minified and gzipped. */
import zlib from 'node:zlib';
import { buildExtension, ENGINES, type ExtensionFiles } from '../../src/launch/build.ts';
import type { Figure } from './figure.ts';

const BACKGROUND_MAX_KB = 20;
const PANEL_MAX_KB = 60;

const BACKGROUND = ['background.js'];
const PANEL = ['panel/panel.html', 'panel/panel.css', 'panel/panel.js'];
const DEVTOOLS_PAGE = ['panel/devtools.html', 'panel/devtools.js'];

const kilobytes = (files: ExtensionFiles, names: readonly string[]): number =>
  names.reduce((sum, name) => {
    const content = files.get(name);
    if (content === undefined) throw new Error(`The build has no ${name}.`);
    return sum + zlib.gzipSync(content, { level: zlib.constants.Z_BEST_COMPRESSION }).length / 1000;
  }, 0);

export const measureSizes = async (): Promise<readonly Figure[]> => {
  const built = await Promise.all(ENGINES.map(buildExtension));
  const size = (what: string, names: readonly string[], max: number | null): Figure => {
    const largest = Math.max(...built.map(files => kilobytes(files, names)));
    return { what, figure: `${largest.toFixed(1)} kB`, budget: max === null ? null : { text: `at most ${max} kB`, holds: largest <= max } };
  };
  return [
    size('background, minified and gzipped', BACKGROUND, BACKGROUND_MAX_KB),
    size('panel (script, style and page)', PANEL, PANEL_MAX_KB),
    size('  beside it, the devtools page', DEVTOOLS_PAGE, null),
  ];
};
