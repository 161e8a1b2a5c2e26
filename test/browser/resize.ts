import path from 'node:path';
import type { InspectedBrowser, ScreenshotOptions } from '../../src/launch/inspected-browser.ts';
import { createTemporaryDirectory } from '../../src/launch/temporary-directory.ts';

/** Gives DevTools a size and a theme, which both stay: a picture needs them, and nobody needs the picture. */
export const resize = async (browser: InspectedBrowser, options: ScreenshotOptions): Promise<void> => {
  const directory = createTemporaryDirectory('cors-devtools-resize');
  try {
    await browser.screenshot(path.join(directory.path, 'tab.png'), options);
  } finally {
    directory.remove();
  }
};
