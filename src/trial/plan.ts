/** From a proposed fix to a plan that the browser itself can carry out, or to the reason why it cannot. */
import type { BrowserInfo, Exchange, Fix, HeaderEdit, Headers, TrialPlan, TriedAnswer, Verdict } from '../model.ts';
import { repeatOf } from './repeat.ts';

/**
 * Why a fix cannot be tried.
 *
 * - no-answer: no server answered, so that there are no headers to change
 * - no-header: no header would help
 * - status: the answer to a preflight needs another status, and the browser can only be made to see other headers
 * - address: a redirect has to lead elsewhere
 * - shared-url: two answers of one URL need different headers, and a rule cannot tell them apart
 * - lines: Firefox refuses several Access-Control-Allow-Origin lines of the server's, whatever a rule makes of them
 * - worker: the request belongs to no tab (a service worker's, a shared worker's)
 * - url: the URL does not fit into a rule
 */
export type Obstacle = 'no-answer' | 'no-header' | 'status' | 'address' | 'shared-url' | 'lines' | 'worker' | 'url';

export type Planned = { readonly plan: TrialPlan; readonly obstacle: null } | { readonly plan: null; readonly obstacle: Obstacle };

/** Characters of a URL in a rule; both browsers take as many. What is longer than 8,192 was cut when it was recorded. */
const URL_MAX = 4_096;
/** A URL with a character that the simple kind of filter gives a meaning to needs a regular expression, for which Chromium has 2 kB of memory; it takes one of 150 characters. */
const UNUSUAL_URL_MAX = 150;
const UNUSUAL = /[*^|]/;

export const isUnusual = (url: string): boolean => UNUSUAL.test(url);

const fitsRule = (url: string): boolean => url.length < (isUnusual(url) ? UNUSUAL_URL_MAX : URL_MAX) && /^https?:\/\/[\x21-\x7e]+$/.test(url);

/** What a rule may set: nothing but what lets an answer be read, and by whom it may be remembered. */
const SETTABLE = /^(?:access-control-[a-z-]+|vary)$/i;

/** An answer of the exchange as it would go with the fix, and what is changed in it, if anything. */
interface Slot {
  readonly url: string;
  readonly method: string;
  readonly edits: readonly HeaderEdit[];
}

const slotsOf = ({ hops }: Exchange, { edits, requests }: Fix): readonly Slot[] =>
  requests.flatMap(({ method, url }, hop) => {
    const own = edits.filter(edit => edit.hop === hop);
    const ofPreflight = own.filter(({ target }) => target === 'preflight');
    const hasPreflight = ofPreflight.length > 0 || (hops[hop]?.preflights.length ?? 0) > 0;
    return [
      ...(hasPreflight ? [{ url, method: 'OPTIONS', edits: ofPreflight }] : []),
      { url, method, edits: own.filter(({ target }) => target !== 'preflight') },
    ];
  });

const headersOf = ({ edits }: Slot): Headers => edits.map(({ name, value }) => ({ name, value }));
const keyOf = ({ url, method }: Slot): string => `${method} ${url}`;

/** Whether a rule that is made for one answer would change another in a way that the fix does not want. */
const isAmbiguous = (slots: readonly Slot[]): boolean =>
  slots.some(a => slots.some(b => keyOf(a) === keyOf(b) && JSON.stringify(headersOf(a)) !== JSON.stringify(headersOf(b))));

const answersOf = (slots: readonly Slot[]): readonly TriedAnswer[] => {
  const distinct = new Map(slots.filter(({ edits }) => edits.length > 0).map(slot => [keyOf(slot), slot]));
  return [...distinct.values()].map(slot => ({ url: slot.url, method: slot.method, headers: headersOf(slot) }));
};

/** Whether the lines came apart; where Firefox does not tell, they may have. */
const hasLines = ({ failures }: Verdict): boolean => failures.some(failure => failure.code === 'allow-origin-multiple' && failure.because !== 'list');

const obstacleTo = (
  exchange: Exchange,
  verdict: Verdict,
  fix: Fix | null,
  engine: BrowserInfo['engine'],
  slots: readonly Slot[],
): Obstacle | null => {
  if (fix === null) return verdict.failures[0]?.stage === 'network' && exchange.hops.at(-1)?.response == null ? 'no-answer' : 'no-header';
  if (fix.statuses.length > 0) return 'status';
  if (!fix.edits.every(({ name }) => SETTABLE.test(name))) return 'address';
  if (fix.edits.length === 0) return 'no-header';
  if (exchange.frameId < 0) return 'worker';
  if (engine === 'firefox' && hasLines(verdict)) return 'lines';
  if (isAmbiguous(slots)) return 'shared-url';
  return slots.every(({ url }) => fitsRule(url)) ? null : 'url';
};

/** How the fix of an exchange, judged in the browser `engine`, would be tried there. `fix` is null where none is proposed. */
export const planTrial = (exchange: Exchange, verdict: Verdict, fix: Fix | null, engine: BrowserInfo['engine']): Planned => {
  const slots = fix === null ? [] : slotsOf(exchange, fix);
  const obstacle = obstacleTo(exchange, verdict, fix, engine, slots);
  const [asked] = exchange.hops;
  if (obstacle !== null || asked === undefined) return { plan: null, obstacle: obstacle ?? 'no-answer' };
  const plan: TrialPlan = {
    url: asked.url,
    method: asked.method,
    type: exchange.type,
    initiator: exchange.initiator ?? verdict.origin.value,
    answers: answersOf(slots),
    repeat: repeatOf(exchange, verdict),
  };
  return { plan, obstacle: null };
};
