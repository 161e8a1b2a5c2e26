/** What every readable export says of a failure. */
import type { ReportFailure } from '../model.ts';
import { additionsOf } from './additions.ts';
import type { Notation } from './notation.ts';

export const countSeen = (failure: ReportFailure): number => failure.occurrences.length + additionsOf(failure).occurrencesLeftOut;

export function timesSeen(failure: ReportFailure, { code, words }: Notation): string {
  const { occurrences } = failure;
  const first = code(occurrences[0]?.startedAt ?? '');
  const count = countSeen(failure);
  return count === 1 ? words.failure.seenOnce(first) : words.failure.seenOften(count, first, code(occurrences.at(-1)?.startedAt ?? ''));
}

/** Whether a URL is a clause of a standard, the one kind of address that is made a link. */
export function isClause(spec: string): boolean {
  return /^https:\/\/[a-z.-]+\/[\w./#-]*$/i.test(spec);
}
