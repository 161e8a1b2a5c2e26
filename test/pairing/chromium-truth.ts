/**
 * Chromium's own word in webRequest's terms. The DevTools protocol names the request of each preflight, but by ids of its
 * own. Who saw the same answer, by its mark, is the same request. What has no answer (the request of a refused preflight, a
 * cut connection, a request given up) is told by its place: of one frame's requests that are alike in everything, both ids
 * rise in the order in which they were asked for. Those with marks hold this to account: one out of order is an error.
 */
import type { SentRequest } from '../../src/launch/traffic.ts';
import { grouped } from '../../src/watch/grouped.ts';
import { MARK } from './site.ts';
import type { ToldRequest } from './web-request-log.ts';

/** A request as one side knows it. */
interface Known {
  readonly id: string;
  /** Of whom, and for what. */
  readonly place: string;
  /** What it asks for, where it is a preflight; undefined where it ended before that was seen. */
  readonly asked: string | undefined;
  readonly marks: readonly string[];
}

const fullPlace = ({ place, asked }: Known): string => `${place} ${asked}`;

/** Protocol id → webRequest id. Both lists in the order in which their requests began. */
const match = (sent: readonly Known[], told: readonly Known[]): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const take = (ours: Known, theirs: Known): void => {
    ids.set(ours.id, theirs.id);
    taken.add(theirs.id);
  };
  const byMark = new Map(told.flatMap(each => each.marks.map(mark => [mark, each] as const)));
  for (const each of sent) {
    const theirs = each.marks.map(mark => byMark.get(mark)).find(found => found !== undefined);
    if (theirs) take(each, theirs);
  }
  const orderOf = new Map(told.map(({ id }, index) => [id, index]));
  for (const [place, ours] of grouped(sent, fullPlace)) {
    const order = ours.flatMap(({ id }) => orderOf.get(ids.get(id) ?? '') ?? []);
    if (order.some((at, index) => index > 0 && at < (order[index - 1] ?? 0)))
      throw new Error(`The protocol and webRequest tell of ${place} in another order.`);
  }
  /** Of those that are left, the first of the one is the first of the other. */
  const matchRest = (key: (known: Known) => string, isCertain: boolean): void => {
    const theirs = grouped(
      told.filter(({ id }) => !taken.has(id)),
      key,
    );
    for (const [place, ours] of grouped(
      sent.filter(({ id }) => !ids.has(id)),
      key,
    )) {
      const same = theirs.get(place) ?? [];
      if (ours.length === same.length) for (const [index, each] of ours.entries()) take(each, same[index] as Known);
      else if (isCertain) throw new Error(`The protocol has ${ours.length} more of ${place}, webRequest ${same.length}.`);
    }
  };
  matchRest(fullPlace, false);
  matchRest(({ place }) => place, true);
  return ids;
};

/** The last part of a request's id counts the requests of its process, the page's and its worker's alike. */
const countOf = ({ id }: Known): number => Number(id.split('.').at(-1));

const marksOf = ({ answers }: SentRequest): readonly string[] => answers.flatMap(answer => answer[MARK.toLowerCase()] ?? []);

/** A preflight, or a request that ended before anything told it from one. None of the page's own OPTIONS requests is given up. */
const isPreflight = ({ method, asked, error }: ToldRequest): boolean =>
  method === 'OPTIONS' && (asked === undefined ? error === 'net::ERR_ABORTED' : asked !== null);

/** The requests in webRequest's terms. `told` in the order of their ids. */
export const inWebRequestTerms = (
  sent: readonly SentRequest[],
  told: readonly ToldRequest[],
  /** Which frame of webRequest's a document or a worker is. */
  frameOf: (documentUrl: string) => number | undefined,
): readonly SentRequest[] => {
  const firsts = [...new Map(sent.toReversed().map(request => [request.id, request])).values()].toReversed();
  const documents = new Map(firsts.map(({ id, documentUrl }) => [id, documentUrl]));
  const known = (request: SentRequest): Known => {
    const { id, url, method, headers, preflightOf } = request;
    // A preflight of a frame's comes with the address of the page.
    const frame = frameOf(documents.get(preflightOf ?? id) ?? '');
    const asked = preflightOf === null ? undefined : `${headers['access-control-request-method']} ${headers['access-control-request-headers'] ?? ''}`;
    return { id, place: `${frame} ${method} ${url}`, asked, marks: marksOf(request) };
  };
  const toldKnown = ({ id, frameId, method, url, asked, marks }: ToldRequest): Known => ({
    id,
    place: `${frameId} ${method} ${url}`,
    asked: asked ?? undefined,
    marks,
  });
  const isOwn = ({ preflightOf }: SentRequest): boolean => preflightOf === null;
  const ids = new Map([
    ...match(
      firsts
        .filter(isOwn)
        .map(known)
        .toSorted((a, b) => countOf(a) - countOf(b)),
      told.filter(each => !isPreflight(each)).map(toldKnown),
    ),
    ...match(firsts.filter(each => !isOwn(each)).map(known), told.filter(isPreflight).map(toldKnown)),
  ]);
  return sent.map(request => ({
    ...request,
    id: ids.get(request.id) ?? '',
    preflightOf: request.preflightOf === null ? null : (ids.get(request.preflightOf) ?? ''),
  }));
};
