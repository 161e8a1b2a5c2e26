/** The server says who may load its file (CORP), and the page is not among them. */
import type { Facts } from '../facts.ts';
import type { CauseRule } from './cause.ts';
import { field } from './signs.ts';

/** Other values count as none. */
export const POLICY = /^same-(?:origin|site)$/;

/** A frame is stopped by other headers under the same error: X-Frame-Options, frame-ancestors. */
export const isFrame = ({ exchange }: Facts): boolean =>
  exchange.type === 'sub_frame' || exchange.type === 'main_frame' || exchange.type === 'object';

export const resourcePolicy = {
  code: 'resource-policy',
  kind: 'network',
  find: facts => {
    if (facts.failure.code !== 'blocked-by-corp') return null;
    if (facts.answer === null) return 'likely';
    if (isFrame(facts)) return null;
    return POLICY.test(field(facts, 'cross-origin-resource-policy')) ? 'certain' : null;
  },
} as const satisfies CauseRule;
