/** axe-core's rules in the panel itself. Each function is sent there as text (views.ts). */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';

/** Rules that are left out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'hidden-content': 'It only tells that something is hidden. What a state opens is looked at in that state.',
};

/** Rules whose doubts count for nothing, and why. What they know to be broken counts. */
const DOUBTFUL: Readonly<Record<string, string>> = {
  'color-contrast': 'It cannot tell the ground of text in a picture, or where a line is drawn by the style sheet: faintTexts can.',
};

/** Also those that axe leaves out unless asked: WCAG 2.2's, best practices, and what is still tried out. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'];

/** Of all rules those that another theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const OPTIONS = {
  all: { runOnly: { type: 'tag', values: TAGS }, rules: Object.fromEntries(Object.keys(LEFT_OUT).map(rule => [rule, { enabled: false }])) },
  colours: { runOnly: { type: 'rule', values: COLOUR_RULES } },
} as const satisfies Readonly<Record<string, RunOptions>>;

/** As text it is axe-core itself: the protocol brings it in, whatever the extension's content policy. */
const load = new Function(axe.source) as () => void;
const isLoaded = (): boolean => 'axe' in globalThis;

const run = async (within: string, options: RunOptions, doubtful: readonly string[]): Promise<readonly string[]> => {
  const { axe: here } = globalThis as unknown as { readonly axe: { run(context: string, options: RunOptions): Promise<AxeResults> } };
  const { violations, incomplete } = await here.run(within, { ...options, resultTypes: ['violations', 'incomplete'] });
  const told = (kind: string, results: AxeResults['violations']): readonly string[] =>
    results.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${kind} ${id}: ${target.join(' ')}: ${failureSummary}`));
  return [
    ...told('broken', violations),
    ...told(
      'unsure',
      incomplete.filter(({ id }) => !doubtful.includes(id)),
    ),
  ];
};

/** What axe finds in that part of the panel as it is, a line for each element and rule. */
export const audit = async (
  { inPanel }: Pick<InspectedBrowser, 'inPanel'>,
  rules: keyof typeof OPTIONS,
  within = 'html',
): Promise<readonly string[]> => {
  if (!(await inPanel(isLoaded))) await inPanel(load);
  return inPanel(run, within, OPTIONS[rules], Object.keys(DOUBTFUL));
};
