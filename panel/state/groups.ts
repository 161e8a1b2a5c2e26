import { endpointOf as shortEndpointOf } from '../format.ts';
import { once } from '../once.ts';
import type { Entry } from './entry.ts';
import { firstHop } from './entry.ts';

/** Exchanges that are one row of the list: what is wrong and where is the same. */
export interface Group {
  readonly id: string;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** The one that began last. */
  readonly latest: Entry;
  /** Host and path, `{id}` in the place of ids where they differ, and the query where it is the same in all. Worked out when first asked for. */
  readonly endpoint: string;
}

const urlOf = ({ exchange }: Entry): string => firstHop(exchange).url;
const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');

function commonEndpoint(entries: readonly Entry[], latest: Entry): string {
  const url = urlOf(latest);
  if (entries.every(entry => urlOf(entry) === url)) return shortEndpointOf(url);
  const path = withoutQuery(url);
  if (entries.every(entry => withoutQuery(urlOf(entry)) === path)) return shortEndpointOf(path);
  return latest.endpoint.replace(/^https?:\/\//, '');
}

function createGroup(id: string, entries: readonly [Entry, ...Entry[]]): Group {
  const latest = entries.reduce((last, entry) => (entry.exchange.startedAt >= last.exchange.startedAt ? entry : last));
  const endpoint = once(() => commonEndpoint(entries, latest));
  return {
    id,
    entries,
    latest,
    get endpoint() {
      return endpoint();
    },
  };
}

/** The groups in the order of their first entries. `section`: what sets their ids apart from those of another page. */
export function groupEntries(entries: readonly Entry[], section = ''): readonly Group[] {
  const members = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const known = members.get(entry.groupKey);
    if (known) known.push(entry);
    else members.set(entry.groupKey, [entry]);
  }
  return Array.from(members, ([key, own]) => createGroup(`${section} ${key}`, own));
}
