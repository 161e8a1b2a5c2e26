/** The pages that random requests are made from. */
import path from 'node:path';
import { build } from 'esbuild';

const FOLDER = import.meta.dirname;
const SCRIPTS = ['clients', 'agent', 'controller'];

const pageWith = (script: string): string => `<!doctype html><link rel="icon" href="data:,"><script src="/${script}.js"></script><body>`;

/** Path → type and text. The scripts are built anew each time. */
export const loadPageFiles = async (): Promise<ReadonlyMap<string, readonly [type: string, text: string]>> => {
  const { outputFiles } = await build({
    entryPoints: SCRIPTS.map(name => path.join(FOLDER, 'page', `${name}.ts`)),
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    // One character is one byte on its way.
    charset: 'ascii',
    outdir: FOLDER,
    logLevel: 'silent',
  });
  return new Map<string, readonly [type: string, text: string]>([
    ['/', ['text/html', pageWith('clients')]],
    ['/frame', ['text/html', pageWith('agent')]],
    ['/controlled/frame', ['text/html', pageWith('agent')]],
    ...outputFiles.map(file => [`/${path.basename(file.path)}`, ['text/javascript', file.text]] as const),
  ]);
};
