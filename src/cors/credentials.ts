import type { CredentialsMode, Hop, Known } from '../model.ts';
import type { Chain } from './chain.ts';
import type { EngineRow } from './engines.ts';
import { getHeader } from './header-values.ts';
import { isPerhapsSameSite, originOfUrl } from './origin.ts';
import { requestedHeaderNames } from './preflight-seen.ts';

/** What the browser let happen to the page, as far as it bears on the credentials mode. */
export type Decision = 'let-through' | 'refused' | 'unknown';

const has = (hop: Hop, lowerName: string): boolean => hop.requestHeaders !== null && getHeader(hop.requestHeaders, lowerName) !== null;

/** Types of requests of which the page's code sets no header. */
const WITHOUT_CODE: ReadonlySet<string> = new Set(['image', 'imageset', 'script', 'stylesheet', 'font', 'media']);

/** Only the browser's own store of passwords adds an Authorization that no code set, or that the preflight did not ask for. */
function hasStoredAuthorization(hop: Hop, type: string): boolean {
  if (WITHOUT_CODE.has(type)) return has(hop, 'authorization');
  const [preflight] = hop.preflights;
  return preflight?.requestHeaders != null && has(hop, 'authorization') && !requestedHeaderNames(preflight).includes('authorization');
}

type Question = (includesCredentials: boolean) => boolean;

/** A hop that carries what is sent with credentials mode "include" alone: cookies across origins, Sec-Fetch-Storage-Access across sites. */
const showsCredentials = (hop: Hop, type: string): boolean =>
  has(hop, 'cookie') ||
  has(hop, 'sec-fetch-storage-access') ||
  // Firefox sends it on the preflight too.
  hop.preflights.some(({ requestHeaders }) => requestHeaders !== null && getHeader(requestHeaders, 'sec-fetch-storage-access') !== null) ||
  hasStoredAuthorization(hop, type);

/** A hop across sites without Sec-Fetch-Storage-Access, which goes with credentials mode "include" there. */
const showsNoCredentials = (hop: Hop, type: string): boolean =>
  hop.requestHeaders !== null && getHeader(hop.requestHeaders, 'sec-fetch-site') === 'cross-site' && !showsCredentials(hop, type);

/** sendBeacon always includes them (https://w3c.github.io/beacon/#sendbeacon-method), and no fetch has its type. */
const INCLUDING_TYPES: ReadonlySet<string> = new Set(['ping', 'beacon']);

/**
 * A request's credentials mode (https://fetch.spec.whatwg.org/#concept-request-credentials-mode), which webRequest does
 * not tell: what the wire proves, else the only mode that agrees with what the browser did, else what is usual. Across
 * origins "same-origin" and "omit" are one: the value is then "same-origin", fetch's default.
 *
 * @param isAllowed whether every rule passes with credentials mode "include" (true) or without (false)
 * @param hasPassed the same of the answers that the browser let through, however it ended
 */
export function inferCredentials(
  chain: Chain,
  decision: Decision,
  isAllowed: Question,
  hasPassed: Question,
  { tellsStorageAccessOf }: Pick<EngineRow, 'tellsStorageAccessOf'>,
): Known<CredentialsMode> {
  const { hops, type, documentId } = chain.exchange;
  // A plain image, a script, a navigation sends them unless its markup says otherwise.
  const usual: CredentialsMode = chain.mode.value === 'cors' ? 'same-origin' : 'include';
  if (!chain.isCrossOrigin) return { value: usual, basis: 'assumed' };
  if (chain.mode.value !== 'cors') return { value: usual, basis: hops.some(hop => showsCredentials(hop, type)) ? 'observed' : 'assumed' };
  // A hop of the page's own origin sends cookies in mode "same-origin" too.
  const crossed = hops.filter((_, index) => chain.isCorsTainted[index] === true);
  if (crossed.some(hop => showsCredentials(hop, type))) return { value: 'include', basis: 'observed' };
  if (decision !== 'unknown') {
    const passesWithout = isAllowed(false);
    const passesWith = isAllowed(true);
    if (passesWithout && !passesWith) return { value: decision === 'refused' ? 'include' : 'same-origin', basis: 'inferred' };
  }
  if (INCLUDING_TYPES.has(type)) return { value: 'include', basis: 'inferred' };
  // Back at the page's own site it is missing, whatever the redirects before made of Sec-Fetch-Site.
  const isElsewhere = (hop: Hop): boolean => hop === hops[0] || !isPerhapsSameSite(originOfUrl(hop.url), chain.origin.value);
  const told = tellsStorageAccessOf === 'all' ? crossed.filter(isElsewhere) : crossed.filter(hop => documentId !== null && hop === hops[0]);
  if (told.some(hop => showsNoCredentials(hop, type))) return { value: 'same-origin', basis: 'inferred' };
  if (decision !== 'let-through' && hasPassed(false) && !hasPassed(true)) return { value: 'same-origin', basis: 'inferred' };
  return { value: usual, basis: 'assumed' };
}
