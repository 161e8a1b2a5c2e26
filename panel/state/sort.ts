import type { Entry, Standing } from './entry.ts';
import type { Group } from './groups.ts';

/** oldest: as they came, so that the list only grows at its end; newest: what happened last comes first. */
export const ORDERS = ['oldest', 'newest', 'count', 'endpoint', 'verdict'] as const;
export type Order = (typeof ORDERS)[number];

const RANKS: Readonly<Record<Standing, number>> = { blocked: 0, unknown: 1, pending: 2, cancelled: 3, allowed: 4 };

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
/** What is wrong first, and the same faults beside each other. */
const verdictOf = ({ standing, verdict }: Entry): string => `${RANKS[standing]} ${verdict.failures[0]?.code ?? ''}`;

const comparisons = {
  newest: (a, b) => b.latest.exchange.startedAt - a.latest.exchange.startedAt,
  count: (a, b) => b.entries.length - a.entries.length,
  endpoint: (a, b) => byText(a.latest.endpoint, b.latest.endpoint),
  verdict: (a, b) => byText(verdictOf(a.latest), verdictOf(b.latest)),
} satisfies Record<Exclude<Order, 'oldest'>, (a: Group, b: Group) => number>;

/** Groups that are equal in it stay as they came. */
export function sortGroups(groups: readonly Group[], order: Order): readonly Group[] {
  return order === 'oldest' ? groups : groups.toSorted(comparisons[order]);
}
