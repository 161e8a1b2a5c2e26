import type { RecordedPage } from '../../src/model.ts';
import type { Entry } from './entry.ts';

/** A page of a log that is preserved, and what it asked for. */
export interface Section {
  readonly page: RecordedPage;
  readonly entries: readonly Entry[];
}

/**
 * The pages that asked for something, oldest first, and the one that is on show. What began before the first of them counts
 * as its own: older pages were let go.
 */
export function sectionsOf(entries: readonly Entry[], pages: readonly RecordedPage[]): readonly Section[] {
  const own = pages.map((): Entry[] => []);
  for (const entry of entries) {
    const at = pages.findLastIndex(({ since }) => since <= entry.exchange.startedAt);
    own[Math.max(0, at)]?.push(entry);
  }
  return pages.map((page, at) => ({ page, entries: own[at] ?? [] })).filter((section, at) => section.entries.length > 0 || at === pages.length - 1);
}
