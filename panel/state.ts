/** The tab's state: small factories of signals, composed. No browser API and no component is in reach of it. */
import { computed } from '@preact/signals';
import type { FromBackground, Line, ToBackground } from '../src/link/protocol.ts';
import { type Access, createAccess } from './state/access.ts';
import type { Judges } from './state/entry.ts';
import { createFilter, type Filter } from './state/filter.ts';
import { createLog, type Log } from './state/log.ts';
import { createNews, type News } from './state/news.ts';
import { browserPace, type Pace } from './state/pace.ts';
import { createSelection, type Selection } from './state/selection.ts';
import { createTrial, type Repeat, type Trial } from './state/trial.ts';

export interface StoreDeps extends Judges {
  readonly tabId: number;
  readonly pace?: Pace;
  readonly repeat: Repeat;
}

export interface Store {
  readonly log: Log;
  readonly filter: Filter;
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
  const log = createLog(line, deps.tabId, deps, deps.pace ?? browserPace);
  const filter = createFilter(log);
  const selection = createSelection(log, filter.visible);
  const news = createNews(
    log.connection,
    computed(() => filter.counts.value.blocked),
  );
  return {
    log,
    filter,
    selection,
    access,
    news,
    trial: createTrial(line, log, deps.repeat),
    clear() {
      selection.forget();
      line.send({ type: 'clear' });
    },
  };
}
