/** Names that are nearly right. */

import { distance, nearMiss } from '../../cors/near-miss.ts';
import type { FailureOf, ResponseSeen } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { judgedHeaders } from '../read.ts';

/** The name under which an answer means to send Access-Control-Allow-Origin; null where it does not. */
export const misspelt = (answer: ResponseSeen | null): string | null =>
  judgedHeaders(answer).find(({ name }) => nearMiss(name) === 'Access-Control-Allow-Origin')?.name ?? null;

/** Names shorter than this are too soon alike, and longer ones take too long to compare. */
const LENGTH_MIN = 6;
const LENGTH_MAX = 100;

/** The entry of Access-Control-Allow-Headers that was meant to be this header; null where there is none. */
export const nearlyListed = ({ header, value }: FailureOf<'header-not-allowed'>): string | null => {
  const wanted = header.toLowerCase();
  if (wanted.length < LENGTH_MIN || wanted.length > LENGTH_MAX) return null;
  const isNear = (entry: string): boolean =>
    Math.abs(entry.length - wanted.length) <= 2 && distance(entry.toLowerCase().replaceAll('_', '-'), wanted) <= 2;
  return (
    (value ?? '')
      .split(',', 100)
      .map(entry => entry.trim())
      .find(isNear) ?? null
  );
};

/** The same of a failure's first header that has one. What the page sends under that very name was meant so. */
export const nearEntry = ({ failures, askedHeaders }: Facts): string | null => {
  for (const failure of failures) {
    const near = failure.code === 'header-not-allowed' ? nearlyListed(failure) : null;
    if (near !== null && !askedHeaders.includes(near.toLowerCase())) return near;
  }
  return null;
};
