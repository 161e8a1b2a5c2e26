/** What a sentence about a failure needs to know, read off the exchange and its verdict once. */
import { originOfUrl, parseUrl, serializeOrigin } from '../cors/origin.ts';
import type { CredentialsMode, Exchange, Failure, Hop, Known, PreflightSeen, ResponseSeen, Verdict } from '../model.ts';
import type { AnswersOf, KnownAnswer } from './known-answers.ts';
import { listOf } from './read.ts';
import { addressOf, type Detour, detourOf, leavesTls, type Redirect, redirectOf } from './redirect.ts';
import { isPreflightRemembered } from './remembered-preflight.ts';

export interface Facts {
  readonly exchange: Exchange;
  readonly verdict: Verdict;
  /** Every broken rule, the standard's first one first. */
  readonly failures: readonly [Failure, ...Failure[]];
  readonly failure: Failure;
  /** Where it stopped. */
  readonly hop: Hop;
  readonly hopIndex: number;
  /** Who asked: a serialized origin, "null" included. */
  readonly page: string;
  /** The origin that the failing hop is judged with: "null" after a redirect from one foreign origin to another. */
  readonly origin: string;
  /** The origin of the URL that failed. */
  readonly target: string;
  readonly method: string;
  readonly credentials: Known<CredentialsMode>;
  /** In which parts the page's origin and the target's differ; empty where the page has none of its own. */
  readonly differs: readonly ('scheme' | 'host' | 'port')[];
  readonly preflight: PreflightSeen | null;
  /** The answer that the failure is about: the preflight's, or the request's own; null where none came. */
  readonly answer: ResponseSeen | null;
  /** Names of the headers that the preflight asked for. */
  readonly askedHeaders: readonly string[];
  /** Whether a redirect hid the page's origin, and it failed at that. Any other rule, and what fails below CORS, would fail all the same. */
  readonly isTainted: boolean;
  /** The redirect that failed, or that led to where it failed; null without any. */
  readonly redirect: Redirect | null;
  /** What it was for, where it is the trouble: it may not be, or it lets no page follow, or it hid the page's origin, or it leads to a sign-in; else null. */
  readonly detour: Detour | null;
  /** The address that the page had better ask for at once: where the failing answer redirects to, or where redirects led; else null. */
  readonly finalUrl: string | null;
  /** Whether the browser asked no preflight because it remembered the leave that an earlier one was given. */
  readonly isPreflightRemembered: boolean;
  /** What the same server answered to other exchanges of the recording. */
  readonly others: () => readonly KnownAnswer[];
}

const partsOf = (origin: string): readonly [scheme: string, host: string, port: string] | null => {
  const url = parseUrl(origin);
  return url && [url.protocol, url.hostname, url.port];
};

/** Which parts of two origins differ. */
export const difference = (a: string, b: string): Facts['differs'] => {
  const left = partsOf(a);
  const right = partsOf(b);
  if (left === null || right === null) return [];
  return (['scheme', 'host', 'port'] as const).filter((_, part) => left[part] !== right[part]);
};

/** What went over https until a redirect took it to http is not the page's to ask over https. */
const detourFrom = (redirect: Redirect, hops: readonly Hop[]): Detour => {
  const detour = detourOf(redirect);
  return detour === 'https' && leavesTls(hops) ? 'elsewhere' : detour;
};

/** Throws a TypeError where the verdict has no failure: there is nothing to explain. */
export const factsOf = (exchange: Exchange, verdict: Verdict, answersOf: AnswersOf = () => []): Facts => {
  const [failure, ...others] = verdict.failures;
  const hopIndex = Math.min(failure?.hop ?? 0, exchange.hops.length - 1);
  const hop = exchange.hops[hopIndex];
  if (failure === undefined || hop === undefined) throw new TypeError('only a verdict with failures can be explained');
  const preflight = hop.preflights.findLast(({ response, error }) => response !== null || error !== null) ?? hop.preflights.at(-1) ?? null;
  const answer = failure.stage === 'preflight' ? (preflight?.response ?? null) : hop.response;
  const page = verdict.origin.value;
  const target = originOfUrl(hop.url);
  const failures = [failure, ...others] as const;
  const origin = verdict.hopOrigins[hopIndex] ?? page;
  const redirect = redirectOf(failures, exchange.hops);
  const detour = redirect && detourFrom(redirect, exchange.hops);
  const isTainted = origin === 'null' && page !== 'null' && /^allow-(?:origin|credentials)-/.test(failure.code);
  const isRedirected =
    failures.some(({ code }) => code === 'preflight-redirect') || (failure.stage === 'redirect' && failure.code === 'allow-origin-missing');
  return {
    exchange,
    verdict,
    failures,
    failure,
    hop,
    hopIndex,
    page,
    origin,
    target,
    method: hop.method,
    credentials: verdict.credentials,
    differs: difference(page, target),
    preflight,
    answer,
    askedHeaders: listOf(preflight?.requestHeaders ?? null, 'access-control-request-headers'),
    isTainted,
    redirect,
    detour: isRedirected || isTainted || detour === 'login' ? detour : null,
    finalUrl: redirect && addressOf(redirect),
    others: () => answersOf(target).filter(({ exchangeId }) => exchangeId !== exchange.id),
    isPreflightRemembered: verdict.mode.value === 'cors' && !exchange.incomplete && isPreflightRemembered(hop, target !== page),
  };
};

/** The origin of the URL that failed as its page writes it, where it is a WebSocket's: with ws or wss. */
export const socketOrigin = ({ hop }: Facts): string => serializeOrigin(parseUrl(hop.url));
