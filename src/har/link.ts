/**
 * Which preflight belongs to which request, and which request follows which redirect. A file tells neither; but it is whole,
 * so that each message can be given to the nearest of those that it fits.
 */
import { grouped } from '../watch/grouped.ts';
import { agreement, fieldValue } from '../watch/match.ts';
import { comparable } from '../watch/same-request.ts';
import type { HarMessage } from './entry.ts';

/**
 * So many milliseconds a preflight may begin before its request is said to, or after it is said to have ended: the browsers
 * differ in what they take for the start of a request that has to wait for its preflight.
 */
const PREFLIGHT_SLACK_MS = 5_000;
/** So many milliseconds after a redirect's answer the next request begins at most. */
const REDIRECT_PATIENCE_MS = 10_000;
/** Requests for one URL that a message is compared with at most, the nearest: a page that asks without end must not take all day. */
const COMPARED_MAX = 200;

/** The index of the first that began at `time` or later. */
const firstSince = (sorted: readonly HarMessage[], time: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.startedAt ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
};

type Index = (url: string, time: number) => readonly HarMessage[];

/** For a URL and a moment: the requests for it that began nearest to that moment, in the order in which they began. */
const createIndex = (requests: readonly HarMessage[]): Index => {
  const byUrl = grouped(
    requests.toSorted((a, b) => a.startedAt - b.startedAt),
    ({ url }) => comparable(url),
  );
  return (url, time) => {
    const alike = byUrl.get(comparable(url)) ?? [];
    const at = firstSince(alike, time);
    return alike.slice(Math.max(0, at - COMPARED_MAX / 2), at + COMPARED_MAX / 2);
  };
};

/** Chromium does not say of what page a worker's preflight is. */
const isOfSamePage = (one: HarMessage, other: HarMessage): boolean => one.pageref === other.pageref || one.pageref === null || other.pageref === null;

/** How far a preflight begins outside of the time that its request took; the request's own start decides between equals. */
const outsideBy = (preflight: HarMessage, request: HarMessage): number =>
  Math.max(0, request.startedAt - preflight.startedAt, preflight.startedAt - request.endedAt);

const best = <T>(candidates: readonly T[], isBetter: (one: T, other: T) => boolean): T | undefined =>
  candidates.reduce<T | undefined>((found, next) => (found === undefined || isBetter(next, found) ? next : found), undefined);

/** Of each request, by its id, its preflights in the order in which they began. */
const pairPreflights = (preflights: readonly HarMessage[], near: Index): ReadonlyMap<string, readonly HarMessage[]> => {
  const own = new Map<string, HarMessage[]>();
  for (const preflight of preflights.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const asked = fieldValue(preflight.requestHeaders, 'access-control-request-method');
    const origin = fieldValue(preflight.requestHeaders, 'origin');
    const rate = (request: HarMessage) => ({
      request,
      isFree: !own.has(request.id),
      // Where nothing is known of the request's headers, nothing speaks against it.
      agreement: request.requestHeaders.length === 0 ? 0 : agreement(request.requestHeaders, preflight.requestHeaders),
      outside: outsideBy(preflight, request),
    });
    const isOfSame = (request: HarMessage): boolean =>
      (asked === null || request.method === asked) &&
      // After a redirect, Firefox's preflight names the page's origin and its request does not.
      (origin === null || [null, 'null', origin].includes(fieldValue(request.requestHeaders, 'origin'))) &&
      isOfSamePage(request, preflight);
    const rated = near(preflight.url, preflight.startedAt)
      .filter(isOfSame)
      .map(rate)
      .filter(({ outside }) => outside <= PREFLIGHT_SLACK_MS);
    const fitting = rated.filter(({ agreement: fits }) => fits >= 0);
    // After a redirect that takes the content away, Firefox asks for headers that the request has lost.
    const found = best(fitting.length > 0 ? fitting : rated, (one, other) => {
      if (one.isFree !== other.isFree) return one.isFree;
      if (one.outside !== other.outside) return one.outside < other.outside;
      return one.agreement > other.agreement;
    });
    if (found) own.set(found.request.id, [...(own.get(found.request.id) ?? []), preflight]);
  }
  return own;
};

/** Of two that began at one moment, the one that stands later in the file. No chain of redirects then comes back to where it began. */
const isLater = (one: HarMessage, other: HarMessage): boolean =>
  one.startedAt === other.startedAt ? one.place > other.place : one.startedAt > other.startedAt;

/** Of each request that was redirected, by its id, the one that followed. */
const followRedirects = (requests: readonly HarMessage[], near: Index): ReadonlyMap<string, HarMessage> => {
  const followers = new Map<string, HarMessage>();
  const taken = new Set<string>();
  for (const request of requests.toSorted((a, b) => a.endedAt - b.endedAt)) {
    const { redirectsTo, method } = request;
    if (redirectsTo === null) continue;
    const mayFollow = (next: HarMessage): boolean =>
      !taken.has(next.id) &&
      (next.method === method || next.method === 'GET') &&
      isLater(next, request) &&
      next.startedAt <= request.endedAt + REDIRECT_PATIENCE_MS &&
      isOfSamePage(next, request);
    const isNearer = (one: HarMessage, other: HarMessage): boolean =>
      Math.abs(one.startedAt - request.endedAt) < Math.abs(other.startedAt - request.endedAt);
    const found = best(near(redirectsTo, request.endedAt).filter(mayFollow), isNearer);
    if (found === undefined) continue;
    followers.set(request.id, found);
    taken.add(found.id);
  }
  return followers;
};

/** One request of a page: hop by hop, each with its preflights. */
export interface Chain {
  /** Never empty. */
  readonly hops: readonly { readonly request: HarMessage; readonly preflights: readonly HarMessage[] }[];
}

/** The requests of a file, in the order in which they began, and the preflights whose request is not in it. */
export const link = (messages: readonly HarMessage[]): { readonly chains: readonly Chain[]; readonly orphans: number } => {
  const preflights = messages.filter(({ isPreflight }) => isPreflight);
  const requests = messages.filter(({ isPreflight }) => !isPreflight);
  const near = createIndex(requests);
  const own = pairPreflights(preflights, near);
  const followers = followRedirects(requests, near);
  const later = new Set([...followers.values()].map(({ id }) => id));
  const chains = requests
    .filter(({ id }) => !later.has(id))
    .map((first): Chain => {
      const hops: Chain['hops'][number][] = [];
      for (let request: HarMessage | undefined = first; request !== undefined; request = followers.get(request.id))
        hops.push({ request, preflights: own.get(request.id) ?? [] });
      return { hops };
    })
    .sort((a, b) => (a.hops[0]?.request.startedAt ?? 0) - (b.hops[0]?.request.startedAt ?? 0));
  const paired = [...own.values()].reduce((sum, list) => sum + list.length, 0);
  return { chains, orphans: preflights.length - paired };
};
