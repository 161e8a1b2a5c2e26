/** Which exchanges a trial may have had a hand in. */
import type { Exchange, Trial } from '../model.ts';

/** Whether the trial, which is on, has changed an answer of this exchange, or may yet. */
export const isTouched = ({ tabId, type, endedAt, hops }: Exchange, trial: Trial): boolean => {
  if (tabId !== trial.tabId || type !== trial.plan.type || (endedAt !== null && endedAt < trial.startedAt)) return false;
  const urls = new Set(trial.plan.answers.map(({ url }) => url));
  return hops.some(({ url }) => urls.has(url));
};
