import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';
import { matches, parseQuery } from './query.ts';

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
    const wanted = parseQuery(query.value);
    const standing = shown.value;
    const chosen = standing === 'all' ? listed.value : settled.value.filter(entry => entry.standing === standing);
    return wanted.words.length + wanted.tokens.length === 0 ? chosen : chosen.filter(entry => matches(entry, wanted));
  });
  return { shown, query, counts, visible };
}
