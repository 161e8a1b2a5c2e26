/** What has not come about by then never will. */
const PATIENCE_MS = 20_000;
const POLL_MS = 30;

/** Asks again and again until the answer is right, and gives it. A question that cannot be answered yet may reject. */
export const until = async <T>(ask: () => Promise<T> | T, isRight: (answer: T) => boolean, patienceMs = PATIENCE_MS): Promise<T> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let last: unknown;
    try {
      const answer = await ask();
      if (isRight(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`It did not come about: ${isRight}. The last answer: ${last instanceof Error ? last : JSON.stringify(last)}`);
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
};
