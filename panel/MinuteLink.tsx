import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './parts/Icon.tsx';
import { lazily } from './parts/lazily.tsx';
import { words } from './words.ts';

const Minute = lazily(later => later.Minute);

/** The way to CORS in a minute: the browser closes it on Escape and on a click elsewhere, and the link has the focus again. */
export function MinuteLink() {
  const popover = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { link, close } = words.minute;
  // It takes the focus so that the arrow keys scroll it.
  useEffect(() => {
    if (isOpen) popover.current?.focus();
  }, [isOpen]);
  return (
    <>
      <button type="button" class="link minute-link" popovertarget="minute">
        {link}
      </button>
      <div
        ref={popover}
        id="minute"
        role="dialog"
        popover="auto"
        class="popover minute"
        tabIndex={-1}
        aria-label={link}
        onToggle={event => setOpen(event.newState === 'open')}
      >
        <button type="button" class="icon-button minute-close" popovertarget="minute" popovertargetaction="hide" aria-label={close} title={close}>
          <Icon name="remove" />
        </button>
        {isOpen ? <Minute /> : null}
      </div>
    </>
  );
}
