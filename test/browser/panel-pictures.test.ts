/** The pictures in the tab: that each is there with words that say the same, fits, and shows hostile text as text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costWords, originWords, sequenceWords } from '../../panel/later-words.ts';
import { ENGINES } from './launch-extension.ts';
import { NARROW, openPanel, type PanelSession, WIDE } from './panel-session.ts';
import { cutOff, faintTexts, isShown, textsOf } from './panel-views.ts';
import { answer, html } from './site.ts';
import { until } from './until.ts';

interface Drawn {
  readonly name: string;
  readonly role: string | null;
  readonly texts: readonly string[];
  /** Where the first arrow begins and ends. */
  readonly first: readonly [x1: number, x2: number];
  readonly crosses: number;
  /** Texts that reach beyond the picture, and how far the picture reaches beyond its room. */
  readonly outside: readonly string[];
}

/** In the panel: what the sequence draws; null where there is none yet. */
const drawn = (): Drawn | null => {
  const svg = document.querySelector<SVGSVGElement>('.sequence svg');
  const line = svg?.querySelector<SVGLineElement>('.sequence-arrow line');
  if (svg === null || line === null || line === undefined) return null;
  const { left, right } = svg.getBoundingClientRect();
  const room = svg.parentElement?.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')];
  const isOutside = (text: Element): boolean => {
    const box = text.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1;
  };
  return {
    name: svg.getAttribute('aria-label') ?? '',
    role: svg.getAttribute('role'),
    texts: texts.map(({ textContent }) => textContent ?? ''),
    first: [line.x1.baseVal.value, line.x2.baseVal.value],
    crosses: svg.querySelectorAll('.sequence-cross').length,
    outside: [
      ...texts.filter(isOutside).map(({ textContent }) => textContent ?? ''),
      ...(room !== undefined && (left < room.left - 1 || right > room.right + 1) ? ['the picture'] : []),
    ],
  };
};

/** In the page: a frame without an origin, which asks. */
const askFromSandbox = (url: string): void => {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = `<script>fetch(${JSON.stringify(url)}).catch(() => 0)</script>`;
  document.body.append(frame);
};

const setDirection = (direction: string): void => {
  document.documentElement.dir = direction;
};

const HOSTILE = '<img src=x onerror=globalThis.pwned=1>\u202e';
/** What a header line can carry: its UTF-8 bytes, one character each. */
const wire = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const SIZES = [NARROW, WIDE] as const;

describe.each(ENGINES)('the pictures in %s', engine => {
  let session: PanelSession;
  const rows = ['/unauthorized', '/slash', '/hop', '/hostile', '/sandboxed'];
  const open = async (path: string): Promise<void> => {
    if (await session.inPanel(isShown, '.back')) await session.click('.back');
    await session.click(`[role=treeitem]:nth-of-type(${rows.indexOf(path) + 1})`);
    await until(
      () => session.inPanel(textsOf, '.request-line'),
      ([line = '']) => line.includes(path),
    );
  };
  const picture = async (isRight: (found: Drawn) => boolean = () => true): Promise<Drawn> => {
    const found = await until(
      () => session.inPanel(drawn),
      each => each !== null && isRight(each),
    );
    if (found === null) throw new Error('no picture');
    return found;
  };

  beforeAll(async () => {
    session = await openPanel(engine);
    await session.begin();
    const { site, fetch, browser } = session;
    site.answer('/slash', answer(200, [`Access-Control-Allow-Origin: ${site.page}/`]));
    site.answer('/hop', answer(302, [`Access-Control-Allow-Origin: *`, `Location: ${site.at('elsewhere')}/arrived`]));
    site.answer('/arrived', html(''));
    site.answer('/hostile', answer(200, [`Access-Control-Allow-Origin: ${wire(HOSTILE)}`]));
    await fetch(`${site.api}/unauthorized`, { method: 'PUT', headers: { 'X-Trace': '1' } });
    for (const path of ['/slash', '/hop', '/hostile']) await fetch(`${site.api}${path}`);
    site.answer(
      '/aged',
      answer(200, ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Headers: x-trace', `Access-Control-Max-Age: ${wire(HOSTILE)}`]),
    );
    site.answer('/ageless', answer(200, ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Headers: x-trace']));
    for (const path of ['/aged', '/ageless']) await fetch(`${site.api}${path}`, { headers: { 'X-Trace': '1' } });
    await browser.inPage(askFromSandbox, `${site.api}/sandboxed`);
    await session.counts(({ blocked }) => blocked === rows.length);
  });
  afterAll(() => session?.close());

  describe.each(SIZES)('$width pixels wide', size => {
    beforeAll(() => session.show(size));
    afterAll(() => session.show(WIDE));
    it.each(rows)('draws %s within its room', async path => {
      await open(path);
      const { role, outside } = await picture();
      expect({ role, outside, cutOff: await session.inPanel(cutOff) }).toEqual({ role: 'img', outside: [], cutOff: [] });
    });
  });

  it('says in one sentence what the picture shows, and has one cross', async () => {
    await open('/unauthorized');
    const { page, api } = session.site;
    const { name, crosses, texts } = await picture(({ texts: [, , ...others] }) => others.includes('OPTIONS'));
    expect(name).toContain(`${page} asks ${api} with PUT; it stops at “`);
    expect(crosses).toBe(1);
    expect(texts).toEqual(expect.arrayContaining([sequenceWords.page, sequenceWords.browser, 'OPTIONS', '401', 'never happened']));
  });

  it('has a lifeline more for another server', async () => {
    await open('/hop');
    const { texts } = await picture(({ texts: all }) => all.includes('302'));
    expect(texts.filter(text => text === sequenceWords.server).length).toBe(2);
  });

  it('shows hostile text as text', async () => {
    await open('/hostile');
    const { texts } = await picture(({ texts: all }) => all.some(text => text.includes('<img')));
    expect(texts.join('')).not.toMatch(/[\u202e\u0080-\u009f]/);
    expect(await session.inPanel(isShown, '.sequence img')).toBe(false);
  });

  it('runs from right to left where the tab does', async () => {
    await open('/slash');
    const [x1, x2] = (await picture()).first;
    expect(x1).toBeLessThan(x2);
    await session.inPanel(setDirection, 'rtl');
    await open('/unauthorized');
    const mirrored = await picture(({ first: [from, to] }) => from > to);
    const found = { outside: mirrored.outside, cutOff: await session.inPanel(cutOff) };
    await session.inPanel(setDirection, 'ltr');
    expect(found).toEqual({ outside: [], cutOff: [] });
  });

  it('folds away, and stays so for the next request', async () => {
    await open('/slash');
    await session.click('.picture > summary');
    await until(
      () => session.inPanel(isShown, '.sequence'),
      shown => !shown,
    );
    await open('/hop');
    expect(await session.inPanel(isShown, '.sequence')).toBe(false);
    await session.click('.picture > summary');
    await picture(({ texts }) => texts.includes('302'));
  });

  it('sets the two origins part by part', async () => {
    await open('/slash');
    const { port } = new URL(session.site.page);
    expect(await session.inPanel(textsOf, '.origins tbody tr')).toEqual([
      `${originWords.page} http localhost ${port}`,
      `${originWords.server} http 127.0.0.1 ${port}`,
      `${originWords.compared} = ${originWords.same} ≠ ${originWords.differs} = ${originWords.same}`,
    ]);
    expect(await session.inPanel(textsOf, '.origins + p')).toEqual([originWords.difference(['host'])]);
  });

  it('says what a page without an origin is', async () => {
    await open('/sandboxed');
    expect(await session.inPanel(textsOf, '.origins + p')).toEqual([originWords.nullPage]);
  });

  it('says which one character is too many', async () => {
    await open('/slash');
    expect(await session.inPanel(textsOf, '.edit')).toEqual(['One character too many: / (slash), at the end.']);
  });

  describe('of what preflights cost', () => {
    it.each(SIZES)('fit, and have a table beside them, $width pixels wide', async size => {
      await session.show(size);
      await session.click('.preflight-link');
      await session.shows('.cost-table th:nth-child(2)', costWords.count);
      const texts = await session.inPanel(textsOf, '.cost-table tbody tr');
      expect(texts.length).toBe(3);
      expect(texts.find(text => text.includes('/ageless'))).toMatch(/\/ageless no Access-Control-Max-Age: remembered for 5 seconds 1 [\d.]+ m?s 0$/);
      expect(texts.find(text => text.includes('/aged'))).toContain('Access-Control-Max-Age: <img src=x');
      expect(texts.join('')).not.toMatch(/[\u202e\u0080-\u009f]/);
      expect(texts.find(text => text.includes('/unauthorized'))).toMatch(
        /^127\.0\.0\.1:\d+\/unauthorized never allowed, so never remembered 1 [\d.]+ m?s 0$/,
      );
      expect(await session.inPanel(cutOff)).toEqual([]);
      expect(await session.inPanel(faintTexts)).toEqual([]);
      await session.press('Escape');
      await until(
        () => session.inPanel(isShown, '.preflights'),
        shown => !shown,
      );
    });

    it('stand summed up in the status bar', async () => {
      const [link = ''] = await session.inPanel(textsOf, '.preflight-link');
      expect(link).toMatch(/^3 preflights, [\d.]+ m?s$/);
    });
  });

  it('logs no error', async () => {
    expect(await session.browser.extensionErrors()).toEqual([]);
  });
});
