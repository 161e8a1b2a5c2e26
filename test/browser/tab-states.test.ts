/** Every state of the tab, in the real DevTools of both browsers: everyone can use it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from './axe.ts';
import { ENGINES } from './launch-extension.ts';
import { WIDE } from './panel-session.ts';
import { openTab, TAB_STATES, type Tab } from './tab-states.ts';

describe.each(ENGINES)('the tab in %s', engine => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await openTab(engine);
  });
  afterAll(() => tab?.close());

  describe.each(TAB_STATES)('$name', ({ enter, leave }) => {
    beforeAll(async () => {
      await tab.begin();
      await enter(tab);
    });
    afterAll(() => leave(tab));

    it('has nothing that axe objects to', async () => {
      await tab.show(WIDE);
      expect(await audit(tab, 'all')).toEqual([]);
    });

    it('has nothing that axe objects to in the dark', async () => {
      await tab.show(WIDE, true);
      expect(await audit(tab, 'colours')).toEqual([]);
    });
  });
});
