import { useEffect, useRef } from 'preact/hooks';
import { usePanel } from '../context.ts';
import { Icon } from '../parts/Icon.tsx';
import { bound, makeVisible } from '../text.ts';
import { words } from '../words.ts';

/** Characters shown of a file's name, and of what a file says of itself. */
const NAME_LENGTH = 80;

function Named({ text }: { readonly text: string }) {
  const { shown, hidden } = bound(text, NAME_LENGTH);
  return (
    <bdi>
      {makeVisible(shown)}
      {hidden > 0 ? '…' : null}
    </bdi>
  );
}

/** Of a file that is being read, or could not be. */
function OpeningNotice() {
  const { opening } = usePanel();
  const state = opening.state.value;
  if (state.kind === 'idle') return null;
  const isReading = state.kind === 'reading';
  return (
    <p class={isReading ? 'notice reading' : 'notice'} role={isReading ? 'status' : 'alert'}>
      <Icon name={isReading ? 'pending' : 'warning'} />
      <span>
        <b>
          <Named text={state.name} />
        </b>{' '}
        {isReading ? words.file.reading : makeVisible(state.message)}
      </span>
      <button type="button" class="button" onClick={opening.dismiss}>
        {isReading ? words.file.stop : words.file.dismiss}
      </button>
    </p>
  );
}

/** Says that what is shown was not recorded here, and leads back. */
function OpenedNotice() {
  const { file, opening } = usePanel();
  const back = useRef<HTMLButtonElement>(null);
  // What had the focus went with the list that this file replaces.
  useEffect(() => back.current?.focus(), [file]);
  if (file === null) return null;
  const { tool, isBrowser } = file.source;
  const close = () => {
    opening.close();
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.open-file')?.focus());
  };
  return (
    <p class="notice file-notice">
      <Icon name="open" />
      <span>
        {words.file.from} <b>{<Named text={file.name} />}</b> {words.file.notRecorded}
        {tool === '' ? null : (
          <>
            {' '}
            {words.file.writtenBy} <Named text={tool} />.
          </>
        )}
        {isBrowser ? null : ` ${words.file.notOfBrowser}`}
      </span>
      <button ref={back} type="button" class="button" onClick={close}>
        {words.file.back}
      </button>
    </p>
  );
}

export function FileNotice() {
  return (
    <>
      <OpeningNotice />
      <OpenedNotice />
    </>
  );
}
