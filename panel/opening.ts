/** Which of two things the tab shows: the live recording, or a file that was opened in its place. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Panel } from './context.ts';

export type OpeningState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  /** `message` says why, and what to do. Both may be hostile text. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

export interface Opening {
  readonly state: ReadonlySignal<OpeningState>;
  open(file: File): void;
  /** Gives up a file that is being read, and puts away what was said of one that could not be. */
  dismiss(): void;
  /** Back to the live recording. */
  close(): void;
}

interface OpeningOptions {
  readonly version: string;
  /** Loaded with the first file. */
  readonly load: () => Promise<Pick<typeof import('./opened/open.ts'), 'openFile'>>;
}

export function createOpening(createLive: (opening: Opening) => Panel, { version, load }: OpeningOptions) {
  const state = signal<OpeningState>({ kind: 'idle' });
  const file = signal<Panel | null>(null);
  let reading = new AbortController();

  const read = async (chosen: File, { signal: isGivenUp }: AbortController): Promise<void> => {
    const { openFile } = await load();
    const result = await openFile(chosen, { version, live, signal: isGivenUp });
    if (isGivenUp.aborted) return;
    if ('message' in result) {
      state.value = { kind: 'failed', name: chosen.name, message: result.message };
      shown.value.store.news.tell(result.message);
      return;
    }
    state.value = { kind: 'idle' };
    file.value = result;
  };
  const dismiss = (): void => {
    reading.abort();
    state.value = { kind: 'idle' };
  };
  const opening: Opening = {
    state,
    open(chosen) {
      dismiss();
      reading = new AbortController();
      state.value = { kind: 'reading', name: chosen.name };
      void read(chosen, reading);
    },
    dismiss,
    close() {
      dismiss();
      file.value = null;
    },
  };
  const live = createLive(opening);
  const shown = computed(() => file.value ?? live);
  return shown;
}
