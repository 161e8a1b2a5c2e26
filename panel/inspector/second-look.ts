/**
 * Chromium's network log does not tell of a request that ends after it was read for the first time and before it is
 * followed. It is looked at again for what is still in doubt a moment later, and a few times more: on a busy machine it comes late.
 */
import type { Doubt } from '../../src/link/protocol.ts';

/** How long a request is left to itself before each look, in milliseconds. */
const PAUSE_MS = 300;
/** What was not found by then is not in the log: another page's worker asked, for instance. */
const LOOKS_MAX = 4;
/** The log of a long-lived page takes its time to read: no more than one part of so many goes into it. */
const SHARE = 10;

interface SecondLookOptions {
  /** What is in doubt still. */
  readonly openDoubts: () => Promise<readonly Doubt[]>;
  /** Hands on what the log has of these. */
  readonly look: (doubts: readonly Doubt[]) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since any point in time. */
  readonly now: () => number;
}

/** To be called whenever there is something in doubt. Resolves once nothing is that the log may have. */
export const createSecondLook = ({ openDoubts, look, wait, now }: SecondLookOptions): (() => Promise<void>) => {
  /** How often the log was looked at for what is in doubt, by its id. */
  let looks = new Map<string, number>();
  let isLooking = false;

  const lookUntilAllIsKnown = async (): Promise<void> => {
    let pause = PAUSE_MS;
    for (;;) {
      await wait(pause);
      const open = await openDoubts();
      const wanted = open.filter(({ id }) => (looks.get(id) ?? 0) < LOOKS_MAX);
      looks = new Map(open.map(({ id }) => [id, (looks.get(id) ?? 0) + 1]));
      if (wanted.length === 0) return;
      const began = now();
      await look(wanted);
      pause = Math.max(PAUSE_MS, (now() - began) * SHARE);
    }
  };
  return async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await lookUntilAllIsKnown();
    } finally {
      isLooking = false;
    }
  };
};
