import { describe, expect, it } from 'vitest';
import { createFrameQuestions } from '../../panel/inspector/frame-questions.ts';
import type { FromBackground, ToBackground } from '../../src/link/protocol.ts';

const open = () => {
  const sent: ToBackground[] = [];
  const overdue: (() => void)[] = [];
  let tell = (_: FromBackground): void => {};
  const ask = createFrameQuestions(
    {
      send: message => void sent.push(message),
      onMessage: listener => {
        tell = listener;
      },
      onOpen: () => {},
      close: () => {},
    },
    run => void overdue.push(run),
  );
  return { ask, sent, overdue, tell: (message: FromBackground) => tell(message) };
};
const answers = (id: number, answer: string): FromBackground => ({ type: 'answers', id, answers: [{ frameId: 0, answer }] });

describe('a question to the frames', () => {
  it('gets its own answer, whichever comes first', async () => {
    const { ask, sent, tell } = open();
    const [first, second] = [ask(null), ask(['http://api.test/'])];
    tell(answers(2, 'second'));
    tell(answers(1, 'first'));
    expect([await first, await second]).toEqual([[{ frameId: 0, answer: 'first' }], [{ frameId: 0, answer: 'second' }]]);
    expect(sent).toEqual([
      { type: 'ask', id: 1, urls: null },
      { type: 'ask', id: 2, urls: ['http://api.test/'] },
    ]);
  });

  it('has no answer where none comes in time', async () => {
    const { ask, overdue, tell } = open();
    const question = ask(null);
    for (const run of overdue) run();
    tell(answers(1, 'late'));
    expect(await question).toEqual([]);
  });
});
