import type { ComponentChildren } from 'preact';
import { usePanel } from './context.ts';
import { Icon } from './parts/Icon.tsx';
import { words } from './words.ts';

function Notice({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="notice">
      <Icon name="warning" />
      {children}
    </p>
  );
}

/** What limits the list below. While the list is empty the same is said in its place, at length. */
export function Notices() {
  const { store, host } = usePanel();
  if (store.log.listed.value.length === 0) return null;
  return (
    <>
      {store.access.granted.value === false ? (
        <Notice>
          <span>{words.noAccessShort}</span>
          <button type="button" class="button" onClick={store.access.grant}>
            {words.grantButton}
          </button>
        </Notice>
      ) : null}
      {store.log.recording.value?.missedLoad === true ? (
        <Notice>
          <span>{words.waitingShort}</span>
          <button type="button" class="button" onClick={host.reload}>
            {words.reloadButton}
          </button>
        </Notice>
      ) : null}
    </>
  );
}
