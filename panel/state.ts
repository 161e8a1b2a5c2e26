/** The tab's state: small factories of signals, composed. No browser API and no component is in reach of it. */
import { computed, type Signal, signal } from '@preact/signals';
import type { FromBackground, Line, ToBackground } from '../src/link/protocol.ts';
import type { Remembered } from '../src/remembered.ts';
import { type Access, createAccess } from './state/access.ts';
import type { Advisor } from './state/advisor.ts';
import type { Judges } from './state/entry.ts';
import { createFilter, type Filter } from './state/filter.ts';
import { createLog, type Log } from './state/log.ts';
import { createNews, type News } from './state/news.ts';
import { createOutline, type Outline } from './state/outline.ts';
import { browserPace, type Pace } from './state/pace.ts';
import { createPause, type Pause } from './state/pause.ts';
import { createPreserve, type Preserve } from './state/preserve.ts';
import { createSelection, type Selection } from './state/selection.ts';
import { createTrial, type Repeat, type Trial } from './state/trial.ts';

export interface StoreDeps extends Judges {
  readonly tabId: number;
  readonly pace?: Pace;
  readonly repeat: Repeat;
  readonly preserveMemory: Remembered;
}

export interface Store {
  /** As it is on show. */
  readonly log: Log;
  readonly pause: Pause;
  readonly preserve: Preserve;
  readonly filter: Filter;
  /** null until it is loaded: nobody looks for advice in the first moment. */
  readonly advisor: Signal<Advisor | null>;
  readonly outline: Outline;
  readonly selection: Selection;
  readonly access: Access;
  readonly news: News;
  readonly trial: Trial;
  /** Empties the recording, for every viewer of the tab. */
  clear(): void;
}

export function createStore(line: Line<ToBackground, FromBackground>, deps: StoreDeps): Store {
  // Before the log, which is what opens the line.
  const access = createAccess(line);
  const recorded = createLog(line, deps.tabId, deps, deps.pace ?? browserPace);
  const pause = createPause(recorded);
  const log = pause.shown;
  const advisor = signal<Advisor | null>(null);
  const filter = createFilter(log, advisor);
  const outline = createOutline(filter.visible, filter.chosen, log.pages);
  const selection = createSelection(log, filter.visible, outline.rows);
  const news = createNews(
    log.connection,
    computed(() => filter.counts.value.blocked),
  );
  return {
    log,
    pause,
    preserve: createPreserve(line, log, deps.preserveMemory),
    filter,
    advisor,
    outline,
    selection,
    access,
    news,
    trial: createTrial(line, log, deps.repeat),
    clear() {
      selection.forget();
      outline.forget();
      pause.forget();
      line.send({ type: 'clear' });
    },
  };
}
