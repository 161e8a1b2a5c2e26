import type { Verdict } from '../../src/model.ts';

/** How the tab sorts exchanges; `blocked` also holds those that failed for another reason than CORS. */
export type Standing = 'blocked' | 'allowed' | 'pending' | 'cancelled' | 'unknown';

export function standingOf(verdict: Verdict): Standing {
  const { result } = verdict.outcome;
  return result === 'unknown' && verdict.failures.length > 0 ? 'blocked' : result;
}
