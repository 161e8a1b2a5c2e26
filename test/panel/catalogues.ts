/** The catalogues of words, and what a test asks of them. */
import fs from 'node:fs';
import path from 'node:path';
import { access as deAccess } from '../../panel/words/de/access.ts';
import * as deAtOnce from '../../panel/words/de/de.ts';
import * as deAllLater from '../../panel/words/de/de-later.ts';
import { access as enAccess } from '../../panel/words/en/access.ts';
import * as enAtOnce from '../../panel/words/en/en.ts';
import * as enAllLater from '../../panel/words/en/en-later.ts';
import { ROOT } from '../../src/launch/project.ts';

/** Without the words of src/, which are tested there. */
const ownOf = ({ explainWords, reportWords, ...own }: typeof enAllLater) => own;

export const en = { ...enAtOnce, ...ownOf(enAllLater), access: enAccess };
export const de: typeof en = { ...deAtOnce, ...ownOf(deAllLater), access: deAccess };

export type Entry = readonly [path: readonly string[], value: unknown];

/** Each text, function and list of a catalogue. */
export const entriesOf = (catalogue: object, above: readonly string[] = []): readonly Entry[] =>
  Object.entries(catalogue).flatMap(([key, value]): readonly Entry[] => {
    const path = [...above, key];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? entriesOf(value, path) : [[path, value]];
  });

const CATALOGUES = /^panel\/(?:words\/|words\.ts$|later-words\.ts$)/;

/** The files of the panel (or another folder) outside of the catalogues, by path. */
export const sources = (ending: RegExp, folder = 'panel'): ReadonlyMap<string, string> =>
  new Map(
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map(file => `${folder}/${file.replaceAll(path.sep, '/')}`)
      .filter(file => ending.test(file) && !CATALOGUES.test(file))
      .sort()
      .map(file => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')]),
  );

const isWord = (text: string): boolean => /^\w+$/.test(text);

/** Whether code names the entry, or looks up whatever is in one that it is part of. */
const isUsed = (keys: readonly string[], code: string): boolean => {
  const [parent = '', key = ''] = keys.slice(-2);
  if (keys.length === 1) return new RegExp(`\\b${parent}\\b`).test(code);
  const isLookedUp = keys.slice(0, -1).some(above => isWord(above) && new RegExp(`\\b${above}\\[|Object\\.entries\\(${above}\\)`).test(code));
  if (isLookedUp) return true;
  if (!isWord(key)) return false;
  return new RegExp(`\\b${parent}\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} = (?:\\w+\\.)*${parent};`).test(code);
};

const SPOKEN = new RegExp(`(?<![\\w/])(?:${Object.keys({ ...enAtOnce, ...enAllLater }).join('|')})\\b`);

/** The constants of a module that hold a word from when it is loaded: of English then, whatever the language. */
export const keptIn = (source: string): readonly string[] =>
  source.split(/^(?=\S)/m).flatMap(statement => {
    const [head = '', name] = /^(?:export )?(?:const|let) (.*?)(?:: .*?)? = /.exec(statement) ?? [];
    if (name === undefined) return [];
    const value = statement.slice(head.length);
    const at = value.search(SPOKEN);
    return at >= 0 && !/=>|\bfunction\b/.test(value.slice(0, at)) ? [name] : [];
  });

/** The entries that no code uses. */
export const unusedIn = (catalogue: object, code: string): readonly string[] =>
  entriesOf(catalogue)
    .filter(([keys]) => !isUsed(keys, code))
    .map(([keys]) => keys.join('.'));
