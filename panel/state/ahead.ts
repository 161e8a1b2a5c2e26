/** What is worked out before anybody asks for it. Loaded after the tab is on show. */
import type { Store } from '../state.ts';
import { createAdvisor } from './advisor.ts';
import { browserPace } from './pace.ts';
import { searchAhead } from './search-ahead.ts';

export function workAhead({ log, advisor }: Store): void {
  searchAhead(log, browserPace);
  advisor.value = createAdvisor(log, browserPace);
}
