import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildExtension, ENGINES } from '../../src/launch/build.ts';
import { ROOT } from '../../src/launch/project.ts';
import { withoutInnerHtml } from '../../src/launch/without-inner-html.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe.each(ENGINES)('the extension for %s', engine => {
  it('holds every file that its manifest and its pages name', async () => {
    const files = await buildExtension(engine);
    const manifest = JSON.parse(text(files.get('manifest.json')));
    const pages = [...files.keys()].filter(name => name.endsWith('.html'));
    const named = [
      ...Object.values(manifest.icons as Record<string, string>),
      manifest.devtools_page as string,
      ...(engine === 'chromium' ? [manifest.background.service_worker] : manifest.background.scripts),
      ...pages.flatMap(page =>
        [...text(files.get(page)).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => new URL(link ?? '', `file:///${page}`).pathname.slice(1)),
      ),
    ];
    expect(named.filter(name => !files.has(name))).toEqual([]);
  });

  it('tells its name and what it is for in every language, as briefly as the stores want it', async () => {
    const files = await buildExtension(engine);
    const manifest = text(files.get('manifest.json'));
    const wanted = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
    const locales = [...files.keys()].filter(name => name.startsWith('_locales/'));
    expect(locales).toEqual(['_locales/de/messages.json', '_locales/en/messages.json']);
    expect(JSON.parse(manifest).default_locale).toBe('en');
    for (const locale of locales) {
      const messages = JSON.parse(text(files.get(locale))) as Readonly<Record<string, { readonly message: string }>>;
      expect(Object.keys(messages)).toEqual(wanted);
      expect(messages.name?.message).toBe('CORS DevTools');
      expect(messages.description?.message).toMatch(/^.{1,132}$/);
    }
  });

  it('sets no HTML, evaluates no text, and names no source map', async () => {
    const code = [...(await buildExtension(engine))].filter(([name]) => name.endsWith('.js')).map(([, bytes]) => text(bytes));
    expect(
      code.filter(each => /\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|new Function\b|sourceMappingURL/.test(each)),
    ).toEqual([]);
  });

  it('brings the licences of all that it is made of', async () => {
    const licences = text((await buildExtension(engine)).get('licences.txt'));
    const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { readonly dependencies: object };
    expect(Object.keys(dependencies).filter(name => !new RegExp(`^${name} \\d+\\.\\d`, 'm').test(licences))).toEqual([]);
    expect(licences.match(/permission is hereby granted|mozilla public license/gi)?.length).toBeGreaterThan(Object.keys(dependencies).length);
  });

  it('is built the same every time', async () => {
    expect(await buildExtension(engine)).toEqual(await buildExtension(engine));
  });
});

describe('withoutInnerHtml', () => {
  it('takes the one assignment out', () => {
    expect(withoutInnerHtml('a||(e.innerHTML=g.__html),b')).toBe('a||(void 0),b');
  });

  it.each(['nothing', 'e.innerHTML=g.__html;f.innerHTML=h.__html', 'e.innerHTML=g.__html;f.innerHTML=text', 'e.outerHTML = text'])(
    'fails on a renderer that it does not know: %s',
    source => {
      expect(() => withoutInnerHtml(source)).toThrow('another way than expected');
    },
  );
});
