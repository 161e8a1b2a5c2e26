/** The extensions that are timed against each other, each in a temporary directory of its own. */
import * as esbuild from 'esbuild';
import { buildExtension } from '../../src/launch/build.ts';
import { ROOT } from '../../src/launch/project.ts';
import { createTemporaryDirectory, type TemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import { writeTree } from '../../src/launch/write-tree.ts';

const write = (name: string, files: ReadonlyMap<string, Uint8Array>): TemporaryDirectory => {
  const directory = createTemporaryDirectory(`cors-devtools-bench-${name}`);
  writeTree(directory.path, files);
  return directory;
};

/** Ours, as `npm run build` makes it. A copy: a build that runs meanwhile does not change what is timed. */
export const writeOurs = async (): Promise<TemporaryDirectory> => write('ours', await buildExtension('chromium'));

const bundle = async (source: string, format: 'iife' | 'esm'): Promise<Uint8Array> => {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    stdin: { contents: source, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format,
    platform: 'browser',
    logLevel: 'silent',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
};

// Made of src/browser.ts itself: its events and what it asks for with each are then the same for ever.
const WATCHES_FOR_NOTHING = `
  import { createRequestWatcher } from './src/browser.ts';
  createRequestWatcher(() => undefined).start();`;
const REGISTERS_A_TAB = `
  import { createPanel } from './src/browser.ts';
  void createPanel('Null', '/panel/icons/icon-32.png', '/panel/panel.html');`;
const EMPTY_TAB = '<!doctype html><meta charset="utf-8"><title>Null</title><body>Nothing';

/**
 * Ours, with nothing in it: the same manifest, a tab with nothing in it, and no listener, or listeners to the same events
 * that do nothing.
 */
export const writeNull = async (listens: boolean): Promise<TemporaryDirectory> => {
  const kept = [...(await buildExtension('chromium'))].filter(
    ([name]) => name === 'manifest.json' || name === 'panel/devtools.html' || name.endsWith('.png'),
  );
  const files = new Map(kept);
  files.set('background.js', await bundle(listens ? WATCHES_FOR_NOTHING : '', 'iife'));
  files.set('panel/devtools.js', await bundle(REGISTERS_A_TAB, 'esm'));
  files.set('panel/panel.html', Buffer.from(EMPTY_TAB));
  return write(listens ? 'listens' : 'idle', files);
};
