import { type ReadonlySignal, signal } from '@preact/signals';
import type { FromBackground, Line, ToBackground } from '../../src/link/protocol.ts';

/** Whether the extension may watch web sites at all. The background knows: Firefox keeps `permissions` from DevTools pages. */
export interface Access {
  /** null until the background has said. */
  readonly granted: ReadonlySignal<boolean | null>;
  /** Leads the person to where access is granted. */
  grant(): void;
}

export function createAccess(line: Line<ToBackground, FromBackground>): Access {
  const granted = signal<boolean | null>(null);
  line.onMessage(message => {
    if (message.type === 'access') granted.value = message.granted;
  });
  return { granted, grant: () => line.send({ type: 'grant' }) };
}
