/**
 * The real DevTools front end. It is a page of the browser's own, whose modules (`devtools://devtools/bundled/…`) can be
 * imported by a script that runs inside it: its tabs may be hidden in the overflow menu, where no click finds them.
 */
import type { Frame, Page } from 'puppeteer';

/** What the front end keeps in the profile: undocked, so that the window is as wide as it is asked to be. */
export const devtoolsPreferences = (docked: boolean) => ({ preferences: { currentDockState: JSON.stringify(docked ? 'right' : 'undocked') } });

/** How often the front end is asked whether it has the tab by now, in milliseconds. */
const POLL_MS = 50;
/** DevTools takes seconds to open on a slow machine. */
const OPEN_TIMEOUT_MS = 60_000;

// As text, not as functions: a bundler or a test runner would rewrite the imports, which only the front end can resolve.
const selectPanelScript = (prefix: string): string => `(async () => {
  if (!('UI' in globalThis)) return false;
  const { InspectorView } = await import('devtools://devtools/bundled/ui/legacy/legacy.js');
  const view = InspectorView.InspectorView.instance();
  const id = [...view.tabbedPane.tabIds()].find(tab => tab.startsWith(${JSON.stringify(prefix)}));
  if (id !== undefined) await view.showPanel(id);
  return id !== undefined;
})()`;

const setThemeScript = (theme: 'default' | 'dark'): string => `(async () => {
  const { Settings } = await import('devtools://devtools/bundled/core/common/common.js');
  const setting = Settings.Settings.instance().moduleSetting('ui-theme');
  if (setting.get() !== '${theme}') setting.set('${theme}');
})()`;

/** Selects the first panel of that extension. */
export const selectPanel = async (devtools: Page, extensionId: string): Promise<void> => {
  await devtools.waitForFunction(selectPanelScript(`chrome-extension://${extensionId}`), { polling: POLL_MS, timeout: OPEN_TIMEOUT_MS });
};

/** DevTools' own theme, whatever the system's. */
export const setTheme = async (devtools: Page, dark: boolean): Promise<void> => {
  await devtools.evaluate(setThemeScript(dark ? 'dark' : 'default'));
  await devtools.waitForFunction(
    (isDark: boolean) => document.documentElement.classList.contains('theme-with-dark-background') === isDark,
    { polling: POLL_MS },
    dark,
  );
};

/** What brings a part of a panel into view may scroll DevTools itself, by the few pixels by which the panel is longer than its room. */
export const scrollBack = (devtools: Page): Promise<void> =>
  devtools.evaluate(() => {
    const scrollIn = (root: Document | ShadowRoot): void => {
      for (const panel of root.querySelectorAll('.panel')) panel.scrollTop = 0;
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot !== null) scrollIn(shadowRoot);
    };
    scrollIn(document);
  });

/** The extension's frame whose path is that one, once its document has loaded. */
export const extensionFrame = async (devtools: Page, extensionId: string, isWanted: (path: string) => boolean): Promise<Frame> => {
  const origin = `chrome-extension://${extensionId}`;
  const frame = await devtools.waitForFrame(candidate => candidate.url().startsWith(origin) && isWanted(candidate.url().slice(origin.length)), {
    timeout: OPEN_TIMEOUT_MS,
  });
  await frame.waitForFunction(() => document.readyState === 'complete', { polling: POLL_MS });
  return frame;
};

/** Resolves once what the frame was told has been painted. */
export const painted = (frame: Frame): Promise<void> =>
  frame.evaluate(
    () =>
      new Promise<void>(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
