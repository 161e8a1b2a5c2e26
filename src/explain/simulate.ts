/** The exchange as it would have gone had the server answered otherwise: what a fix is proved on. */
import { isHttpScheme, isInsecure, parseUrl } from '../cors/origin.ts';
import { isRedirectStatus } from '../cors/preflight.ts';
import type { Exchange, Header, HeaderEdit, Headers, Hop, PreflightSeen, ResponseSeen } from '../model.ts';
import { EMPTY, nextHop } from './next-hop.ts';
import { fieldOf, judgedHeaders } from './read.ts';

/** What the server would answer instead. */
export interface Change {
  readonly edits: readonly HeaderEdit[];
  readonly statuses: readonly { readonly hop: number; readonly status: number }[];
}

/** A field named in an edit replaces every line of that name; every other line stays. */
const withEdits = (headers: Headers, edits: readonly Header[]): Headers => {
  const names = new Set(edits.map(({ name }) => name.toLowerCase()));
  return [...headers.filter(({ name }) => !names.has(name.toLowerCase())), ...edits.map(({ name, value }) => ({ name, value }))];
};

const edited = (response: ResponseSeen, edits: readonly Header[], status = response.status): ResponseSeen => ({
  ...response,
  status,
  headers: withEdits(judgedHeaders(response), edits),
  linesKnown: true,
  delivered: null,
});

export const isRedirect = (response: ResponseSeen | null): boolean =>
  response !== null && isRedirectStatus(response.status) && fieldOf(response, 'location') !== null;

/** A server that redirects the preflight redirects the request too; of any other nothing is known. */
const unseen = ({ preflights }: Hop): ResponseSeen => {
  const response = preflights.at(-1)?.response ?? null;
  const location = fieldOf(response, 'location');
  if (response === null || location === null || !isRedirect(response)) return EMPTY;
  return { ...EMPTY, status: response.status, headers: [{ name: 'Location', value: location }] };
};

/** Where nobody was seen to ask: nobody would, of a secure page, ask an insecure URL, or what is no address of a web server. */
const followed = ({ initiator, topOrigin }: Exchange, hop: Hop, response: ResponseSeen): Hop | undefined => {
  const location = parseUrl(fieldOf(response, 'location') ?? '', hop.url);
  if (location === null || !isHttpScheme(location)) return undefined;
  const next = nextHop(hop, response, initiator);
  const url = parseUrl(next.url);
  const isSecure = [initiator, topOrigin].some(origin => origin?.startsWith('https:'));
  return isSecure && url !== null && isInsecure(url) ? undefined : next;
};

/** Of a preflight, or of the request itself (a redirect or not); `seen` is an empty 200 where none was. */
type Answering = (seen: ResponseSeen, to: 'preflight' | 'request', hop: number) => ResponseSeen;

/** The exchange with other answers, as far as it would then have gone, and with nothing left of how it ended. */
const replay = (exchange: Exchange, answering: Answering): Exchange => {
  const hops: Hop[] = [];
  let hop: Hop | undefined = exchange.hops[0];
  for (let index = 0; hop !== undefined; index++) {
    const preflights: readonly PreflightSeen[] = hop.preflights.map(preflight => ({
      ...preflight,
      response: answering(preflight.response ?? EMPTY, 'preflight', index),
      state: 'completed',
      error: null,
    }));
    const seen = hop.response ?? unseen(hop);
    const response = answering(seen, 'request', index);
    hops.push({ ...hop, preflights, response });
    const isSameWay = fieldOf(seen, 'location') === fieldOf(response, 'location') && isRedirect(seen);
    hop = isRedirect(response) ? ((isSameWay ? exchange.hops[index + 1] : undefined) ?? followed(exchange, hop, response)) : undefined;
  }
  return { ...exchange, hops, state: 'completed', error: null, timing: null };
};

/** With `change` applied; answers that were never seen are empty 200s with nothing but what `change` puts there. */
export const simulate = (exchange: Exchange, { edits, statuses }: Change): Exchange => {
  const editsOf = (target: HeaderEdit['target'], hop: number) => edits.filter(edit => edit.target === target && edit.hop === hop);
  return replay(exchange, (seen, to, hop) => {
    if (to === 'request') return edited(seen, editsOf(isRedirect(seen) ? 'redirect' : 'response', hop));
    return edited(seen, editsOf('preflight', hop), statuses.find(entry => entry.hop === hop)?.status);
  });
};

/** An answer, whole, in the place of the one that came. */
export interface Answer {
  readonly to: 'preflight' | 'request';
  /** Index into `Exchange.hops`, or past its end where a redirect leads further. */
  readonly hop: number;
  readonly status: number;
  readonly headers: Headers;
}

/** With these answers; the others are those that came, and empty 200s where none did. */
export const withAnswers = (exchange: Exchange, answers: readonly Answer[]): Exchange =>
  replay(exchange, (seen, to, hop) => {
    const answer = answers.find(each => each.to === to && each.hop === hop);
    const response = edited(seen, []);
    return answer === undefined ? response : { ...response, status: answer.status, headers: answer.headers };
  });
