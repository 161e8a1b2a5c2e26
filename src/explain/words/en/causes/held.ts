/** English: what another answer of the same server carried. */
import { parseUrl } from '../../../../cors/origin.ts';
import type { KnownAnswer } from '../../../known-answers.ts';
import { clip } from '../../text.ts';
import { quoted } from '../quoted.ts';

const PATH_ROOM = 60;

export const isHeld = (other: KnownAnswer | null): string => {
  if (other === null) return 'Other answers of this server allow the page.';
  const path = quoted(clip(parseUrl(other.url)?.pathname ?? other.url, PATH_ROOM));
  return other.isPreflight
    ? `This server’s answer to a preflight at ${path} allows the page.`
    : `This server’s ${other.answer.status} at ${path} allows the page.`;
};
