/** German: what another answer of the same server carried. */
import { parseUrl } from '../../../../cors/origin.ts';
import type { KnownAnswer } from '../../../known-answers.ts';
import { clip } from '../../text.ts';
import { quoted } from '../quoted.ts';

const PATH_ROOM = 60;

export const isHeld = (other: KnownAnswer | null): string => {
  if (other === null) return 'Andere Antworten dieses Servers erlauben den Origin der Seite.';
  const path = quoted(clip(parseUrl(other.url)?.pathname ?? other.url, PATH_ROOM));
  return other.isPreflight
    ? `Die Antwort dieses Servers auf einen Preflight unter ${path} erlaubt den Origin der Seite.`
    : `Die Antwort dieses Servers unter ${path} (${other.answer.status}) erlaubt den Origin der Seite.`;
};
