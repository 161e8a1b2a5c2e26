import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';
import type { Row } from './outline.ts';

export interface Selection {
  /** What the detail shows: the reader's choice, or the first blocked request in view until there is one. */
  readonly selected: ReadonlySignal<Entry | null>;
  /** Whether it is the reader's choice. */
  readonly isChosen: ReadonlySignal<boolean>;
  /** Its place in the list: where it is one of an open group, as the reader chose it; -1 where the list does not have it. */
  readonly index: ReadonlySignal<number>;
  /** Whether the reader opened the detail: in a narrow tab it then takes the list's place. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** `isMember`: as one of its group, and not in the name of it. */
  select(id: string, isMember?: boolean): void;
  open(id: string, isMember?: boolean): void;
  /** Back to the list; what is selected stays so. */
  close(): void;
  forget(): void;
}

interface Choice {
  readonly id: string;
  readonly isMember: boolean;
}

function indexOf(rows: readonly Row[], { id }: Entry, isMember: boolean): number {
  const member = isMember ? rows.findIndex(row => row.kind === 'member' && row.entry.id === id) : -1;
  return member >= 0 ? member : rows.findIndex(row => row.kind === 'group' && row.group.entries.some(entry => entry.id === id));
}

export function createSelection(
  log: Pick<Log, 'get' | 'listed'>,
  visible: ReadonlySignal<readonly Entry[]>,
  rows: ReadonlySignal<readonly Row[]>,
): Selection {
  const chosen = signal<Choice | null>(null);
  const opened = signal(false);
  const selected = computed(() => {
    // The log's own map is no signal: what it holds changes exactly when the list does.
    log.listed.value;
    const entry = chosen.value === null ? undefined : log.get(chosen.value.id);
    return entry ?? visible.value.find(({ standing }) => standing === 'blocked') ?? null;
  });
  const index = computed(() => (selected.value === null ? -1 : indexOf(rows.value, selected.value, chosen.value?.isMember === true)));
  return {
    selected,
    isChosen: computed(() => selected.value !== null && selected.value.id === chosen.value?.id),
    index,
    isOpen: computed(() => opened.value && selected.value !== null),
    select(id, isMember = false) {
      chosen.value = { id, isMember };
    },
    open(id, isMember = false) {
      batch(() => {
        chosen.value = { id, isMember };
        opened.value = true;
      });
    },
    close() {
      opened.value = false;
    },
    forget() {
      batch(() => {
        chosen.value = null;
        opened.value = false;
      });
    },
  };
}
