import { useId, useState } from 'preact/hooks';
import { usePanel } from '../context.ts';
import { lazily } from '../parts/lazily.tsx';
import type { Entry } from '../state/entry.ts';
import { words } from '../words.ts';

const PreflightView = lazily(later => later.PreflightView);

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
  if (count === 0) return null;
  return (
    <>
      <button type="button" class="link preflight-link" popovertarget={id} title={words.preflights.hint}>
        {words.preflights.cost(count, words.duration(waiting))}
      </button>
      <div
        id={id}
        popover="auto"
        class="popover preflights"
        role="dialog"
        aria-label={words.preflights.hint}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen ? <PreflightView onClose={() => document.getElementById(id)?.hidePopover()} /> : null}
      </div>
    </>
  );
}
