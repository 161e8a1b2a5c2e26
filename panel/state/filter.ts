import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';

export type Shown = 'blocked' | 'allowed' | 'all';

export interface Filter {
  readonly shown: Signal<Shown>;
  readonly query: Signal<string>;
  /** How many each choice would show if nothing were searched for. */
  readonly counts: ReadonlySignal<Readonly<Record<Shown, number>>>;
  readonly visible: ReadonlySignal<readonly Entry[]>;
}

export function createFilter({ listed, settled }: Pick<Log, 'listed' | 'settled'>): Filter {
  const shown = signal<Shown>('blocked');
  const query = signal('');
  const counts = computed(() => {
    let blocked = 0;
    let allowed = 0;
    for (const { standing } of listed.value) {
      if (standing === 'blocked') blocked += 1;
      else if (standing === 'allowed') allowed += 1;
    }
    return { blocked, allowed, all: listed.value.length };
  });
  const visible = computed(() => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const standing = shown.value;
    const chosen = standing === 'all' ? listed.value : settled.value.filter(entry => entry.standing === standing);
    return words.length === 0 ? chosen : chosen.filter(({ haystack }) => words.every(word => haystack.includes(word)));
  });
  return { shown, query, counts, visible };
}
