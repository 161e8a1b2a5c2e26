import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './parts/Icon.tsx';
import { words } from './words.ts';

/** Loaded when it is first opened. */
const minute = signal<ComponentType | null>(null);

async function load(): Promise<void> {
  minute.value ??= (await import('./minute/Minute.tsx')).Minute;
}

/** The way to CORS in a minute: the browser closes it on Escape and on a click elsewhere, and the link has the focus again. */
export function MinuteLink() {
  const popover = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const Minute = isOpen ? minute.value : null;
  const isThere = Minute !== null;
  // It takes the focus so that the arrow keys scroll it.
  useEffect(() => {
    if (isThere) popover.current?.focus();
  }, [isThere]);
  return (
    <>
      <button type="button" class="link minute-link" popovertarget="minute" onClick={() => void load()}>
        {words.minute.link}
      </button>
      <article
        ref={popover}
        id="minute"
        popover="auto"
        class="popover minute"
        tabIndex={-1}
        aria-label={words.minute.link}
        onToggle={event => setOpen(event.newState === 'open')}
      >
        <button
          type="button"
          class="icon-button minute-close"
          popovertarget="minute"
          popovertargetaction="hide"
          aria-label={words.minute.close}
          title={words.minute.close}
        >
          <Icon name="remove" />
        </button>
        {Minute === null ? null : <Minute />}
      </article>
    </>
  );
}
