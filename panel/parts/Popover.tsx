import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

/** In pixels; the style sheet holds the popover to the same width. */
const WIDTH = 300;
const GAP = 4;

interface PopoverProps {
  readonly class: string;
  readonly name?: string;
  readonly label: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A button and what it discloses. The browser itself closes it on Escape and on a click elsewhere, and tells screen
 * readers of its state; only its place is ours, for want of anchor positioning in the oldest browsers supported.
 */
export function Popover({ class: className, name, label, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLSpanElement>(null);
  const place = () => {
    if (button.current === null || popover.current === null) return;
    const { left, top, bottom } = button.current.getBoundingClientRect();
    const { style } = popover.current;
    // In view also where the tab is made narrower meanwhile.
    style.left = `max(${GAP}px, min(${left}px, 100vw - ${WIDTH + 2 * GAP}px))`;
    const isBelow = bottom < innerHeight / 2;
    style.top = isBelow ? `${bottom + GAP}px` : 'auto';
    style.bottom = isBelow ? 'auto' : `${innerHeight - top + GAP}px`;
    style.maxHeight = `${(isBelow ? innerHeight - bottom : top) - 3 * GAP}px`;
  };
  return (
    <>
      <button ref={button} type="button" class={className} popovertarget={id} aria-label={name} title={name}>
        {label}
      </button>
      <span ref={popover} id={id} popover="auto" class="popover" onBeforeToggle={place}>
        {children}
      </span>
    </>
  );
}
