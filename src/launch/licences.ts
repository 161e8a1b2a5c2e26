/** The licences of what the extension is made of, which every copy of it has to bring along. */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, readJson } from './project.ts';

/** The package's folder in the path of one of its files: `node_modules/preact`, `node_modules/@preact/signals`. */
const FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** @throws where a package has none */
const licenceIn = (folder: string): string => {
  const file = fs.readdirSync(path.join(ROOT, folder)).find(name => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence: what is made of it must not be handed on.`);
  return fs.readFileSync(path.join(ROOT, folder, file), 'utf8').trim();
};

/** As one text: our own, and that of each package which one of these files belongs to, by name. */
export const licencesOf = (sources: Iterable<string>): string => {
  const folders = new Set([...sources].flatMap(source => FOLDER.exec(source)?.[0] ?? []));
  const packages = [...folders]
    .map(
      folder => ({ folder, ...readJson(`${folder}/package.json`) }) as { readonly folder: string; readonly name?: string; readonly version?: string },
    )
    .sort((a, b) => String(a.name).localeCompare(String(b.name), 'en'));
  const parts = packages.map(({ folder, name, version }) => `${name} ${version}\n\n${licenceIn(folder)}`);
  return `${[`CORS DevTools\n\n${licenceIn('.')}`, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
};
