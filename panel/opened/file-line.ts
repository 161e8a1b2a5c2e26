/** A line to nobody: what a file holds is told as the background tells what it recorded, so that the tab shows both alike. */
import { EXCHANGES_PER_MESSAGE, type FromBackground, type Line, type ToBackground } from '../../src/link/protocol.ts';
import type { Exchange, Recording } from '../../src/model.ts';
import type { Pace } from '../state/pace.ts';

export interface FileLine extends Line<ToBackground, FromBackground> {
  /** Once the store is there to hear it. */
  begin(): void;
}

/** The next exchanges are told once those before are judged. */
export function createFileLine(recording: Recording, exchanges: readonly Exchange[], { soon }: Pick<Pace, 'soon'>): FileLine {
  const listeners: ((message: FromBackground) => void)[] = [];
  let open = (): void => undefined;
  let told = 0;
  const say = (message: FromBackground): void => {
    for (const listener of listeners) listener(message);
  };
  const tellMore = (): void => {
    const changed = exchanges.slice(told, told + EXCHANGES_PER_MESSAGE);
    told += changed.length;
    say(changed.length === 0 ? { type: 'ready' } : { type: 'exchanges', changed, removed: [] });
  };
  return {
    send(message) {
      if (message.type === 'hello') {
        say({ type: 'access', granted: true });
        say({ type: 'reset', recording });
      }
      // As late as an answer from elsewhere would be.
      if (message.type === 'hello' || message.type === 'more') soon(tellMore);
    },
    onMessage: listener => void listeners.push(listener),
    onOpen(listener) {
      open = listener;
    },
    close: () => undefined,
    begin: () => open(),
  };
}
