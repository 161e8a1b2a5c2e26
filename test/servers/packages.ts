/** The packages of test/servers/package.json, which only `npm ci --prefix test/servers` installs. */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, readJson } from '../../src/launch/project.ts';

const FOLDER = 'test/servers';

/** The path of a file of theirs. */
export const inPackages = (file: string): string => path.join(ROOT, FOLDER, 'node_modules', file);

/** For files that find them. Outside of node_modules, where bundlers take a file for a package's. */
export const SCRATCH = path.join(ROOT, FOLDER, 'dist');

/** null where it is not installed. */
export const versionOfPackage = (name: string): string | null =>
  fs.existsSync(inPackages(name)) ? String(readJson(`${FOLDER}/node_modules/${name}/package.json`).version) : null;

/** "Vite 8.3.8, cors 2.8.6", of packages by what they are called; null where one is not installed. */
export const versionsOf = (packages: Readonly<Record<string, string>>) => (): string | null => {
  const found = Object.entries(packages).map(([called, name]) => ({ called, version: versionOfPackage(name) }));
  return found.every(({ version }) => version !== null) ? found.map(({ called, version }) => `${called} ${version}`).join(', ') : null;
};
