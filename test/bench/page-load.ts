/**
 * What the extension costs a page: its 1,000 small cross-origin requests, in real browsers.
 *
 * All browsers run side by side, and one at a time is asked to load the page: a launch for each round would take longer
 * than the load itself, and leave its own work behind to be timed. Rounds go forth and back through the browsers, so that
 * a slow drift of the machine, and what a browser still has to do after its turn, fall on all alike. What is compared is
 * the ratio of two loads of the same round: both had the same neighbours. Those with closed tools, of which less may
 * differ, have two turns a round.
 *
 * Chromium sends every request through the browser's own process as soon as one extension with the webRequest permission
 * is installed, whether it listens or not (`WebRequestAPI::MayHaveProxies`): that is the price of the permission, which no
 * code of an extension can lower, and which is paid once for all such extensions. What our own code adds to it is held to
 * the budget.
 */
import { writeNull, writeOurs } from './extensions.ts';
import { type Figure, median, medianRange } from './figure.ts';
import { launchQuietChromium, type QuietChromium } from './quiet-chromium.ts';
import { type PageGlobals, type Site, startSite } from './site.ts';

const REQUESTS = 1_000;
const CLOSED_MAX = 1.03;
const OPEN_MAX = 1.1;
const WARM_UP_ROUNDS = 2;
const ROUNDS = 24;
/** What a browser has still to do after the page is done is done by then, as a rule: with open tools that is more. */
const REST_MS = { none: 100, permission: 100, closed: 100, listening: 1_000, open: 1_000 } satisfies Record<Variant, number>;

type Variant = 'none' | 'permission' | 'closed' | 'listening' | 'open';
const TURNS: readonly Variant[] = ['listening', 'none', 'permission', 'closed', 'none', 'permission', 'closed', 'open'];

const NAMES = {
  none: 'no extension',
  permission: 'the same manifest, no listener, tools closed',
  closed: 'CORS DevTools, tools closed',
  listening: 'the same listeners doing nothing, tools open',
  open: 'CORS DevTools, tools open at its tab',
} satisfies Record<Variant, string>;

const rest = (variant: Variant): Promise<void> => new Promise(resolve => setTimeout(resolve, REST_MS[variant]));

const load = async ({ page }: QuietChromium, site: Site): Promise<number> => {
  await page.goto(site.pageUrl(REQUESTS));
  return page.evaluate(() => (globalThis as unknown as PageGlobals).elapsed);
};

/** Milliseconds by variant, one figure a turn. */
type Times = Readonly<Record<Variant, number[]>>;

const runRounds = async (browsers: Readonly<Record<Variant, QuietChromium>>, site: Site): Promise<Times> => {
  const times: Times = { none: [], permission: [], closed: [], listening: [], open: [] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const variant of round % 2 === 0 ? TURNS : [...TURNS].reverse()) {
      const elapsed = await load(browsers[variant], site);
      if (round >= WARM_UP_ROUNDS) times[variant].push(elapsed);
      await rest(variant);
    }
  }
  return times;
};

const ratios = (times: Times, of: Variant, to: Variant): readonly number[] => times[of].map((time, turn) => time / (times[to][turn] ?? 0));

const figures = (times: Times): readonly Figure[] => {
  const ratio = (what: string, of: Variant, to: Variant, max: number | null): Figure => {
    const all = ratios(times, of, to);
    const [low, high] = medianRange(all);
    return {
      what,
      figure: `${median(all).toFixed(3)} × (${low.toFixed(3)}–${high.toFixed(3)})`,
      budget: max === null ? null : { text: `at most ${max.toFixed(2)} ×`, holds: median(all) <= max },
    };
  };
  const milliseconds = (Object.keys(NAMES) as Variant[]).map((variant): Figure => {
    const [low, high] = medianRange(times[variant]).map(Math.round);
    return { what: `  ${NAMES[variant]}`, figure: `${Math.round(median(times[variant]))} ms (${low}–${high})`, budget: null };
  });
  return [
    ratio("a page's 1,000 requests, tools closed, to the permission alone", 'closed', 'permission', CLOSED_MAX),
    ratio('  the permission alone, to no extension', 'permission', 'none', null),
    ratio('  tools closed, to no extension', 'closed', 'none', null),
    ratio('the same, tools open, to listeners that do nothing', 'open', 'listening', OPEN_MAX),
    ...milliseconds,
  ];
};

export const measurePageLoad = async (executablePath: string): Promise<readonly Figure[]> => {
  const site = await startSite();
  const [ours, idle, listening] = [await writeOurs(), await writeNull(false), await writeNull(true)];
  const started: QuietChromium[] = [];
  const start = async (extension: string | null, isOpen: boolean): Promise<QuietChromium> => {
    const browser = await launchQuietChromium(executablePath, extension);
    started.push(browser);
    await browser.page.goto(site.pageUrl(0));
    if (isOpen) await browser.showTab();
    return browser;
  };
  try {
    const browsers = {
      none: await start(null, false),
      permission: await start(idle.path, false),
      closed: await start(ours.path, false),
      listening: await start(listening.path, true),
      open: await start(ours.path, true),
    };
    return figures(await runRounds(browsers, site));
  } finally {
    await Promise.all(started.map(browser => browser.close()));
    site.close();
    for (const directory of [ours, idle, listening]) directory.remove();
  }
};
