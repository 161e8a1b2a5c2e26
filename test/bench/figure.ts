/** One line that the bench prints, and the statistics behind it. */

export interface Figure {
  readonly what: string;
  readonly figure: string;
  /** null: said for its own sake, nothing is asked of it. */
  readonly budget: { readonly text: string; readonly holds: boolean } | null;
}

const NAME_WIDTH = 64;
const FIGURE_WIDTH = 38;
const BUDGET_WIDTH = 20;

export const formatFigure = ({ what, figure, budget }: Figure): string => {
  const start = `${what.padEnd(NAME_WIDTH)} ${figure.padEnd(FIGURE_WIDTH)}`;
  return budget === null ? start.trimEnd() : `${start} ${budget.text.padEnd(BUDGET_WIDTH)} ${budget.holds ? 'holds' : 'does not hold'}`;
};

/** The value below which that part (0 to 1) of the values lies, between the two nearest where it is none of them. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = part * (sorted.length - 1);
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new Error('No values.');
  return below + (above - below) * (at - Math.floor(at));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Where the median of what was sampled lies with a certainty of 95 per cent: between these two of the values. */
export const medianRange = (values: readonly number[]): readonly [low: number, high: number] => {
  const reach = 0.98 / Math.sqrt(values.length);
  return [quantile(values, Math.max(0, 0.5 - reach)), quantile(values, Math.min(1, 0.5 + reach))];
};

const MEGABYTE = 1e6;
export const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;
