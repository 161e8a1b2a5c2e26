import fs from 'node:fs';
import type { Plugin } from 'esbuild';

const RENDERER = /[\\/]preact[\\/]dist[\\/]preact\.mjs$/;
const ASSIGNMENT = /\w+\.innerHTML\s*=\s*\w+\.__html/g;

/** The renderer's code without its one way to set HTML. Throws where that is not there exactly once: then look again. */
export const withoutInnerHtml = (source: string): string => {
  const found = source.match(ASSIGNMENT)?.length ?? 0;
  const stripped = source.replace(ASSIGNMENT, 'void 0');
  if (found !== 1 || /\.(?:inner|outer)HTML\s*=[^=]/.test(stripped)) throw new Error('Preact sets HTML in another way than expected.');
  return stripped;
};

/**
 * Takes the renderer's support for `dangerouslySetInnerHTML` out of the build. Nothing here uses it: without it no text
 * from the network can ever become HTML, and the linter of addons.mozilla.org has nothing to warn of.
 */
export const withoutInnerHtmlPlugin: Plugin = {
  name: 'without-inner-html',
  setup: build => {
    build.onLoad({ filter: RENDERER }, async ({ path }) => ({ contents: withoutInnerHtml(await fs.promises.readFile(path, 'utf8')), loader: 'js' }));
  },
};
