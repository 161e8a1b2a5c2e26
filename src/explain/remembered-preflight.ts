/** Whether a browser sent a request without a preflight because it remembered the leave that an earlier one was given. */
import { corsUnsafeRequestHeaderNames, isCorsSafelistedMethod } from '../cors/safelist.ts';
import type { Headers, Hop } from '../model.ts';

/** What browsers add to requests by themselves. A page that sets one of them (User-Agent, Cache-Control) is not told from the browser. */
const OWN =
  /^(?:accept|accept-(?:charset|encoding|language)|cache-control|connection|content-length|cookie|dnt|host|if-.*|keep-alive|origin|pragma|priority|proxy-.*|purpose|range|referer|save-data|sec-.*|te|upgrade-insecure-requests|user-agent|via|x-client-data)$/i;

/** The names of what a page set that needs a preflight, in lower case, as far as what was sent tells. */
export const unsafeNamesOf = (headers: Headers): readonly string[] => corsUnsafeRequestHeaderNames(headers.filter(({ name }) => !OWN.test(name)));

/**
 * True where the request was sent across origins in mode "cors", needs a preflight, and none was seen.
 *
 * @param isCorsTainted whether the hop is one that CORS has a say in
 */
export const isPreflightRemembered = ({ method, requestHeaders, preflights }: Hop, isCorsTainted: boolean): boolean => {
  if (!isCorsTainted || preflights.length > 0 || requestHeaders === null) return false;
  if (!isCorsSafelistedMethod(method)) return true;
  return unsafeNamesOf(requestHeaders).length > 0;
};
