/** Which document the inspected tab shows, asked of the page itself. */
import type { ShownDocument } from '../../src/model.ts';

const URL_MAX = 8_192;

/**
 * Chromium tells of a navigation before the new document can be asked for anything. How long to wait before each new
 * attempt, in milliseconds: a page that does not answer by then (about:blank and data: in Chromium, a PDF in Firefox, a
 * crash) never will.
 */
const PAUSES_MS = [10, 20, 40, 80, 160, 320, 640];

/** In Chromium a page may leave the question open, in milliseconds, for as long as the tab waits for the next page. */
const ANSWER_WITHIN_MS = 500;

interface Options {
  /** What `readDocument` gives in the page; undefined where it cannot be asked. */
  readonly ask: () => Promise<unknown>;
  readonly now: () => number;
  readonly later?: (run: () => void, milliseconds: number) => void;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const readAnswer = (answer: unknown): ShownDocument | null => {
  const [url, startedAt, answerUrl, isControlled] = Array.isArray(answer) ? answer : [];
  if (typeof url !== 'string' || typeof startedAt !== 'number' || !(startedAt > 0)) return null;
  return {
    url: url.slice(0, URL_MAX),
    startedAt,
    ...(isText(answerUrl) ? { answerUrl: answerUrl.slice(0, URL_MAX) } : {}),
    ...(isControlled === true ? { isControlled } : {}),
  };
};

/**
 * Asks the page. `address` is where the tab has just gone, by the browser's word: all that is known of a page that does not
 * answer, which counts as one document until the next address. A page may answer anything. Gives null where it was asked
 * again meanwhile: the later answer is then the one that counts, and a page that is being left may never give one.
 */
export const createShownDocumentReader = ({
  ask: askPage,
  now,
  later = setTimeout,
}: Options): ((address?: string) => Promise<ShownDocument | null>) => {
  let asked = 0;
  let told: ShownDocument = { url: '', startedAt: now() };
  /** What is known since the last address: what a page answered once stays so where it does not answer again. */
  let known: ShownDocument | null = null;
  let giveUp = (): void => undefined;
  return async address => {
    const turn = ++asked;
    giveUp();
    const isAskedAgain = new Promise<void>(resolve => {
      giveUp = resolve;
    });
    const wait = (milliseconds: number): Promise<void> => new Promise(resolve => later(resolve, milliseconds));
    const ask = (): Promise<unknown> => Promise.race([askPage(), isAskedAgain, wait(ANSWER_WITHIN_MS)]);
    if (address !== undefined) {
      told = { url: address.slice(0, URL_MAX), startedAt: now() };
      known = null;
    }
    if (known === told) return told;
    let answer = await ask();
    for (const pause of PAUSES_MS) {
      if (answer !== undefined || known || turn !== asked) break;
      await wait(pause);
      answer = await ask();
    }
    if (turn !== asked) return null;
    known = readAnswer(answer) ?? known ?? told;
    return known;
  };
};
