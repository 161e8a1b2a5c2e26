/**
 * Runs before the panel's own script, in the panel's own page: stands in for the browser's extension API, with the worker
 * (panel-background.ts) at the other end of every port, and times what the panel paints.
 */

/** In milliseconds. */
export interface Painting {
  /** From the load of the script until the first rows are painted. */
  readonly first: number;
  /** Until all are. */
  readonly whole: number;
  /** The longest frame from the one to the other. */
  readonly longestFrame: number;
}

export interface Finding {
  /** Milliseconds until what was found is painted. */
  readonly time: number;
  /** How many exchanges are in the rows in the document that stand for themselves or for a group. */
  readonly found: number;
}

export type Choice = 'blocked' | 'warnings' | 'all';

/** What the bench asks of the page. */
export interface PanelGlobals {
  /** Loads the panel's script, and watches until all the blocked exchanges are counted. */
  paint(blocked: number): Promise<Painting>;
  /** Watches until that many warnings are counted: the milliseconds that each frame took until then. */
  advise(warnings: number): Promise<readonly number[]>;
  /** Chooses a filter: the milliseconds from the click until what it shows is painted. */
  choose(choice: Choice): Promise<number>;
  /** Puts that into the search, as one keystroke does. */
  search(text: string): Promise<Finding>;
  /** Shows all exchanges, with every group opened, scrolls from the first to the last in that many frames, and gives the milliseconds that each took. */
  scroll(frames: number): Promise<readonly number[]>;
}

const nothing = { addListener: () => undefined };
const background = new Worker('panel-background.js');
const built = new Promise<void>(resolve => {
  background.onmessage = () => resolve();
});

const connect = () => ({
  onMessage: {
    addListener: (listener: (message: unknown) => void) => {
      background.onmessage = ({ data }: MessageEvent<string>) => listener(JSON.parse(data));
    },
  },
  onDisconnect: nothing,
  postMessage: (message: unknown) => background.postMessage(JSON.stringify(message)),
  disconnect: () => undefined,
});

Object.assign(globalThis, {
  // The polyfill looks for the first, to see that it is in an extension, and then takes the second for what it would make of it.
  chrome: { runtime: { id: 'bench' } },
  browser: {
    runtime: { id: 'bench', getURL: (path: string) => `chrome-extension://bench${path}`, getManifest: () => ({ version: '0' }), connect },
    i18n: { getAcceptLanguages: async () => ['en'] },
    devtools: { inspectedWindow: { tabId: 7, reload: () => undefined }, panels: { themeName: 'default' } },
  },
});

const counted = (choice: Choice): number => Number(document.querySelector(`[data-choice=${choice}] .count`)?.textContent?.replace(/\D/g, ''));

/** How many exchanges stand in the list: rows are of many. */
const exchangesListed = (): number => (document.querySelector('[role=treeitem]') === null ? 0 : counted('blocked'));

interface Paint {
  readonly time: number;
  readonly listed: number;
}

/** Resolves once the next frame has been painted: what a frame posts comes after it, and so posted before all else that waits. */
const nextPaint = (): Promise<Paint> =>
  new Promise(resolve => {
    requestAnimationFrame(() => {
      const listed = exchangesListed();
      void scheduler.postTask(() => resolve({ time: performance.now(), listed }), { priority: 'user-blocking' });
    });
  });

const list = async (count: number, since: number): Promise<Painting> => {
  let first: number | null = null;
  let before = 0;
  let longestFrame = 0;
  for (;;) {
    const { time, listed } = await nextPaint();
    if (first !== null) longestFrame = Math.max(longestFrame, time - before);
    if (listed > 0) first ??= time - since;
    if (listed === count && first !== null) return { first, whole: time - since, longestFrame };
    before = time;
  }
};

/** When the frame began: the interval to the next is what a reader sees of it, whatever was done in it. */
const frame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve));

/**
 * How long the page works on what the reader does, until it is painted: the browser tells of that at the beginning of a frame,
 * too.
 */
const timed = (act: () => void): Promise<number> =>
  new Promise(resolve => {
    requestAnimationFrame(() => {
      const since = performance.now();
      void scheduler.postTask(() => resolve(performance.now() - since), { priority: 'user-blocking' });
      act();
    });
  });

const choose = async (choice: Choice): Promise<number> => {
  const time = await timed(() => document.querySelector<HTMLInputElement>(`[data-choice=${choice}] input`)?.click());
  await nextPaint();
  return time;
};

const countOf = (row: Element): number => Number(row.querySelector('.row-count')?.textContent?.replace(/\D/g, '') ?? 1);
const exchangesFound = (): number => [...document.querySelectorAll('[aria-level="1"]')].reduce((sum, row) => sum + countOf(row), 0);

Object.assign(globalThis, {
  paint: async (blocked: number) => {
    await built;
    const since = performance.now();
    const script = document.createElement('script');
    script.type = 'module';
    script.src = 'panel.js';
    document.head.append(script);
    return list(blocked, since);
  },
  advise: async (warnings: number) => {
    const times: number[] = [];
    let before = await frame();
    while (counted('warnings') < warnings) {
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  },
  choose,
  search: async (text: string) => {
    const input = document.querySelector<HTMLInputElement>('[type=search]');
    if (input === null) throw new Error('The panel has no search.');
    const time = await timed(() => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await nextPaint();
    return { time, found: exchangesFound() };
  },
  scroll: async (frames: number) => {
    await choose('all');
    const view = document.querySelector('[role=tree]');
    if (view === null) throw new Error('The panel has no list.');
    for (;;) {
      const closed = document.querySelector<HTMLElement>('[aria-expanded=false] .row-toggle');
      if (closed === null) break;
      closed.click();
      await nextPaint();
      view.scrollTop = view.scrollHeight;
      await nextPaint();
    }
    const end = view.scrollHeight - view.clientHeight;
    view.scrollTop = 0;
    await nextPaint();
    const times: number[] = [];
    let before = await frame();
    for (let step = 1; step <= frames; step++) {
      view.scrollTop = (end * step) / frames;
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  },
} satisfies PanelGlobals);
