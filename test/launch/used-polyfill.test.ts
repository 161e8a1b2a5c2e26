import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { USED, usedPolyfill } from '../../src/launch/used-polyfill.ts';

const polyfill = readFileSync(createRequire(import.meta.url).resolve('webextension-polyfill/dist/browser-polyfill.js'), 'utf8');

describe('the polyfill', () => {
  it('keeps what is used, and nothing else', () => {
    const stripped = usedPolyfill(polyfill);
    expect(stripped).toContain('const apiMetadata = {"devtools":{"inspectedWindow":{"eval":{');
    expect(stripped).not.toContain('bookmarks');
    expect(() => new Function(stripped)).not.toThrow();
  });

  it('is not stripped blindly', () => expect(() => usedPolyfill('const apiMetadata = {};')).toThrow());

  it('knows all that is used', () => {
    const source = readFileSync(new URL('../../src/browser.ts', import.meta.url), 'utf8');
    const names = [...source.matchAll(/\bbrowser\.([a-z]\w*)/g)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual(USED);
  });
});
