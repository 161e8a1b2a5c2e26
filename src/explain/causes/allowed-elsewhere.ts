/** What the same server let this page read elsewhere in the recording. */
import { parseUrl } from '../../cors/origin.ts';
import type { ResponseSeen } from '../../model.ts';
import type { Facts } from '../facts.ts';
import type { KnownAnswer } from '../known-answers.ts';
import { fieldOf, judgedHeaders } from '../read.ts';

const pathOf = (url: string): string => parseUrl(url)?.pathname ?? url;

/** A good answer that names this page, or everybody; one of the same path first, and none of a preflight where there is another. null without any. */
export const allowedElsewhere = (facts: Facts): KnownAnswer | null => {
  const path = pathOf(facts.hop.url);
  const rank = ({ url, isPreflight }: KnownAnswer): number => (pathOf(url) === path ? 0 : 1) + (isPreflight ? 2 : 0);
  return facts
    .others()
    .filter(({ answer }) => answer.status < 400 && [facts.origin, '*'].includes(fieldOf(answer, 'access-control-allow-origin') ?? ''))
    .reduce<KnownAnswer | null>((best, other) => (best === null || rank(other) < rank(best) ? other : best), null);
};

/** What says something of the content, or of the connection, and not of a configuration. */
const OF_CONTENT =
  /^(?:accept-ranges|age|connection|content-(?:disposition|encoding|language|length|location|range|type)|date|etag|keep-alive|last-modified|location|server|set-cookie|transfer-encoding|vary|via|x-.*id)$/i;

/** Names of what a configuration added to this answer and not to the other one. */
export const addedTo = ({ answer }: Facts, other: ResponseSeen): readonly string[] =>
  judgedHeaders(answer)
    .map(({ name }) => name)
    .filter(name => !OF_CONTENT.test(name) && fieldOf(other, name) === null);
