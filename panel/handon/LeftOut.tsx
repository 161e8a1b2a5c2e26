import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../context.ts';
import { browserPace } from '../state/pace.ts';
import { words } from '../words.ts';

/** What the redaction leaves out of the export, by kind. Counted when somebody looks, for all the failures or (`id`) for one. */
export function LeftOut({ id }: { readonly id: string | null }) {
  const { host } = usePanel();
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
  useEffect(() => {
    if (!isShown || !canCount) return;
    let isWanted = true;
    // After the menu is on show: to count in a long log takes a moment.
    browserPace.soon(() => {
      if (isWanted) setFound(words.handOn.leftOut(host.secrets(id === null ? null : [id])));
    });
    return () => {
      isWanted = false;
    };
  }, [isShown, canCount, id, host]);
  return (
    <p ref={note} class="export-note left-out">
      {found ?? words.redactHint}
    </p>
  );
}
