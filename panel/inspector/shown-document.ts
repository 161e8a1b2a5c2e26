/** Which document the inspected tab shows, asked of the page itself. */
import type { ShownDocument } from '../../src/link/protocol.ts';

const URL_MAX = 8_192;

const EXPRESSION = '[location.href, performance.timeOrigin]';

/**
 * Chromium tells of a navigation before the new document can be asked for anything. How long to wait before each new
 * attempt, in milliseconds: a page that does not answer by then (a PDF, a crash) never will.
 */
const PAUSES_MS = [10, 20, 40, 80, 160, 320, 640];

interface Options {
  /** Undefined where the page cannot be asked. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly now: () => number;
  readonly later?: (run: () => void, milliseconds: number) => void;
}

/**
 * Asks the page. One that does not answer has no URL, and counts as new. It may answer anything. Gives null where it was
 * asked again meanwhile: the later answer is then the one that counts.
 */
export const createShownDocumentReader = ({ evaluate, now, later = setTimeout }: Options): (() => Promise<ShownDocument | null>) => {
  let asked = 0;
  return async () => {
    const turn = ++asked;
    const askedAt = now();
    let answer = await evaluate(EXPRESSION);
    for (const pause of PAUSES_MS) {
      if (answer !== undefined || turn !== asked) break;
      await new Promise<void>(resolve => later(resolve, pause));
      answer = await evaluate(EXPRESSION);
    }
    if (turn !== asked) return null;
    const [url, startedAt] = Array.isArray(answer) ? answer : [];
    return {
      url: typeof url === 'string' ? url.slice(0, URL_MAX) : '',
      startedAt: typeof startedAt === 'number' && startedAt > 0 ? startedAt : askedAt,
    };
  };
};
