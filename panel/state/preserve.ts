import { computed, type ReadonlySignal } from '@preact/signals';
import type { FromBackground, Line, ToBackground } from '../../src/link/protocol.ts';
import type { Remembered } from '../../src/remembered.ts';
import type { Log } from './log.ts';

/** Whether the log is kept when the tab goes to another page. */
export interface Preserve {
  readonly isOn: ReadonlySignal<boolean>;
  set(isOn: boolean): void;
}

export function createPreserve(line: Line<ToBackground, FromBackground>, { recording }: Pick<Log, 'recording'>, memory: Remembered): Preserve {
  return {
    isOn: computed(() => recording.value?.pages !== undefined),
    set(isOn) {
      memory.set(isOn);
      line.send({ type: 'preserve', isOn });
    },
  };
}
