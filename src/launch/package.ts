/** `npm run package`: a zip for each store in dist/, the same bytes on every run. */
import path from 'node:path';
import { zipSync } from 'fflate';
import { refuseArguments } from './arguments.ts';
import { buildExtension, ENGINES, type ExtensionFiles } from './build.ts';
import { ROOT } from './project.ts';
import { replaceFile } from './write-tree.ts';

/** A zip of these files, in the order of their names. */
export const zip = (files: ExtensionFiles): Uint8Array => {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  // The oldest date that a zip can hold; its fields are of local time, so that every time zone writes the same bytes.
  const modified = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: modified });
};

export const main = async (args: readonly string[]): Promise<number> => {
  if (refuseArguments('package', args)) return 1;
  for (const engine of ENGINES) {
    const file = path.join(ROOT, 'dist', `cors-devtools-${engine}.zip`);
    const content = zip(await buildExtension(engine));
    replaceFile(file, content);
    console.log(`${path.relative(ROOT, file)}: ${content.length} bytes`);
  }
  return 0;
};
