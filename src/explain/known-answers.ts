/** What each server answered in a recording: the other answers that tell whether one of them is like the rest. */
import { getHeader } from '../cors/header-values.ts';
import { originOfUrl, parseUrl } from '../cors/origin.ts';
import type { Exchange, Headers, ResponseSeen } from '../model.ts';
import { fieldOf } from './read.ts';

export interface KnownAnswer {
  /** The exchange that it is from. */
  readonly exchangeId: string;
  readonly url: string;
  /** Of the request that it answers; OPTIONS for a preflight's. */
  readonly method: string;
  readonly isPreflight: boolean;
  /** Whether the request named the page's origin: what asks so may be answered otherwise than what does not. */
  readonly namedOrigin: boolean;
  /** When its exchange began, in milliseconds since the epoch. */
  readonly startedAt: number;
  readonly answer: ResponseSeen;
}

/** The other answers of a server, by its origin. */
export type AnswersOf = (server: string) => readonly KnownAnswer[];

export interface KnownAnswers {
  /** Takes in every answer of an exchange. What a trial changed is left out: it is not the server's. */
  readonly note: (exchange: Exchange) => void;
  readonly of: AnswersOf;
  /** Of a server: another number as soon as anything else is known of it. */
  readonly revision: (server: string) => number;
  /** For an exchange that is no longer in the recording. */
  readonly forget: (exchangeId: string) => void;
}

/** Kinds of answers of one server: it is the kinds that tell, not how often each came. */
const MAX_KINDS = 200;
const MAX_SERVERS = 500;
/** Characters of a value that tell one kind from another. */
const COMPARED = 300;

const namesOrigin = (headers: Headers | null): boolean => headers !== null && getHeader(headers, 'origin') !== null;

const answersIn = ({ id: exchangeId, startedAt, hops }: Exchange): readonly KnownAnswer[] =>
  hops.flatMap(({ url, method, requestHeaders, response, preflights }) => [
    ...preflights.flatMap(preflight =>
      preflight.response === null
        ? []
        : [{ exchangeId, startedAt, url: preflight.url, method: 'OPTIONS', isPreflight: true, namedOrigin: true, answer: preflight.response }],
    ),
    ...(response === null
      ? []
      : [{ exchangeId, startedAt, url, method, isPreflight: false, namedOrigin: namesOrigin(requestHeaders), answer: response }]),
  ]);

/** The same for answers that say the same of CORS. */
const kindOf = ({ url, method, namedOrigin, answer }: KnownAnswer): string =>
  [
    method,
    parseUrl(url)?.pathname ?? url,
    answer.status,
    (fieldOf(answer, 'access-control-allow-origin') ?? '').slice(0, COMPARED),
    (fieldOf(answer, 'server') ?? '').slice(0, COMPARED),
    answer.fromCache,
    namedOrigin,
  ].join('\n');

interface Kinds {
  readonly answers: Map<string, KnownAnswer>;
  revision: number;
}

export const createKnownAnswers = (): KnownAnswers => {
  const servers = new Map<string, Kinds>();
  /** Where an exchange's answers are, or were: to forget it, nobody else's are looked through. */
  const places = new Map<string, { readonly server: string; readonly kind: string }[]>();
  let revisions = 0;
  const take = (known: KnownAnswer): void => {
    const server = originOfUrl(known.url);
    const kinds = servers.get(server) ?? { answers: new Map(), revision: 0 };
    if (!servers.has(server) && servers.size >= MAX_SERVERS) return;
    servers.set(server, kinds);
    const kind = kindOf(known);
    if (!kinds.answers.has(kind)) {
      if (kinds.answers.size >= MAX_KINDS) return;
      revisions += 1;
      kinds.revision = revisions;
    }
    kinds.answers.set(kind, known);
    places.set(known.exchangeId, [...(places.get(known.exchangeId) ?? []), { server, kind }]);
  };
  return {
    note: exchange => {
      if (exchange.isTried !== true) for (const known of answersIn(exchange)) take(known);
    },
    of: server => [...(servers.get(server)?.answers.values() ?? [])],
    revision: server => servers.get(server)?.revision ?? 0,
    forget: exchangeId => {
      for (const { server, kind } of places.get(exchangeId) ?? []) {
        const kinds = servers.get(server);
        if (kinds?.answers.get(kind)?.exchangeId !== exchangeId) continue;
        kinds.answers.delete(kind);
        revisions += 1;
        kinds.revision = revisions;
        if (kinds.answers.size === 0) servers.delete(server);
      }
      places.delete(exchangeId);
    },
  };
};

/** Those of exchanges that are all at hand. */
export const answersAmong = (exchanges: Iterable<Exchange>): AnswersOf => {
  const known = createKnownAnswers();
  for (const exchange of exchanges) known.note(exchange);
  return known.of;
};
