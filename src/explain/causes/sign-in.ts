/** Whether a request carries what tells the server who the user is. */
import type { Facts } from '../facts.ts';

/** Names of headers, and of parts of a query; not those of tokens against forged requests. */
const TELLS_USER = /^(?:cookie|authorization)$|api-?key|\bjwt\b|(?<![cx]srf-?)token|\bauth\b|session/i;
const IN_QUERY = /[?&](?:access_token|api_?key|auth|key|sig|signature|token|x-amz-signature|x-goog-signature)=/i;

/** Names are short: a longer one is none of these. */
const NAME_MAX = 100;

/** null where its headers were never seen. */
export const hasSignIn = ({ hop }: Facts): boolean | null =>
  hop.requestHeaders && (IN_QUERY.test(hop.url) || hop.requestHeaders.some(({ name }) => name.length <= NAME_MAX && TELLS_USER.test(name)));
