/** What makes two pictures of the same state the same. Sent to the panel as text (views.ts). */

/** What each run has anew, and what stands for it in every picture. A text of the same length leaves every line where it is. */
export type Replacements = readonly (readonly [found: string, shown: string])[];

/** Takes out of the panel what changes from run to run, and what the mouse or the focus does to it. How many texts it changed. */
export const makeStill = (replacements: Replacements): number => {
  let changes = 0;
  const PATTERNS: readonly (readonly [RegExp, string])[] = [
    [/\b\d\d:\d\d:\d\d\b/g, '12:00:00'],
    // A run of the demo.
    [/\b1[6-9]\d{11}\b/g, '1700000000000'],
    [/\b\d[\d.,]* (?:ms|s)\b/g, '12 ms'],
  ];
  const still = (text: string): string => {
    const known = replacements.reduce((result, [found, shown]) => result.replaceAll(found, shown), text);
    return PATTERNS.reduce((result, [pattern, shown]) => result.replace(pattern, shown), known);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const shown = still(node.nodeValue ?? '');
    if (shown === node.nodeValue) continue;
    node.nodeValue = shown;
    changes += 1;
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('input:is([type=text], :not([type]))')) {
    const shown = still(input.value);
    if (shown === input.value) continue;
    input.value = shown;
    changes += 1;
  }
  // Bars as long as a request took, at the time when it was made.
  for (const bar of document.querySelectorAll<HTMLElement>('.cost-bar')) bar.style.inlineSize = '80%';
  for (const [index, mark] of document.querySelectorAll<HTMLElement>('.cost-times span').entries()) {
    mark.style.insetInlineStart = `${(10 * index) % 100}%`;
    mark.style.inlineSize = '4%';
  }

  // How many requests a page makes besides is the browser's own affair.
  const requests = document.querySelector('.status-bar > span')?.firstChild;
  if (requests?.nodeValue) requests.nodeValue = '20 requests seen';
  // What sticks is painted at fractions of a point that are not the same each time.
  const stops = document.querySelector<HTMLElement>('.stops');
  if (stops !== null) stops.style.position = 'static';
  // The resize may have scrolled it, or the click that opened what is to be seen.
  const detail = document.querySelector('.detail');
  const scrolled = detail?.scrollTop;
  const [opened] = document.querySelectorAll('.what-if[open], .recipe:has(.snippet)');
  if (opened !== undefined) opened.scrollIntoView();
  else if (detail !== null) detail.scrollTop = 0;
  if (detail?.scrollTop !== scrolled) changes += 1;
  (document.activeElement as HTMLElement | null)?.blur();
  const unhover = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && rule.selectorText.includes(':hover')) rule.selectorText = rule.selectorText.replaceAll(':hover', ':not(*)');
      if ('cssRules' in rule) unhover(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) unhover(sheet.cssRules);
  return changes;
};
