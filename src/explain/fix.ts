/**
 * The smallest change to the server's answers that makes every rule pass: broken rules are mended one after the other on a
 * simulated exchange, which is judged again each time, until none is broken. What is left is proved to pass, with and
 * without credentials where it is not known which the page asked with.
 */
import { brokenRules } from '../cors/evaluate.ts';
import { originOfUrl, parseUrl, serializeOrigin } from '../cors/origin.ts';
import type { BrowserInfo, CredentialsMode, Exchange, Failure, HeaderEdit, Verdict } from '../model.ts';
import { remedyFor, targetOf } from './edits.ts';
import { FAILURES } from './failures.ts';
import { judgedHeaders } from './read.ts';
import { type Change, isRedirect, simulate } from './simulate.ts';

/** A chain has at most 21 answers of three rules each; no fix needs more rounds. */
const ROUNDS_MAX = 64;

const merged = (edits: readonly HeaderEdit[], added: readonly HeaderEdit[]): readonly HeaderEdit[] => [
  ...edits.filter(old => !added.some(edit => edit.target === old.target && edit.hop === old.hop && edit.name === old.name)),
  ...added,
];

/** The change with one more failure mended; null where no answer of the server's can mend it. */
const mend = (exchange: Exchange, verdict: Verdict, change: Change, failure: Failure, includesCredentials: boolean): Change | null => {
  const simulated = simulate(exchange, change);
  const hop = simulated.hops[failure.hop];
  const target = targetOf(failure);
  if (hop === undefined || target === null) return null;
  const preflight = hop.preflights.at(-1) ?? null;
  const answer = target === 'preflight' ? preflight?.response : hop.response;
  if (!answer) return null;
  const remedy = remedyFor({
    failure,
    answer,
    preflight,
    origin: originAt(simulated, verdict, failure.hop),
    includesCredentials,
    method: hop.method,
  });
  if (remedy === null) return null;
  const place = target === 'preflight' ? target : isRedirect(hop.response) ? 'redirect' : 'response';
  const added = remedy.edits.map(edit => ({ ...edit, target: place, hop: failure.hop }) satisfies HeaderEdit);
  const statuses = remedy.status === undefined ? change.statuses : [...change.statuses, { hop: failure.hop, status: remedy.status }];
  return { edits: merged(change.edits, added), statuses };
};

/** Tells whether a redirect of this chain, seen or simulated, takes the page's origin away (Fetch, HTTP-redirect fetch, step 10). */
export const originAt = (exchange: Exchange, verdict: Verdict, hop: number): string => {
  const known = verdict.hopOrigins[hop];
  if (known !== undefined) return known;
  const page = verdict.hopOrigins[0] ?? verdict.origin.value;
  const origins = exchange.hops.slice(0, hop + 1).map(({ url }) => new URL(url).origin);
  const isTainted = origins.some((origin, i) => i > 0 && origin !== origins[i - 1] && origins[i - 1] !== page);
  return isTainted ? 'null' : page;
};

/** An edit that says what the answer said already changes nothing. */
const isNeeded = (exchange: Exchange, edit: HeaderEdit): boolean => {
  const hop = exchange.hops[edit.hop];
  const response = edit.target === 'preflight' ? hop?.preflights.at(-1)?.response : hop?.response;
  const lines = judgedHeaders(response ?? null).filter(({ name }) => name.toLowerCase() === edit.name.toLowerCase());
  return lines.length !== 1 || lines[0]?.value !== edit.value;
};

/** A preflight that is redirected to another origin: the request would follow, and arrive there without a name. */
const leadsAway = (exchange: Exchange, failure: Failure): boolean => {
  const url = exchange.hops[failure.hop]?.url ?? '';
  return failure.code === 'preflight-redirect' && failure.location !== null && serializeOrigin(parseUrl(failure.location, url)) !== originOfUrl(url);
};

/** The change with which every rule passes in each of the modes; null where there is none, and where none is needed. */
const changeIn = (modes: readonly CredentialsMode[], exchange: Exchange, verdict: Verdict, engine: BrowserInfo['engine']): Change | null => {
  let change: Change = { edits: [], statuses: [] };
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const simulated = simulate(exchange, change);
    const [failure] = modes.flatMap(mode => brokenRules(simulated, engine, mode));
    if (failure === undefined) {
      return change.edits.length + change.statuses.length === 0 ? null : { ...change, edits: change.edits.filter(edit => isNeeded(exchange, edit)) };
    }
    const next = mend(exchange, verdict, change, failure, modes.includes('include'));
    if (next === null) return null;
    change = next;
  }
  return null;
};

/** Of what is no rule of CORS, a server's headers have a say in redirects alone. */
export const isBeyondServer = ({ code }: Failure): boolean => !FAILURES[code].isCors && code !== 'redirect-insecure';

/** null where no answer of the server's can help. */
export const changeFor = (exchange: Exchange, verdict: Verdict, engine: BrowserInfo['engine']): Change | null => {
  if (verdict.failures.some(failure => isBeyondServer(failure) || leadsAway(exchange, failure))) return null;
  const { value, basis } = verdict.credentials;
  if (basis !== 'assumed') return changeIn([value], exchange, verdict, engine);
  // What allows credentials allows the same without them. A page without an origin can only be served without.
  return changeIn(['include', 'same-origin'], exchange, verdict, engine) ?? changeIn(['same-origin'], exchange, verdict, engine);
};
