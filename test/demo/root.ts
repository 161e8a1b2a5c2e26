import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The demo's folder, found from wherever this code runs: as it stands, or bundled somewhere below the project. */
export const demoFolder = (): string => {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const demo = path.join(folder, 'test', 'demo');
    if (fs.existsSync(path.join(folder, 'package.json')) && fs.existsSync(demo)) return demo;
    if (folder === path.dirname(folder)) throw new Error('The demo is not below its project: no test/demo was found.');
  }
};
