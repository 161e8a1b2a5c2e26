/**
 * Pictures of the tab alone, in Chromium's DevTools, and the references that they are compared with: test/browser/references,
 * which `npm run pictures` makes anew. They hold for one major version of Chromium and one set of fonts (made-with.json).
 */
import fs from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { ScreenshotOptions } from '../../src/launch/inspected-browser.ts';
import { ROOT } from '../../src/launch/project.ts';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';
import { detailLayout } from './panel-layout.ts';
import { smallPng } from './small-png.ts';
import { makeStill, type Replacements } from './still.ts';
import { eachFailure, type Tab } from './tab-session.ts';
import { FAILURES, TAB_STATES } from './tab-states.ts';
import { until } from './until.ts';

export const REFERENCES = path.join(ROOT, 'test', 'browser', 'references');
const SEEN = path.join(ROOT, 'node_modules', '.cache', 'tab-pictures');
const MADE_WITH = path.join(REFERENCES, 'made-with.json');

export interface Size extends ScreenshotOptions {
  readonly title: string;
}
export const SIZES: readonly Size[] = [
  { title: '400', width: 400, height: 800, dark: false },
  { title: '800', width: 800, height: 600, dark: false },
  { title: '800-dark', width: 800, height: 600, dark: true },
  { title: '1400', width: 1400, height: 600, dark: false },
];

export const LAYOUT_SIZE = { width: 800, height: 600 } as const;

/** How many points may differ, besides those that smooth an edge. One letter more or less is several times as many. */
const POINTS_MAX = 8;
/** A late word of the browser's network log may still change what is shown. */
const PATIENCE_MS = 5_000;

/** No system gives such a port unasked. */
const FIRST_PORT = 20_001;

/** In the panel. */
const panelSize = (): { readonly width: number; readonly height: number } => ({ width: innerWidth, height: innerHeight });

/** The ports of this run. */
const replacementsOf = ({ site, demo }: Tab): Replacements => {
  const ports = new Set([site.page, ...demo.origins.values()].map(origin => new URL(origin).port));
  ports.delete('');
  return [...ports].map((port, index) => [port, String(FIRST_PORT + index)]);
};

/** The panel alone: DevTools' own bars are above it. As a small PNG. */
export const takePicture = async (tab: Tab, size: ScreenshotOptions): Promise<Buffer> => {
  const directory = createTemporaryDirectory('cors-devtools-picture');
  try {
    const file = path.join(directory.path, 'tab.png');
    const still = () => tab.inPanel(makeStill, replacementsOf(tab));
    await still();
    // What was drawn anew meanwhile was not still.
    await until(
      async () => {
        await tab.browser.screenshot(file, size);
        return still();
      },
      changes => changes === 0,
    );
    const whole = PNG.sync.read(fs.readFileSync(file));
    const { width, height } = await tab.inPanel(panelSize);
    const picture = new PNG({ width, height });
    PNG.bitblt(whole, picture, 0, whole.height - height, width, height);
    return smallPng(picture);
  } finally {
    directory.remove();
  }
};

export type Layouts = Readonly<Record<string, readonly string[]>>;
const LAYOUTS = path.join(REFERENCES, 'failures.json');

/** Where each text of each failure's first screen stands, by the demo's name of the case. */
export const takeLayouts = async (tab: Tab): Promise<Layouts> => {
  const layouts: Record<string, readonly string[]> = {};
  await eachFailure(tab, async id => {
    await tab.inPanel(makeStill, replacementsOf(tab));
    layouts[id] = await tab.inPanel(detailLayout);
  });
  return layouts;
};
export const readLayouts = (): Layouts => JSON.parse(fs.readFileSync(LAYOUTS, 'utf8'));

const fileName = (state: string, { title }: Size): string => `${state.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}-${title}`;

const countDifferent = (actual: Buffer, expected: Buffer): { readonly count: number; readonly difference: PNG | null } => {
  if (actual.equals(expected)) return { count: 0, difference: null };
  const [found, wanted] = [PNG.sync.read(actual), PNG.sync.read(expected)];
  const { width, height } = wanted;
  if (found.width !== width || found.height !== height) return { count: width * height, difference: null };
  const difference = new PNG({ width, height });
  return { count: pixelmatch(found.data, wanted.data, difference.data, width, height), difference };
};

/** Keeps what a person needs to see, and says where it is. */
const keep = (name: string, actual: Buffer, difference: PNG | null): readonly string[] => {
  fs.mkdirSync(SEEN, { recursive: true });
  const files = [
    [`${name}.actual.png`, actual],
    ...(difference === null ? [] : [[`${name}.difference.png`, PNG.sync.write(difference)] as const]),
  ] as const;
  return files.map(([file, content]) => {
    fs.writeFileSync(path.join(SEEN, file), content);
    return path.join(SEEN, file);
  });
};

/** What a picture of the state as it is now has that its reference has not, in words; null where nothing. */
export const differenceFromReference = async (tab: Tab, state: string, size: Size): Promise<string | null> => {
  const name = fileName(state, size);
  const reference = path.join(REFERENCES, `${name}.png`);
  if (!fs.existsSync(reference)) return `There is no ${reference}: npm run pictures makes it.`;
  const expected = fs.readFileSync(reference);
  let actual: Buffer = Buffer.alloc(0);
  const compare = async () => {
    actual = await takePicture(tab, size);
    return countDifferent(actual, expected).count;
  };
  try {
    await until(compare, count => count <= POINTS_MAX, PATIENCE_MS);
    return null;
  } catch (error) {
    if (actual.length === 0) throw error;
    const { count, difference } = countDifferent(actual, expected);
    return [`${count} points are not as in ${reference}. See:`, ...keep(name, actual, difference), 'If it is right, npm run pictures.'].join('\n');
  }
};

export interface Setup {
  readonly chromium: string;
  /** How wide a text is in each font of the tab: other fonts, other widths. */
  readonly fonts: Readonly<Record<string, number>>;
}

/** In the panel. */
const measureFonts = (): Setup['fonts'] => {
  const TEXT = 'The browser did not let the page read it: 0123456789 {}[]()<>*→…“”';
  const mono = getComputedStyle(document.documentElement).getPropertyValue('--mono');
  const context = document.createElement('canvas').getContext('2d');
  const widthIn = (font: string): number => {
    if (context === null) return 0;
    context.font = font;
    return Math.round(100 * context.measureText(TEXT).width) / 100;
  };
  return { text: widthIn('12px system-ui, sans-serif'), bold: widthIn('600 12px system-ui, sans-serif'), code: widthIn(`12px ${mono}`) };
};

export const setupOf = async ({ browser, inPanel }: Tab): Promise<Setup> => ({
  chromium: browser.version.replace(/\..*/, ''),
  fonts: await inPanel(measureFonts),
});

/** Why the references say nothing about pictures of this setup; null where they do. */
export const whyNotComparable = (setup: Setup): string | null => {
  if (!fs.existsSync(MADE_WITH)) return `There is no ${MADE_WITH}: npm run pictures makes it.`;
  const made = fs.readFileSync(MADE_WITH, 'utf8');
  const here = JSON.stringify(setup, null, 2);
  return made.trim() === here ? null : `The pictures of the tab are not compared: they were made with ${made.trim()}, and this is ${here}.`;
};

/** Makes every reference anew, and tells of each. */
export const recordTab = async (tab: Tab, tell: (file: string) => void): Promise<void> => {
  fs.rmSync(REFERENCES, { recursive: true, force: true });
  fs.mkdirSync(REFERENCES, { recursive: true });
  const write = (name: string, content: Buffer | string): void => {
    const file = path.join(REFERENCES, name);
    fs.writeFileSync(file, content);
    tell(file);
  };
  write(path.basename(MADE_WITH), `${JSON.stringify(await setupOf(tab), null, 2)}\n`);
  for (const state of TAB_STATES) {
    await tab.begin();
    await state.enter(tab);
    for (const size of SIZES) write(`${fileName(state.name, size)}.png`, await takePicture(tab, size));
    if (state === FAILURES) {
      await tab.show(LAYOUT_SIZE);
      write(path.basename(LAYOUTS), `${JSON.stringify(await takeLayouts(tab), null, 2)}\n`);
    }
    await state.leave(tab);
  }
};
