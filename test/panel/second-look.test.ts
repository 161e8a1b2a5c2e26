import { describe, expect, it } from 'vitest';
import { createSecondLook } from '../../panel/inspector/second-look.ts';
import type { Doubt } from '../../src/link/protocol.ts';

const PAUSE = 300;

/** What is in doubt each time it is asked for, by id, and how long each look takes. */
const open = (rounds: readonly string[], lookMs = 0) => {
  const steps: string[] = [];
  const ids = [...rounds];
  let clock = 0;
  const secondLook = createSecondLook({
    openDoubts: async () => (ids.shift() ?? '').split('').map((id): Doubt => ({ id, url: `https://api.test/${id}` })),
    look: async doubts => {
      steps.push(doubts.map(({ id }) => id).join(''));
      clock += lookMs;
    },
    wait: async milliseconds => {
      steps.push(`${milliseconds} ms`);
    },
    now: () => clock,
  });
  return { steps, secondLook, isUsedUp: () => ids.length === 0 };
};

describe('a second look at the log', () => {
  it.each([
    ['is not taken where all is known by then', [''], 0, [PAUSE]],
    ['is taken for what is in doubt still', ['a', ''], 0, [PAUSE, 'a', PAUSE]],
    ['is taken four times for what is not found', ['a', 'a', 'a', 'a', 'a'], 0, [PAUSE, 'a', PAUSE, 'a', PAUSE, 'a', PAUSE, 'a', PAUSE]],
    ['goes on for what came later', ['a', 'ab', 'ab', 'ab', 'ab', 'ab'], 0, [PAUSE, 'a', PAUSE, 'ab', PAUSE, 'ab', PAUSE, 'ab', PAUSE, 'b', PAUSE]],
    ['waits the longer the longer it takes', ['a', ''], 40, [PAUSE, 'a', 400]],
  ])('%s', async (_, rounds, lookMs, steps) => {
    const look = open(rounds, lookMs);
    await look.secondLook();
    expect([look.steps, look.isUsedUp()]).toEqual([steps.map(step => (typeof step === 'number' ? `${step} ms` : step)), true]);
  });

  it('is one, however often it is called for', async () => {
    const { steps, secondLook } = open(['a', '']);
    await Promise.all([secondLook(), secondLook()]);
    expect(steps).toEqual(['300 ms', 'a', '300 ms']);
  });

  it('is taken the next time although one failed', async () => {
    const looked: string[] = [];
    const secondLook = createSecondLook({
      openDoubts: async () => (looked.length < 2 ? [{ id: 'a', url: 'https://api.test/a' }] : []),
      look: async () => {
        looked.push('a');
        if (looked.length === 1) throw new Error('The tools were closed.');
      },
      wait: async () => undefined,
      now: () => 0,
    });
    await expect(secondLook()).rejects.toThrow('closed');
    await secondLook();
    expect(looked).toEqual(['a', 'a']);
  });

  it('is not taken again for what was given up', async () => {
    const { steps, secondLook } = open(['a', 'a', 'a', 'a', 'a', 'ab', 'a']);
    await secondLook();
    steps.length = 0;
    await secondLook();
    expect(steps).toEqual(['300 ms', 'b', '300 ms']);
  });
});
