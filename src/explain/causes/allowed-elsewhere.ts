/** What the same server let this page read elsewhere in the recording. */
import { parseUrl } from '../../cors/origin.ts';
import type { ResponseSeen } from '../../model.ts';
import type { Facts } from '../facts.ts';
import type { KnownAnswer } from '../known-answers.ts';
import { fieldOf, judgedHeaders } from '../read.ts';

export const pathOf = (url: string): string => parseUrl(url)?.pathname ?? url;

/** A good answer that names this page, or everybody, where that counts (no credentials); one of the same path first, and none of a preflight where there is another. null without any. */
export const allowedElsewhere = (facts: Facts): KnownAnswer | null => {
  const path = pathOf(facts.hop.url);
  const allowed = facts.credentials.value === 'include' ? [facts.origin] : [facts.origin, '*'];
  const rank = ({ url, isPreflight }: KnownAnswer): number => (pathOf(url) === path ? 0 : 1) + (isPreflight ? 2 : 0);
  return facts
    .others()
    .filter(({ answer }) => answer.status < 400 && allowed.includes(fieldOf(answer, 'access-control-allow-origin') ?? ''))
    .reduce<KnownAnswer | null>((best, other) => (best === null || rank(other) < rank(best) ? other : best), null);
};

/** What says something of the content, of the connection or of one request, and not of a configuration. */
const OF_CONTENT =
  /^(?:accept-ranges|access-control-.*|age|allow|alt-svc|cache-control|cf-.*|connection|content-(?:disposition|encoding|language|length|location|md5|range|type)|date|etag|expires|keep-alive|last-modified|link|location|nel|pragma|(?:x-)?ratelimit.*|report-to|retry-after|server|server-timing|set-cookie|transfer-encoding|vary|via|www-authenticate|x-(?:.*id|cache|powered-by|ratelimit.*|response-time|runtime|total.*|varnish))$/i;

/** Names of what a configuration added to this answer and not to the other one. */
export const addedTo = ({ answer }: Facts, other: ResponseSeen): readonly string[] =>
  judgedHeaders(answer)
    .map(({ name }) => name)
    .filter(name => !OF_CONTENT.test(name) && fieldOf(other, name) === null);
