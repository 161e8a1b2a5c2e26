/** The demo's own files: its pages and the scripts they run. */

import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export interface DemoFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const SCRIPTS = ['page', 'frame', 'worker', 'service-worker'];

/** Path → file. The scripts are built anew at every start. */
export const loadFiles = async (folder: string): Promise<ReadonlyMap<string, DemoFile>> => {
  const pages = path.join(folder, 'page');
  const read = (name: string, type: string): DemoFile => ({ type: `${type}; charset=utf-8`, bytes: fs.readFileSync(path.join(pages, name)) });
  const files = new Map<string, DemoFile>([
    ['/', read('page.html', 'text/html')],
    ['/frame', read('frame.html', 'text/html')],
    ['/page.css', read('page.css', 'text/css')],
  ]);
  const built = await build({
    entryPoints: SCRIPTS.map(name => path.join(pages, `${name}.ts`)),
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    outdir: pages,
    logLevel: 'silent',
  });
  for (const { path: file, contents } of built.outputFiles)
    files.set(`/${path.basename(file)}`, { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(contents) });
  return files;
};
