/** Dependencies point one way, as the layout says; what one file is about fits one file. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LINES_MAX = 300;

const filesBelow = (folder: string): readonly string[] =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();

const isModule = (file: string): boolean => /\.(?:tsx?|mjs)$/.test(file) && !file.endsWith('.d.mts');
const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');

interface Import {
  readonly from: string;
  /** A file of the project, or a package's name. */
  readonly to: string;
  /** Gone once compiled. */
  readonly isType: boolean;
}

/** Every static or dynamic import and re-export of a literal name. */
const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const importsOf = (from: string): readonly Import[] =>
  [...read(from).matchAll(IMPORT)].map(([, type, name = '', dynamic]) => {
    const target = dynamic ?? name;
    const to = target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target;
    return { from, to, isType: type !== undefined };
  });

const MODULES = ['src', 'panel'].flatMap(filesBelow).filter(isModule);
const IMPORTS = MODULES.flatMap(importsOf);

/** The part of the layout that a file belongs to: a folder of src/, a file beside them, or the panel. */
const partOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  if (top === 'panel') return 'panel';
  return top === 'src' ? second.replace(/\.ts$/, '') : top;
};

/** What each part may import besides itself, types included. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'engine-names': [],
  language: [],
  remembered: [],
  cors: ['model'],
  explain: ['cors', 'model'],
  recipes: ['cors', 'explain', 'model'],
  report: ['cors', 'engine-names', 'model', 'valibot'],
  har: ['model', 'watch'],
  watch: ['cors', 'model', 'remembered'],
  throttle: [],
  'page-questions': ['model'],
  'write-queue': ['throttle'],
  link: ['model', 'session'],
  session: ['model', 'write-queue'],
  trial: ['cors', 'link', 'model', 'write-queue'],
  recorder: ['link', 'model', 'session', 'trial', 'watch'],
  browser: ['link', 'model', 'page-questions', 'trial', 'watch', 'webextension-polyfill'],
  background: ['browser', 'link', 'recorder', 'session', 'throttle', 'trial', 'watch'],
  panel: [
    'browser',
    'engine-names',
    'link',
    'report',
    'recipes',
    'explain',
    'cors',
    'har',
    'language',
    'model',
    'remembered',
    'throttle',
    'trial',
    'preact',
    '@preact',
    '@tanstack',
  ],
};

const PACKAGE = /^(@?[^/]+)/;
const nameOf = (to: string): string => (/^(?:src|panel|test)\//.test(to) ? partOf(to) : (PACKAGE.exec(to)?.[1] ?? to));

describe('imports', () => {
  it('are all seen, and lead to files that there are', () => {
    expect(IMPORTS.length).toBeGreaterThan(MODULES.length);
    const isOurs = ({ to }: Import): boolean => /^(?:src|panel|test)\//.test(to);
    expect(IMPORTS.filter(each => isOurs(each) && !fs.existsSync(path.join(ROOT, each.to)))).toEqual([]);
  });

  it.each([...new Set(MODULES.map(partOf))].filter(part => part !== 'launch').map(part => ({ part })))('of $part point one way', ({ part }) => {
    const allowed = ALLOWED[part];
    if (allowed === undefined) throw new Error(`The layout does not know the part "${part}": say what it may import.`);
    const wrong = IMPORTS.filter(({ from, to }) => partOf(from) === part && nameOf(to) !== part && !allowed.includes(nameOf(to)));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('of the launcher, which runs in Node.js, reach the tests and the reports, and nothing else of the extension', () => {
    const reached = IMPORTS.filter(({ from, to }) => partOf(from) === 'launch' && /^(?:src|panel|test)\//.test(to)).map(({ to }) => partOf(to));
    expect([...new Set(reached)].sort()).toEqual(['launch', 'model', 'report', 'test']);
  });

  it('make no cycle', () => {
    const graph = new Map(MODULES.map(file => [file, IMPORTS.filter(({ from, isType }) => from === file && !isType).map(({ to }) => to)]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    };
    for (const file of MODULES) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('a file', () => {
  const written = [
    ...MODULES,
    ...filesBelow('panel').filter(file => file.endsWith('.css')),
    ...filesBelow('test').filter(file => /\.tsx?$/.test(file)),
  ];

  it(`has no more than ${LINES_MAX} lines in src/ and panel/`, () => {
    const long = written.filter(file => !file.startsWith('test/') && read(file).split('\n').length - 1 > LINES_MAX);
    expect(long).toEqual([]);
  });

  it('exports nothing by default, unless a tool reads it so', () => {
    expect(written.filter(file => /^export default\b|\bas default\b/m.test(read(file)))).toEqual(['test/vitest.config.ts']);
  });

  it('names the WebExtension API in src/browser.ts alone', () => {
    const shipped = MODULES.filter(file => partOf(file) !== 'launch');
    expect(
      shipped.filter(file =>
        /\b(?:chrome|browser)\.(?:runtime|tabs|devtools|storage|webRequest|permissions|scripting|declarativeNetRequest)\b/.test(read(file)),
      ),
    ).toEqual(['src/browser.ts']);
  });
});
