import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { usePanel } from './context.ts';
import { Icon } from './parts/Icon.tsx';
import { lazily } from './parts/lazily.tsx';
import type { Entry } from './state/entry.ts';
import { words } from './words.ts';

const Story = lazily(later => later.Story);

/**
 * What the detail is of: a choice at once, else what was selected in the last frame that was painted. It takes longer than
 * the list, which answers keystrokes of the search. `isLate`: so does one that brings both back.
 */
function useShown(isLate: boolean): Entry | null {
  const { selected, isChosen } = usePanel().store.selection;
  const entry = selected.value;
  const [painted, setPainted] = useState(isLate ? null : entry);
  useEffect(() => setPainted(entry), [entry]);
  return isChosen.value && painted !== null ? entry : painted;
}

interface DetailProps {
  readonly section: RefObject<HTMLElement | null>;
  /** It may come after the list. */
  readonly isLate: boolean;
}

export function Detail({ section, isLate }: DetailProps) {
  const { selection } = usePanel().store;
  const entry = useShown(isLate);
  const id = entry?.id;
  useLayoutEffect(() => {
    if (id !== undefined && section.current !== null) section.current.scrollTop = 0;
  }, [id, section]);
  return (
    <section ref={section} class="detail" tabIndex={-1} aria-label={words.detail}>
      <button type="button" class="button back" onClick={selection.close}>
        <Icon name="back" /> {words.back}
      </button>
      {selection.selected.value === null && entry === null && <p class="message">{words.choose}</p>}
      {entry !== null && <Story key={entry.id} entry={entry} />}
    </section>
  );
}
