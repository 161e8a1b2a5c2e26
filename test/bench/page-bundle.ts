import path from 'node:path';
import * as esbuild from 'esbuild';

/** A module of the bench as one classic script, to run in a page. */
export const bundleForPage = async (name: string): Promise<string> => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, name)],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
};
