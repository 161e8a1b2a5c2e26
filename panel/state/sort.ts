import type { Entry, Standing } from './entry.ts';
import type { Group } from './groups.ts';

/** oldest: as they came, so that the list only grows at its end; newest: what happened last comes first. */
export const ORDERS = ['oldest', 'newest', 'count', 'endpoint', 'verdict'] as const;
export type Order = (typeof ORDERS)[number];

const RANKS: Readonly<Record<Standing, number>> = { blocked: 0, unknown: 1, pending: 2, cancelled: 3, allowed: 4 };

/** What is wrong first, and the same faults beside each other. */
const verdictOf = ({ standing, verdict }: Entry): string => `${RANKS[standing]} ${verdict.failures[0]?.code ?? ''}`;

/** What comes first has the smaller one. */
const keys = {
  newest: ({ latest }) => -latest.exchange.startedAt,
  count: ({ entries }) => -entries.length,
  endpoint: ({ latest }) => latest.endpoint,
  verdict: ({ latest }) => verdictOf(latest),
} satisfies Record<Exclude<Order, 'oldest'>, (group: Group) => number | string>;

/** Groups that are equal in it stay as they came. */
export function sortGroups(groups: readonly Group[], order: Order): readonly Group[] {
  if (order === 'oldest') return groups;
  return groups
    .map(group => ({ group, key: keys[order](group) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ group }) => group);
}
