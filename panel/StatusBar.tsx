import { usePanel } from './context.ts';
import { MinuteLink } from './MinuteLink.tsx';
import { PreflightLink } from './preflights/PreflightLink.tsx';
import { words } from './words.ts';

export function StatusBar() {
  const { log, filter } = usePanel().store;
  const recording = log.recording.value;
  const { all, blocked } = filter.counts.value;
  return (
    <footer class="status-bar">
      {recording === null ? null : (
        <>
          <span>{words.requestsSeen(recording.requests)}</span>
          <span>{words.crossOrigin(all)}</span>
          <span>{words.blocked(blocked)}</span>
          <PreflightLink />
          {recording.dropped > 0 ? <span title={words.droppedHint}>{words.dropped(recording.dropped)}</span> : null}
        </>
      )}
      {log.connection.value === 'syncing' ? <span class="catching-up">{words.catchingUp}</span> : null}
      <MinuteLink />
    </footer>
  );
}
