import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RecordedPage } from '../../src/model.ts';
import type { Entry } from './entry.ts';
import { type Group, groupEntries } from './groups.ts';
import { sectionsOf } from './sections.ts';
import { type Order, sortGroups } from './sort.ts';

/** The place of a row among those of its level, from 1, and how many they are. */
interface Place {
  readonly place: number;
  readonly of: number;
}

export interface PageRow {
  readonly kind: 'page';
  readonly id: string;
  readonly page: RecordedPage;
}

export interface GroupRow extends Place {
  readonly kind: 'group';
  readonly id: string;
  readonly group: Group;
  /** Whether its members are listed below it; null where it is its only one. */
  readonly isOpen: boolean | null;
}

export interface MemberRow extends Place {
  readonly kind: 'member';
  readonly id: string;
  readonly group: Group;
  readonly entry: Entry;
}

/** A line of the list. Its id stays its own while the list grows. */
export type Row = PageRow | GroupRow | MemberRow;

export interface Outline {
  readonly order: Signal<Order>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  setOpen(group: Group, isOpen: boolean): void;
  /** Closes all groups. */
  forget(): void;
}

interface Part {
  readonly page: RecordedPage | null;
  readonly groups: readonly Group[];
}

/**
 * The list as it is read: what is visible in groups, those in order, each page's apart.
 *
 * @param chosen what is visible while nothing is searched for. Its rows are kept while it is narrowed: to list thousands anew
 * takes as long as a frame, and a search that is emptied is a keystroke
 */
export function createOutline(
  visible: ReadonlySignal<readonly Entry[]>,
  chosen: ReadonlySignal<readonly Entry[]>,
  pages: ReadonlySignal<readonly RecordedPage[]>,
): Outline {
  const order = signal<Order>('oldest');
  const opened = signal<ReadonlySet<string>>(new Set());
  const partsOf = (entries: readonly Entry[]): readonly Part[] => {
    if (pages.value.length === 0) return [{ page: null, groups: sortGroups(groupEntries(entries), order.value) }];
    const isOne = pages.value.length === 1;
    const found = sectionsOf(entries, pages.value).map(({ page, entries: own }) => ({
      page: isOne ? null : page,
      groups: sortGroups(groupEntries(own, String(page.since)), order.value),
    }));
    return order.value === 'newest' ? found.reverse() : found;
  };
  const rowsOf = (parts: readonly Part[]): readonly Row[] => {
    const of = parts.reduce((sum, { groups }) => sum + groups.length, 0);
    const found: Row[] = [];
    let place = 0;
    for (const { page, groups } of parts) {
      if (page !== null) found.push({ kind: 'page', id: `page ${page.since}`, page });
      for (const group of groups) {
        const isOpen = group.entries.length > 1 ? opened.value.has(group.id) : null;
        place += 1;
        found.push({ kind: 'group', id: group.id, group, isOpen, place, of });
        if (isOpen !== true) continue;
        const entries = order.value === 'newest' ? group.entries.toReversed() : group.entries;
        for (const [at, entry] of entries.entries())
          found.push({ kind: 'member', id: `member ${entry.id}`, group, entry, place: at + 1, of: entries.length });
      }
    }
    return found;
  };
  const listOf = (entries: ReadonlySignal<readonly Entry[]>): ReadonlySignal<readonly Row[]> => {
    const parts = computed(() => partsOf(entries.value));
    return computed(() => rowsOf(parts.value));
  };
  const whole = listOf(chosen);
  const narrowed = listOf(visible);
  const rows = computed(() => (visible.value === chosen.value ? whole.value : narrowed.value));
  return {
    order,
    rows,
    setOpen({ id }, isOpen) {
      const ids = new Set(opened.value);
      if (isOpen) ids.add(id);
      else ids.delete(id);
      opened.value = ids;
    },
    forget() {
      opened.value = new Set();
    },
  };
}
