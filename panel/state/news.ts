import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { words } from '../words.ts';
import type { Connection } from './log.ts';

export interface News {
  /** What a screen reader is to say next. */
  readonly text: ReadonlySignal<string>;
  tell(text: string): void;
}

/** Tells of new failures, but not of those that a snapshot brings: they are no news. */
export function createNews(connection: ReadonlySignal<Connection>, blocked: ReadonlySignal<number>): News {
  const text = signal('');
  let told: number | null = null;
  effect(() => {
    const count = blocked.value;
    if (connection.value !== 'live') return;
    if (told !== null && count > told) text.value = words.newFailures(count - told, count);
    else if (told !== null && count < told) text.value = '';
    told = count;
  });
  return {
    text,
    tell(said) {
      text.value = said;
    },
  };
}
