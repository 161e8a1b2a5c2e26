/** The exchange as it would have gone had the server answered otherwise: what a fix is proved on. */
import type { Exchange, Header, HeaderEdit, Headers, Hop, PreflightSeen, ResponseSeen } from '../model.ts';
import { fieldOf, judgedHeaders } from './read.ts';

/** What the server would answer instead. */
export interface Change {
  readonly edits: readonly HeaderEdit[];
  readonly statuses: readonly { readonly hop: number; readonly status: number }[];
}

/** A field named in an edit replaces every line of that name; every other line stays. */
export const withEdits = (headers: Headers, edits: readonly Header[]): Headers => {
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

const EMPTY: ResponseSeen = { status: 200, headers: [], linesKnown: true, delivered: null, fromCache: false, ip: null };

export const isRedirect = (response: ResponseSeen | null): boolean =>
  response !== null && [301, 302, 303, 307, 308].includes(response.status) && fieldOf(response, 'location') !== null;

const resolved = (location: string, base: string): string => {
  try {
    return new URL(location, base).href;
  } catch {
    return base;
  }
};

/** A redirected POST becomes a GET (Fetch, HTTP-redirect fetch, step 12). */
const methodAfter = (status: number, method: string): string =>
  (status === 303 && method !== 'HEAD') || ((status === 301 || status === 302) && method === 'POST') ? 'GET' : method;

/** A server that redirects the preflight redirects the request too; of any other nothing is known. */
const unseen = ({ preflights }: Hop): ResponseSeen => {
  const response = preflights.at(-1)?.response ?? null;
  const location = fieldOf(response, 'location');
  if (response === null || location === null || !isRedirect(response)) return EMPTY;
  return { ...EMPTY, status: response.status, headers: [{ name: 'Location', value: location }] };
};

/** The preflight of a hop that was never reached asks what the one before it asked. */
const nextPreflights = (hop: Hop): readonly PreflightSeen[] => {
  const asked = hop.preflights.at(-1);
  return asked ? [{ ...asked, response: EMPTY, state: 'completed', error: null }] : [];
};

const nextHop = (hop: Hop, response: ResponseSeen): Hop => {
  const url = resolved(fieldOf(response, 'location') ?? '', hop.url);
  return {
    ...hop,
    url,
    method: methodAfter(response.status, hop.method),
    requestHeaders: null,
    preflights: nextPreflights({ ...hop }),
    response: EMPTY,
  };
};

/** With `change` applied; answers that were never seen are empty 200s with nothing but what `change` puts there. */
export const simulate = (exchange: Exchange, { edits, statuses }: Change): Exchange => {
  const editsOf = (target: HeaderEdit['target'], hop: number) => edits.filter(edit => edit.target === target && edit.hop === hop);
  const hops: Hop[] = [];
  let hop: Hop | undefined = exchange.hops[0];
  for (let index = 0; hop !== undefined; index++) {
    const status = statuses.find(entry => entry.hop === index)?.status;
    const preflights: readonly PreflightSeen[] = hop.preflights.map(preflight => ({
      ...preflight,
      response: edited(preflight.response ?? EMPTY, editsOf('preflight', index), status),
      state: 'completed',
      error: null,
    }));
    const seen = hop.response ?? unseen(hop);
    const response = edited(seen, editsOf(isRedirect(seen) ? 'redirect' : 'response', index));
    hops.push({ ...hop, preflights, response });
    hop = isRedirect(response) ? (exchange.hops[index + 1] ?? nextHop(hop, response)) : undefined;
  }
  return { ...exchange, hops, state: 'completed', error: null, timing: null };
};
