/** The status that an answer broke off with: shared by the causes that tell errors apart. */
import type { Facts } from '../facts.ts';
import { has } from './signs.ts';

/** The preflight's status where it failed; null where it did not, or none was seen. */
export const preflightStatus = ({ failure, answer }: Facts): number | null =>
  failure.stage === 'preflight' && answer !== null && (answer.status < 200 || answer.status > 299) ? answer.status : null;

/** The preflight's status where it is an error, which no header makes up for; null elsewhere. */
export const preflightError = (facts: Facts): number | null => {
  const status = preflightStatus(facts);
  return status !== null && status >= 400 ? status : null;
};

/** The status of the answer that gives no permission, or whose status alone makes it none; null where the failure is another. */
export const bareStatus = (facts: Facts): number | null => {
  const { failure, answer } = facts;
  if (failure.code === 'allow-origin-missing' || failure.code === 'preflight-status') return answer?.status ?? null;
  return preflightError(facts);
};

/** The status of an error that gives no permission at all; null where it is none, or allows the page's origin and fails by its status alone. */
export const errorStatus = (facts: Facts): number | null => {
  const status = facts.failure.code === 'allow-origin-missing' ? bareStatus(facts) : null;
  return status !== null && status >= 400 ? status : null;
};

/** The same of the request's own answer: a preflight that is an error fails with permission, too. */
export const requestErrorStatus = (facts: Facts): number | null => (facts.failure.stage === 'preflight' ? null : errorStatus(facts));

/** Whether the preflight's answer gave no permission of any kind. */
export const isBarePreflight = (facts: Facts): boolean => facts.failure.stage === 'preflight' && bareStatus(facts) !== null;

/** Whether a good answer lacks its permission. */
export const isBareSuccess = (facts: Facts): boolean => (bareStatus(facts) ?? 400) < 400;

/** Whether the application itself says that it is closed, and no gateway before it. */
export const isMaintenance = (facts: Facts): boolean => bareStatus(facts) === 503 && has(facts, 'x-powered-by');

/** Bad Gateway, Service Unavailable, Gateway Timeout (RFC 9110, 15.6), and Cloudflare's own: what a server answers with for another. */
export const GATEWAY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530]);
