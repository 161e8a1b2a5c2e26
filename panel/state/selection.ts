import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';

export interface Selection {
  /** What the detail shows: the reader's choice, or the first blocked request in view until there is one. */
  readonly selected: ReadonlySignal<Entry | null>;
  /** Whether the reader opened the detail: in a narrow tab it then takes the list's place. */
  readonly isOpen: ReadonlySignal<boolean>;
  select(id: string): void;
  open(id: string): void;
  /** Back to the list; what is selected stays so. */
  close(): void;
  forget(): void;
}

export function createSelection(log: Pick<Log, 'get' | 'listed'>, visible: ReadonlySignal<readonly Entry[]>): Selection {
  const chosen = signal<string | null>(null);
  const opened = signal(false);
  const selected = computed(() => {
    // The log's own map is no signal: what it holds changes exactly when the list does.
    log.listed.value;
    const entry = chosen.value === null ? undefined : log.get(chosen.value);
    return entry ?? visible.value.find(({ standing }) => standing === 'blocked') ?? null;
  });
  return {
    selected,
    isOpen: computed(() => opened.value && selected.value !== null),
    select(id) {
      chosen.value = id;
    },
    open(id) {
      batch(() => {
        chosen.value = id;
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
