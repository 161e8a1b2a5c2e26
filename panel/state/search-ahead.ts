/** Works out what the search looks through before anybody searches. Loaded after the tab is on show. */
import { effect } from '@preact/signals';
import { createBacklog } from './backlog.ts';
import type { Entry } from './entry.ts';
import type { Log } from './log.ts';
import type { Pace } from './pace.ts';

/** A slice at a time: of thousands it takes longer than a keystroke may. */
export function searchAhead({ listed, connection }: Pick<Log, 'listed' | 'connection'>, pace: Pace): void {
  const known = new WeakSet<Entry>();
  const backlog = createBacklog<Entry>({
    judge(entry) {
      entry.haystack;
      entry.properties();
    },
    onSlice: () => undefined,
    pace,
  });
  effect(() => {
    if (connection.value !== 'live') return;
    for (const entry of listed.value) {
      if (known.has(entry)) continue;
      known.add(entry);
      backlog.add(entry);
    }
    if (!backlog.isEmpty()) pace.soon(backlog.work);
  });
}
