import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { usePanel } from './context.ts';
import { loadLater } from './languages.ts';
import { Icon } from './parts/Icon.tsx';
import { lazily } from './parts/lazily.tsx';
import { words } from './words.ts';

const Story = lazily(async () => (await loadLater()).Story);

export function Detail({ section }: { readonly section: RefObject<HTMLElement | null> }) {
  const { selection } = usePanel().store;
  const entry = selection.selected.value;
  const id = entry?.id;
  useLayoutEffect(() => {
    if (id !== undefined && section.current !== null) section.current.scrollTop = 0;
  }, [id, section]);
  return (
    <section ref={section} class="detail" tabIndex={-1} aria-label={words.detail}>
      <button type="button" class="button back" onClick={selection.close}>
        <Icon name="back" /> {words.back}
      </button>
      {entry === null && <p class="message">{words.choose}</p>}
      {entry !== null && <Story key={entry.id} entry={entry} />}
    </section>
  );
}
