/** What the tests of the tab do and see in the panel. Each function is sent there as text (views.ts). */

export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

interface Heard {
  readonly copies: string[];
  readonly files: { readonly name: string; readonly blob: Blob }[];
  /** Dialogs and violations of the extension's content policy. */
  readonly alarms: string[];
}

export interface HearingWindow {
  readonly heard?: Heard;
}

/**
 * From now on has every copy kept as it is handed to the clipboard, every file in place of saving it, and whatever only a
 * script in the text would do.
 */
export const startHearing = (): void => {
  const scope = globalThis as unknown as HearingWindow & Record<string, unknown>;
  if (scope.heard !== undefined) {
    for (const list of Object.values(scope.heard)) list.length = 0;
    return;
  }
  const heard: Heard = { copies: [], files: [], alarms: [] };
  Object.assign(scope, { heard });
  // The panel puts the text in at the document, on the way up.
  window.addEventListener('copy', event => void heard.copies.push(event.clipboardData?.getData('text/plain') ?? ''));
  window.addEventListener('securitypolicyviolation', event => void heard.alarms.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  for (const dialog of ['alert', 'confirm', 'prompt']) scope[dialog] = () => void heard.alarms.push(dialog);
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = blob => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob as Blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob !== undefined) heard.files.push({ name: this.download, blob });
  };
};

export const copies = (): readonly string[] => (globalThis as unknown as HearingWindow).heard?.copies ?? [];

export const savedFiles = (): Promise<readonly SavedFile[]> =>
  Promise.all(
    ((globalThis as unknown as HearingWindow).heard?.files ?? []).map(async ({ name, blob }) => ({
      name,
      mediaType: blob.type,
      text: await blob.text(),
    })),
  );

/** What a script in the text has left behind; none unless it ran. */
export const alarms = (): readonly string[] => {
  const { heard, pwned } = globalThis as unknown as HearingWindow & { readonly pwned?: unknown };
  return [...(heard?.alarms ?? []), ...(pwned === undefined ? [] : ['a script ran'])];
};

/** The text of each element that the selector finds, white space made one space. */
export const textsOf = (selector: string): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());

/** How many requests each filter says that it would show. */
export const counts = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...document.querySelectorAll<HTMLElement>('.filter')].map(filter => [
      String(filter.dataset.choice),
      Number(filter.querySelector('.count')?.textContent?.replace(/\D/g, '')),
    ]),
  );

/** What has the focus: its name, or what it is. */
export const focused = (): string => {
  const element = document.activeElement as HTMLElement | null;
  const name = element?.getAttribute('aria-label') ?? (element as HTMLInputElement | null)?.labels?.[0]?.innerText ?? element?.innerText ?? '';
  return `${element?.getAttribute('role') ?? element?.localName}: ${name.replace(/\s+/g, ' ').trim()}`;
};

/** The place in the list, from 1, of the row that is selected and that a screen reader is told of. */
export const activeRow = (): number => {
  const active = document.querySelector('[role=tree]')?.getAttribute('aria-activedescendant') ?? '';
  const row = document.getElementById(active);
  return row?.ariaSelected === 'true' ? Number(row.getAttribute('aria-posinset')) : 0;
};

/** Whether a person sees it. */
export const isShown = (selector: string): boolean =>
  document.querySelector(selector)?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;

/** What does not fit: parts that have to be scrolled sideways, and controls that stand outside of the tab. */
export const cutOff = (): readonly string[] => {
  const parts = [
    document.documentElement,
    document.body,
    ...document.querySelectorAll<HTMLElement>('.toolbar, .notice, .list, .detail, .status-bar, .message, :popover-open'),
  ];
  const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, a')].filter(control =>
    control.checkVisibility({ visibilityProperty: true }),
  );
  const isOutside = (element: HTMLElement): boolean => {
    const { left, right } = element.getBoundingClientRect();
    return left < 0 || right > innerWidth;
  };
  return [...parts.filter(part => part.scrollWidth > part.clientWidth), ...controls.filter(isOutside)].map(
    part => `${part.localName}.${part.className}`,
  );
};

/** Texts whose colour stands out too little from the ground (WCAG 2.2, 1.4.3: 4.5 to 1). */
export const faintTexts = (): readonly string[] => {
  const channels = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(color).map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
  };
  const inkOf = (element: Element): string => getComputedStyle(element)[element instanceof SVGElement ? 'fill' : 'color'];
  const contrast = (element: Element): number => {
    const [dark = 0, light = 0] = [luminance(inkOf(element)), luminance(groundOf(element))].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const hasText = ({ childNodes }: Element): boolean =>
    [...childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
  return [...document.querySelectorAll('body *')]
    .filter(element => hasText(element) && element.checkVisibility({ visibilityProperty: true }) && contrast(element) < 4.5)
    .map(element => `${element.getAttribute('class') ?? element.localName}: ${element.textContent?.slice(0, 40)} ${contrast(element).toFixed(2)}`);
};

/** How light the ground is, from 0 to 255. */
export const groundLightness = (): number => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]);

/** Has each text kept that a screen reader is told from now on. */
export const keepNews = (): void => {
  const region = document.querySelector('[role=status]');
  const news: string[] = [];
  Object.assign(globalThis, { news });
  if (region !== null)
    new MutationObserver(() => void news.push(region.textContent ?? '')).observe(region, { childList: true, characterData: true, subtree: true });
};
export const keptNews = (): readonly string[] => (globalThis as unknown as { readonly news: readonly string[] }).news;

/** Each line of the list in a few words: how many, the path, whether it is open; a page's name. */
export const listLines = (): readonly string[] => {
  const pathOf = (line: Element): string => (line.querySelector('.endpoint')?.textContent ?? '').replace(/^[^/]*/, '');
  return [...document.querySelectorAll<HTMLElement>('.list-rows > *')]
    .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
    .map(line => {
      if (line.matches('.page-line')) return `— ${line.querySelector('bdi')?.textContent}`;
      if (line.getAttribute('aria-level') === '2') return `  ${pathOf(line)}`;
      const count = line.querySelector('.row-count')?.textContent;
      const state = { true: ', open', false: ', closed' }[line.getAttribute('aria-expanded') ?? ''] ?? '';
      return `${count === undefined ? '' : `${count} `}${pathOf(line)}${state}`;
    });
};

/** How many pixels below the top of the list's view the row of that path begins; null where there is none. */
export const rowTop = (path: string): number | null => {
  const list = document.querySelector('[role=tree]');
  const row = [...document.querySelectorAll('[role=treeitem]')].find(item => item.querySelector('.endpoint')?.textContent?.endsWith(path));
  return list === null || row === undefined ? null : row.getBoundingClientRect().top - list.getBoundingClientRect().top;
};

/** As if a person had chosen this file. */
export const chooseFile = (name: string, text: string): void => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name));
  if (input === null) throw new Error('There is no place to choose a file.');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
