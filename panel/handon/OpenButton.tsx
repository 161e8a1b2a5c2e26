import { useEffect, useRef } from 'preact/hooks';
import { usePanel } from '../context.ts';
import { Icon } from '../parts/Icon.tsx';
import { words } from '../words.ts';

/** A button that asks for a file, and the whole tab as a place to drop one on. */
export function OpenButton() {
  const { opening } = usePanel();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      // Otherwise the browser would go to the file.
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) opening.open(file);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [opening]);
  return (
    <>
      <button
        type="button"
        class="icon-button open-file"
        aria-label={words.file.open}
        title={words.file.openHint}
        onClick={() => input.current?.click()}
      >
        <Icon name="open" />
      </button>
      <input
        ref={input}
        type="file"
        accept=".har,.json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) opening.open(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
