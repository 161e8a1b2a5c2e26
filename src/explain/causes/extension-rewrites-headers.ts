/** An extension of this browser changed the headers that the server sent. */
import type { ResponseSeen } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { recordOf } from '../failures.ts';
import { corsLinesOf } from '../read.ts';
import type { CauseRule } from './cause.ts';

const linesOf = (answer: ResponseSeen): string =>
  corsLinesOf(answer)
    .map(line => line.toLowerCase())
    .toSorted()
    .join('\n');

/** Whether the browser judged headers of CORS that are not the server's, and refused them. What a trial of a fix changed is no extension's. */
const isRewritten = ({ answer, exchange, failure }: Facts): boolean =>
  answer?.delivered != null &&
  exchange.isTried !== true &&
  recordOf(failure).header?.startsWith('Access-Control-') === true &&
  linesOf(answer) !== linesOf({ ...answer, delivered: null });

export const extensionRewritesHeaders = {
  code: 'extension-rewrites-headers',
  kind: 'network',
  responsible: 'extension',
  find: facts => (isRewritten(facts) ? 'certain' : null),
} as const satisfies CauseRule;
