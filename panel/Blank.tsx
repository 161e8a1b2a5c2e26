import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { usePanel } from './context.ts';
import { listWords, words } from './words.ts';

interface MessageProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

function Message({ title, text, children }: MessageProps) {
  return (
    <main class="message">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </main>
  );
}

/** What stands in the place of the list while there is nothing to list. */
export function Blank() {
  const { store, host, file } = usePanel();
  const { filter, log, access } = store;
  const counts = filter.counts.value;
  // What stands here of a log that was whole before stays while it arrives once more.
  const wasWhole = useRef(false);
  wasWhole.current ||= log.connection.value === 'live';
  const showAll = () => {
    filter.shown.value = 'all';
    filter.query.value = '';
  };
  const showBusy = (text: string) => (
    <main class="message">
      <p>{text}</p>
    </main>
  );
  const show = (label: string) => (
    <button type="button" class="button" onClick={showAll}>
      {label}
    </button>
  );
  if (log.recording.value !== null && !wasWhole.current && access.granted.value !== false) return showBusy(words.catchingUp);
  if (counts.all > 0) {
    if (filter.query.value.trim() !== '') return <Message title={words.noMatchTitle} text={words.noMatch} children={show(words.resetFilters)} />;
    if (filter.shown.value === 'allowed') return <Message title={words.noMatchTitle} text={words.noneAllowed} children={show(words.resetFilters)} />;
    if (filter.shown.value === 'warnings') return <Message title={words.noMatchTitle} text={words.noWarnings} children={show(words.resetFilters)} />;
    return <Message title={words.nothingBlockedTitle} text={words.nothingBlocked(counts.allowed, counts.all)} children={show(words.showAll)} />;
  }
  if (file !== null) return <Message title={words.file.noneTitle} text={words.file.none} />;
  if (store.pause.isPaused.value) {
    return (
      <Message title={listWords.pause.title} text={listWords.pause.text}>
        <button type="button" class="button" onClick={store.pause.toggle}>
          {listWords.pause.button}
        </button>
      </Message>
    );
  }
  if (access.granted.value === false) {
    return (
      <Message title={words.noAccessTitle} text={words.noAccess}>
        <button type="button" class="button primary" onClick={access.grant}>
          {words.grantButton}
        </button>
      </Message>
    );
  }
  if (log.recording.value === null) return showBusy(words.connecting);
  if (log.recording.value.missedLoad) {
    return (
      <Message title={words.waitingTitle} text={words.waiting}>
        <button type="button" class="button primary" onClick={host.reload}>
          {words.reloadButton}
        </button>
      </Message>
    );
  }
  return <Message title={words.emptyTitle} text={words.empty} />;
}
