/**
 * Every state of the tab, in the real DevTools of both browsers: axe-core finds nothing, no text is hard to read, nothing is
 * cut off, and in Chromium each looks as in its picture in test/browser/references. `npm run pictures` makes these anew.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from './axe.ts';
import { ENGINES } from './launch-extension.ts';
import { overlaps } from './panel-layout.ts';
import { WIDE } from './panel-session.ts';
import { cutOff, faintTexts } from './panel-views.ts';
import { differenceFromReference, LAYOUT_SIZE, readLayouts, SIZES, setupOf, takeLayouts, whyNotComparable } from './tab-pictures.ts';
import { eachFailure, openTab, type Tab } from './tab-session.ts';
import { FAILURES, TAB_STATES } from './tab-states.ts';

/** Where something would be cut off, if anywhere. The smallest is that of WCAG 2.2, 1.4.10: a small window at 200 % zoom. */
const EXTREMES = [...SIZES.filter(({ title }) => title === '400' || title === '1400'), { title: '320 × 256', width: 320, height: 256, dark: false }];

/** In the panel: how many pixels of what one reads are to be seen at once, at most. */
const roomToRead = (): number => {
  const parts = [...document.querySelectorAll<HTMLElement>('.list, .detail, .message, :popover-open')];
  return Math.max(...parts.filter(part => part.checkVisibility({ visibilityProperty: true })).map(({ clientHeight }) => clientHeight));
};
const ROOM_MIN = 120;

describe.each(ENGINES)('the tab in %s', engine => {
  let tab: Tab;
  /** null where it can be compared with its pictures. */
  let obstacle: string | null = null;
  beforeAll(async () => {
    tab = await openTab(engine);
    if (engine === 'chromium') obstacle = whyNotComparable(await setupOf(tab));
    if (obstacle !== null) console.warn(obstacle);
  });
  afterAll(() => tab?.close());

  const misplaced = async (): Promise<readonly string[]> => [...(await tab.inPanel(cutOff)), ...(await tab.inPanel(overlaps))];

  describe.each(TAB_STATES)('$name', state => {
    beforeAll(async () => {
      await tab.begin();
      await state.enter(tab);
    });
    afterAll(() => state.leave(tab));

    it('has nothing that axe objects to, nor a text that is hard to read', async () => {
      await tab.show(WIDE);
      expect([...(await audit(tab, 'all')), ...(await tab.inPanel(faintTexts))]).toEqual([]);
    });

    it('has nothing that axe objects to, nor a text that is hard to read, in the dark', async () => {
      await tab.show(WIDE, true);
      expect([...(await audit(tab, 'colours')), ...(await tab.inPanel(faintTexts))]).toEqual([]);
    });

    it.each(EXTREMES)('cuts nothing off at $title, and leaves room to read', async size => {
      await tab.show(size, size.dark);
      expect([await misplaced(), await tab.inPanel(roomToRead)]).toEqual([[], expect.toSatisfy(room => room >= ROOM_MIN)]);
    });

    if (engine === 'chromium')
      it.for(SIZES)('looks as it did at $title', async (size, { skip }) => {
        if (obstacle !== null) skip(obstacle);
        expect(await differenceFromReference(tab, state.name, size)).toBe(null);
      });

    if (state !== FAILURES) return;
    describe('one after the other', () => {
      it('have nothing that axe objects to', async () => {
        await tab.show(WIDE);
        const found: Record<string, readonly string[]> = {};
        await eachFailure(tab, async id => {
          const objections = [...(await audit(tab, 'all', '.detail')), ...(await tab.inPanel(faintTexts)), ...(await misplaced())];
          if (objections.length > 0) found[id] = objections;
        });
        expect(found).toEqual({});
      });

      it.runIf(engine === 'chromium')('stand where they stood', async ({ skip }) => {
        if (obstacle !== null) skip(obstacle);
        await tab.show(LAYOUT_SIZE);
        expect(await takeLayouts(tab)).toEqual(readLayouts());
      });
    });
  });
});
