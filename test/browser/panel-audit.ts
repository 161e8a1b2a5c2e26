/** What the hostile-text test looks for in the panel. Each function is sent there as text (views.ts). */

/** Every element that the panel makes itself. */
export const OWN_ELEMENTS: readonly string[] = [
  ...[
    'html',
    'head',
    'meta',
    'title',
    'link',
    'body',
    'script',
    'svg',
    'path',
    'g',
    'line',
    'text',
    'caption',
    'optgroup',
    'pre',
    'main',
    'header',
    'section',
    'footer',
    'div',
    'span',
    'p',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'ol', 'ul', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary'],
  ...['b', 'strong', 'em', 'code', 'mark', 'bdi', 'time', 'a', 'button', 'input', 'label', 'fieldset', 'legend', 'select', 'option'],
];

export interface Audit {
  /** Requests that have a row of their own, in a group or not. */
  readonly rows: number;
  /** Each kind of element that was in the document at any time. */
  readonly elements: readonly string[];
  /** Names of attributes that hold a script or load something, each with its element. */
  readonly attributes: readonly string[];
  readonly links: readonly string[];
  /** Controls and directional characters, as code points. */
  readonly hidden: readonly string[];
  /** In UTF-16 code units. */
  readonly foldedText: number;
  readonly unfoldedText: number;
  readonly longestValue: number;
  readonly longestAttribute: number;
  /** What was wider than the room that it has: the row's text and the part. */
  readonly wide: readonly string[];
}

/** Opens every group and every request, and in it whatever can be opened. */
export const auditRows = async (): Promise<Audit> => {
  // A value that is nothing but symbols takes a busy browser seconds to lay out.
  const PATIENCE_MS = 40_000;
  const until = async (isSo: () => boolean): Promise<void> => {
    const deadline = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      if (Date.now() > deadline) throw new Error(`It did not come about: ${isSo}`);
      await new Promise(resolve => setTimeout(resolve));
    }
  };
  const all = <E extends Element = HTMLElement>(selector: string): readonly E[] => [...document.querySelectorAll<E>(selector)];
  const list = document.querySelector<HTMLElement>('[role=tree]');
  const detail = document.querySelector<HTMLElement>('.detail');
  if (list === null || detail === null) throw new Error('There is no list.');
  const press = (key: string) => list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const selected = () => document.querySelector('[role=treeitem][aria-selected=true]');
  const active = () => list.getAttribute('aria-activedescendant');
  const isLast = (): boolean => {
    const row = selected() as HTMLElement | null;
    return row === null || Number.parseFloat(row.style.top) + row.offsetHeight >= (row.parentElement?.offsetHeight ?? 0);
  };

  const elements = new Set<string>();
  const attributes = new Set<string>();
  const links = new Set<string>();
  const hidden = new Set<string>();
  const wide = new Set<string>();
  let [foldedText, unfoldedText, longestValue, longestAttribute] = [0, 0, 0, 0];
  const length = (element: Element): number => element.textContent?.length ?? 0;
  const look = (): void => {
    for (const element of all<Element>('*')) {
      elements.add(element.localName);
      for (const { name, value } of element.attributes) {
        if (/^(?:on|src|srcdoc|action|formaction|data$|xlink)/i.test(name) && element.localName !== 'script')
          attributes.add(`${element.localName} ${name}`);
        if (name === 'href' && element.localName === 'a') links.add(value);
        longestAttribute = Math.max(longestAttribute, name === 'd' ? 0 : value.length);
      }
    }
    for (const value of all('.value')) longestValue = Math.max(longestValue, length(value));
    for (const character of document.documentElement.textContent?.match(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu) ?? [])
      hidden.add(character.codePointAt(0)?.toString(16) ?? '');
    for (const part of [document.documentElement, document.body, list, detail, ...all('.toolbar, .status-bar, .detail > *')])
      if (part.scrollWidth > part.clientWidth) wide.add(`${selected()?.textContent?.slice(0, 80)}: ${part.className || part.localName}`);
  };

  press('Home');
  press('Enter');
  await until(() => selected()?.getAttribute('aria-posinset') === '1');
  let rows = 0;
  for (;;) {
    const row = selected();
    if (row?.hasAttribute('aria-expanded')) {
      press('ArrowRight');
      await until(() => row.getAttribute('aria-expanded') === 'true');
    } else rows += 1;
    foldedText = Math.max(foldedText, length(document.body));
    for (const details of all<HTMLDetailsElement>('details')) details.open = true;
    // What was unfolded may hold more that is folded. A second click would fold what a busy browser has yet to unfold.
    const clicked = new Set<HTMLElement>();
    await until(() => {
      const folds = all('.value > [aria-expanded=false]');
      for (const fold of folds) if (!clicked.has(fold)) fold.click();
      for (const fold of folds) clicked.add(fold);
      return folds.length === 0;
    });
    for (const popover of all('.detail [popover]')) popover.showPopover();
    look();
    unfoldedText = Math.max(unfoldedText, length(document.body));
    if (isLast()) break;
    const before = active();
    press('ArrowDown');
    await until(() => active() !== before);
  }
  return {
    rows,
    elements: [...elements].sort(),
    attributes: [...attributes],
    links: [...links].sort(),
    hidden: [...hidden],
    foldedText,
    unfoldedText,
    longestValue,
    longestAttribute,
    wide: [...wide],
  };
};

/** Searches for each text, and gives the kinds of elements that the panel then had. */
export const auditSearch = (texts: readonly string[]): readonly string[] => {
  const search = document.querySelector<HTMLInputElement>('[type=search]');
  const elements = new Set<string>();
  for (const text of [...texts, '']) {
    if (search === null) throw new Error('There is no search.');
    search.value = text;
    search.dispatchEvent(new Event('input', { bubbles: true }));
    for (const { localName } of document.querySelectorAll('*')) elements.add(localName);
  }
  return [...elements].sort();
};
