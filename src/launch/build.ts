/** `npm run build`: the extension for both browsers, unpacked and loadable, in dist/chromium and dist/firefox. */
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { refuseArguments } from './arguments.ts';
import type { Engine } from './inspected-browser.ts';
import { licencesOf } from './licences.ts';
import { deriveManifest } from './manifest.ts';
import { ROOT, readJson } from './project.ts';
import { usedPolyfillPlugin } from './used-polyfill.ts';
import { withoutInnerHtmlPlugin } from './without-inner-html.ts';
import { writeTree } from './write-tree.ts';

export const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

/** The extension's files by their path in it, with forward slashes, in the order of their names. */
export type ExtensionFiles = ReadonlyMap<string, Uint8Array>;

/** The oldest browser that the manifest admits, as esbuild names it. */
const TARGETS = { chromium: 'chrome123', firefox: 'firefox142' } satisfies Record<Engine, string>;

const PAGES = 'panel';
/** What a page may have beside it, under its own name. */
const PAGE_SOURCES = ['.ts', '.tsx', '.css'];

/** Each page (`panel/NAME.html`) has its script and its style beside it. */
const pageEntries = (): { in: string; out: string }[] =>
  fs
    .readdirSync(path.join(ROOT, PAGES))
    .filter(file => file.endsWith('.html'))
    .map(file => `${PAGES}/${path.basename(file, '.html')}`)
    .flatMap(page =>
      PAGE_SOURCES.map(ending => page + ending)
        .filter(file => fs.existsSync(path.join(ROOT, file)))
        .map(file => ({ in: file, out: page })),
    );

/** Workers that a page starts, each a module of its own beside the page. */
const PAGE_WORKERS = [{ in: `${PAGES}/file-reader.ts`, out: `${PAGES}/file-reader` }];

/** The background is a classic script, the one kind that both browsers start alike; the pages load modules. */
const bundles = () => [
  { format: 'iife' as const, entryPoints: [{ in: 'src/background.ts', out: 'background' }] },
  { format: 'esm' as const, entryPoints: [...pageEntries(), ...PAGE_WORKERS] },
];

/** What is taken as it is. */
const COPIED = [
  { folder: PAGES, ending: '.html' },
  { folder: `${PAGES}/icons`, ending: '.png' },
] as const;

/** What the sources become, and the licences of all that they are. */
const bundle = async (engine: Engine): Promise<[string, Uint8Array][]> => {
  const results = await Promise.all(
    bundles().map(({ format, entryPoints }) =>
      esbuild.build({
        absWorkingDir: ROOT,
        entryPoints,
        outdir: ROOT,
        write: false,
        bundle: true,
        minify: true,
        format,
        // What two pages share, or one loads later, is a file of its own.
        splitting: format === 'esm',
        chunkNames: `${PAGES}/chunks/[name]-[hash]`,
        platform: 'browser',
        target: TARGETS[engine],
        // They are all in one file: see licences.ts.
        legalComments: 'none',
        metafile: true,
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'silent',
        plugins: [withoutInnerHtmlPlugin, usedPolyfillPlugin],
      }),
    ),
  );
  const sources = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const files = results.flatMap(({ outputFiles }) => outputFiles);
  return [
    ['licences.txt', Buffer.from(licencesOf(sources))],
    ...files.map((file): [string, Uint8Array] => [path.relative(ROOT, file.path).replaceAll(path.sep, '/'), file.contents]),
  ];
};

const copied = (): [string, Uint8Array][] =>
  COPIED.flatMap(({ folder, ending }) =>
    fs
      .readdirSync(path.join(ROOT, folder))
      .filter(name => name.endsWith(ending))
      .map((name): [string, Uint8Array] => [`${folder}/${name}`, fs.readFileSync(path.join(ROOT, folder, name))]),
  );

const WORDS = `${PAGES}/words`;

/** What the manifest says in each language, where a browser looks for it. */
const messages = (): [string, Uint8Array][] =>
  fs
    .readdirSync(path.join(ROOT, WORDS))
    .map((language): [string, Uint8Array] => [
      `_locales/${language}/messages.json`,
      fs.readFileSync(path.join(ROOT, WORDS, language, 'manifest.json')),
    ]);

/** The whole extension for one browser, in memory. The same sources give the same bytes. */
export const buildExtension = async (engine: Engine): Promise<ExtensionFiles> => {
  const manifest = deriveManifest(readJson('manifest.json'), engine, String(readJson('package.json').version));
  const files: [string, Uint8Array][] = [
    ['manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
    ...(await bundle(engine)),
    ...copied(),
    ...messages(),
  ];
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Where the unpacked extension is. */
export const extensionDirectory = (engine: Engine): string => path.join(ROOT, 'dist', engine);

/** Builds the unpacked extension for one browser and gives its directory. */
export const buildUnpacked = async (engine: Engine): Promise<string> => {
  const directory = extensionDirectory(engine);
  writeTree(directory, await buildExtension(engine));
  return directory;
};

export const main = async (args: readonly string[]): Promise<number> => {
  if (refuseArguments('build', args)) return 1;
  for (const engine of ENGINES) console.log(path.relative(ROOT, await buildUnpacked(engine)));
  return 0;
};
