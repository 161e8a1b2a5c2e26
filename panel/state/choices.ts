import { signal } from '@preact/signals';
import { rememberedText } from '../../src/remembered.ts';

/** What the reader chose for each of several servers. */
export interface Choices<T> {
  /** What was chosen for that very server. */
  chosenFor(server: string): T | null;
  /** What was chosen for that server, or else what is recognised, or else what was chosen last of all. */
  of(server: string, recognised?: T | null): T | null;
  /** Of an id that there is none of, nothing. */
  choose(server: string, id: string): void;
}

/** The last of all is remembered by this key. */
export function createChoices<T extends { readonly id: string }>(key: string, find: (id: string | null) => T | null): Choices<T> {
  const memory = rememberedText(key);
  const chosen = signal<ReadonlyMap<string, T>>(new Map());
  return {
    chosenFor: server => chosen.value.get(server) ?? null,
    of: (server, recognised = null) => chosen.value.get(server) ?? recognised ?? find(memory.get()),
    choose: (server, id) => {
      const found = find(id);
      if (found === null) return;
      chosen.value = new Map([...chosen.value, [server, found]]);
      memory.set(found.id);
    },
  };
}
