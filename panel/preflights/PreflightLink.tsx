import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useId, useState } from 'preact/hooks';
import { usePanel } from '../context.ts';
import { formatDuration } from '../format.ts';
import type { Entry } from '../state/entry.ts';
import { words } from '../words.ts';

type View = ComponentType<{ readonly onClose: () => void }>;

/** What is disclosed; null until it is loaded, with all else that the tab needs later. */
const view = signal<View | null>(null);

async function load(): Promise<void> {
  view.value ??= (await import('../detail/Story.tsx')).PreflightView;
}

/** How many preflights there were, and the milliseconds that they took, added up. */
export function totalsOf(entries: readonly Entry[]): { readonly count: number; readonly waiting: number } {
  let count = 0;
  let waiting = 0;
  for (const { exchange } of entries) {
    for (const { preflights } of exchange.hops) {
      for (const { startedAt, endedAt } of preflights) {
        count += 1;
        if (endedAt !== null) waiting += Math.max(0, endedAt - startedAt);
      }
    }
  }
  return { count, waiting };
}

/** In the status bar: what preflights cost the page, and by a click all about it. Nothing where there was none. */
export function PreflightLink() {
  const { log } = usePanel().store;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { count, waiting } = totalsOf(log.listed.value);
  const View = view.value;
  if (count === 0) return null;
  return (
    <>
      <button type="button" class="link preflight-link" popovertarget={id} title={words.preflights.hint}>
        {words.preflights.cost(count, formatDuration(waiting))}
      </button>
      <div
        id={id}
        popover="auto"
        class="popover preflights"
        role="dialog"
        aria-label={words.preflights.hint}
        onBeforeToggle={({ newState }) => {
          setOpen(newState === 'open');
          if (newState === 'open') void load();
        }}
      >
        {isOpen && View !== null ? <View onClose={() => document.getElementById(id)?.hidePopover()} /> : null}
      </div>
    </>
  );
}
