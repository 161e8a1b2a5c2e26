/** The tab under the system's own few colours, as people choose them who see little: what it tells by colour has to stay told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from './axe.ts';
import { ENGINES } from './launch-extension.ts';
import { openPanel, type PanelSession } from './panel-session.ts';
import { faintTexts } from './panel-views.ts';

const ARGUMENTS = ['--force-high-contrast'];
/** `2` leaves no page the choice. Firefox's own pair for what is selected is hard to read where the system has none. */
const PREFERENCES = { 'browser.display.document_color_use': 2, 'ui.highlight': '#0a246a', 'ui.highlighttext': '#ffffff' };

const isForced = (): boolean => matchMedia('(forced-colors: active)').matches;

/** How what is chosen of several looks, and one that is not. */
const looks = (chosen: string, other: string): readonly (readonly string[])[] =>
  [chosen, other].map(selector => {
    const element = document.querySelector(selector);
    if (element === null) throw new Error(`There is no ${selector}.`);
    const { backgroundColor, outlineStyle, outlineWidth } = getComputedStyle(element);
    return [backgroundColor, outlineStyle, outlineWidth];
  });

/** Signs whose colour is not that of the text beside them: colours of our own that the system does not know. */
const oddSigns = (): readonly string[] =>
  [...document.querySelectorAll<Element>('.icon')]
    .filter(icon => icon.checkVisibility({ visibilityProperty: true }) && getComputedStyle(icon).opacity === '1')
    .filter(icon => icon.parentElement !== null && getComputedStyle(icon).color !== getComputedStyle(icon.parentElement).color)
    .map(icon => `${icon.parentElement?.className}: ${icon.getAttribute('data-icon')}`);

/** The lines of the sequence diagram that are of the ground's colour. */
const hiddenLines = (): readonly string[] => {
  const ground = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('.sequence line, .sequence-cross')]
    .filter(line => getComputedStyle(line).stroke === ground)
    .map(({ outerHTML }) => outerHTML);
};
const linesOf = (): number => document.querySelectorAll('.sequence line').length;

describe.each(ENGINES)('forced colours in %s', engine => {
  let session: PanelSession;
  beforeAll(async () => {
    session = await openPanel(engine, { args: engine === 'chromium' ? ARGUMENTS : [], preferences: PREFERENCES });
    await session.begin();
    await session.askForAll();
    await session.choose('all');
    await session.hasRows(5);
    await session.click('[role=treeitem]');
  });
  afterAll(() => session?.close());

  it('are on', async () => {
    expect(await session.inPanel(isForced)).toBe(true);
  });

  it('leave every text readable, and nothing that axe objects to', async () => {
    expect([...(await session.inPanel(faintTexts)), ...(await audit(session, 'colours'))]).toEqual([]);
  });

  it.each([
    ['the row that is selected', '[role=treeitem][aria-selected=true]', '[role=treeitem][aria-selected=false]'],
    ['the filter that is chosen', '.filter:has(:checked)', '.filter:not(:has(:checked))'],
  ])('set %s apart', async (_, chosen, other) => {
    const [its, theirs] = await session.inPanel(looks, chosen, other);
    expect(its).not.toEqual(theirs);
  });

  it('give each sign the colour of the text beside it', async () => {
    expect(await session.inPanel(oddSigns)).toEqual([]);
  });

  it('leave the picture its lines', async () => {
    expect([await session.inPanel(linesOf), await session.inPanel(hiddenLines)]).toEqual([expect.toSatisfy(lines => lines > 3), []]);
  });
});
