import { endpointOf as shortEndpointOf, shortOrigin } from '../format.ts';
import type { Entry } from './entry.ts';
import { firstHop } from './entry.ts';

/** Exchanges that are one row of the list: what is wrong and where is the same. */
export interface Group {
  readonly id: string;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** The one that began last. */
  readonly latest: Entry;
}

interface Growing extends Group {
  readonly entries: Entry[];
  latest: Entry;
}

/** The groups in the order of their first entries. `section`: what sets their ids apart from those of another page. */
export function groupEntries(entries: readonly Entry[], section = ''): readonly Group[] {
  const groups = new Map<string, Growing>();
  for (const entry of entries) {
    const known = groups.get(entry.groupKey);
    if (known === undefined) {
      groups.set(entry.groupKey, { id: `${section} ${entry.groupKey}`, entries: [entry], latest: entry });
      continue;
    }
    known.entries.push(entry);
    if (entry.exchange.startedAt >= known.latest.exchange.startedAt) known.latest = entry;
  }
  return [...groups.values()];
}

const urlOf = ({ exchange }: Entry): string => firstHop(exchange).url;
const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');

/** Host and path, `{id}` in the place of ids where they differ, and the query where it is the same in all. */
export function commonEndpoint({ entries, latest }: Group): string {
  const url = urlOf(latest);
  if (entries.every(entry => urlOf(entry) === url)) return shortEndpointOf(url);
  const path = withoutQuery(url);
  if (entries.every(entry => withoutQuery(urlOf(entry)) === path)) return shortEndpointOf(path);
  return shortOrigin(latest.endpoint);
}
