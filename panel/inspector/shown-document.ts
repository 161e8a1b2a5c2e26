/** Which document the inspected tab shows, asked of the page itself. */
import type { ShownDocument } from '../../src/link/protocol.ts';

const URL_MAX = 8_192;

const EXPRESSION = '[location.href, performance.timeOrigin]';

/** A page that cannot be asked (about:, a PDF, a crash) has no URL, and counts as a new one each time. The page may answer anything. */
export const readShownDocument = async (evaluate: (expression: string) => Promise<unknown>, now: () => number): Promise<ShownDocument> => {
  const answer = await evaluate(EXPRESSION);
  const [url, startedAt] = Array.isArray(answer) ? answer : [];
  return {
    url: typeof url === 'string' ? url.slice(0, URL_MAX) : '',
    startedAt: typeof startedAt === 'number' && startedAt > 0 ? startedAt : now(),
  };
};
