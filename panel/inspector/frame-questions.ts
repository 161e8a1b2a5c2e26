/**
 * Questions to the inspected page and its frames, by way of the background: in Firefox, DevTools pages lose the page on the
 * way from one to the next (`inspectedWindow.eval` then fails for as long as the tab stays in its process).
 */
import type { FrameAnswer, FromBackground, Line, ToBackground } from '../../src/link/protocol.ts';

/** A page that has not answered within this many milliseconds is busy, or has gone. */
const ANSWER_WITHIN_MS = 1_000;

/** Asks every frame for its timings of these URLs; null asks the page which document it shows. No answers where none came in time. */
export type AskFrames = (urls: readonly string[] | null) => Promise<readonly FrameAnswer[]>;

export const createFrameQuestions = (
  line: Line<ToBackground, FromBackground>,
  later: (run: () => void, milliseconds: number) => void = setTimeout,
): AskFrames => {
  const waiting = new Map<number, (answers: readonly FrameAnswer[]) => void>();
  let asked = 0;
  const settle = (id: number, answers: readonly FrameAnswer[]): void => {
    waiting.get(id)?.(answers);
    waiting.delete(id);
  };
  line.onMessage(message => {
    if (message.type === 'answers') settle(message.id, message.answers);
  });
  return urls =>
    new Promise(resolve => {
      const id = ++asked;
      waiting.set(id, resolve);
      later(() => settle(id, []), ANSWER_WITHIN_MS);
      line.send({ type: 'ask', id, urls });
    });
};
