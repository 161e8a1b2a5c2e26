/** An extension of this browser changed the headers that the server sent. */
import type { ResponseSeen } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { recordOf } from '../failures.ts';
import { corsLinesOf } from '../read.ts';
import type { CauseRule } from './cause.ts';

/** Those of one header. */
const linesOf = (answer: ResponseSeen, name: string): string =>
  corsLinesOf(answer)
    .map(line => line.toLowerCase())
    .filter(line => line.startsWith(`${name.toLowerCase()}:`))
    .toSorted()
    .join('\n');

/** Whether the browser judged a header of CORS that is not the server's, and refused it. What a trial of a fix changed is no extension's. */
const isRewritten = ({ answer, exchange, failure }: Facts): boolean => {
  const { header } = recordOf(failure);
  if (answer?.delivered == null || exchange.isTried === true || header?.startsWith('Access-Control-') !== true) return false;
  return linesOf(answer, header) !== linesOf({ ...answer, delivered: null }, header);
};

export const extensionRewritesHeaders = {
  code: 'extension-rewrites-headers',
  kind: 'network',
  responsible: 'extension',
  find: facts => (isRewritten(facts) ? 'certain' : null),
} as const satisfies CauseRule;
