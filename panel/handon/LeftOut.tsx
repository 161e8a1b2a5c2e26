import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../context.ts';
import { exportWords } from '../later-words.ts';

/** How long, in milliseconds, the menu is first on show, and later failures are gathered: to count in a long log takes a moment. */
const FIRST_MS = 0;
const LATER_MS = 500;

/** What the redaction leaves out of the export, by kind. Counted when somebody looks, for all the failures or (`id`) for one. */
export function LeftOut({ id }: { readonly id: string | null }) {
  const { host, store } = usePanel();
  const note = useRef<HTMLParagraphElement>(null);
  const [isShown, setShown] = useState(false);
  const [found, setFound] = useState<string | null>(null);
  useEffect(() => {
    const popover = note.current?.closest<HTMLElement>('[popover]');
    const look = (): void => setShown(popover?.matches(':popover-open') !== false);
    look();
    popover?.addEventListener('toggle', look);
    return () => popover?.removeEventListener('toggle', look);
  }, []);
  const canCount = host.canExport.value;
  const { blocked } = store.filter.counts.value;
  const isFirst = found === null;
  useEffect(() => {
    if (!isShown || !canCount) return;
    const count = (): void => setFound(exportWords.leftOut(host.secrets(id === null ? null : [id])));
    const timer = setTimeout(count, isFirst ? FIRST_MS : LATER_MS);
    return () => clearTimeout(timer);
  }, [isShown, canCount, id, blocked, host]);
  return (
    <p ref={note} class="export-note left-out">
      {found ?? exportWords.redactHint}
    </p>
  );
}
