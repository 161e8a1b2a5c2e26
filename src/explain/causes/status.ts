/** The status that an answer broke off with: shared by the causes that tell errors apart. */
import type { Facts } from '../facts.ts';

/** The preflight's status where it failed; null where it did not, or none was seen. */
export const preflightStatus = ({ failure, answer }: Facts): number | null =>
  failure.stage === 'preflight' && answer !== null && (answer.status < 200 || answer.status > 299) ? answer.status : null;

/** The status of the answer that lacks its permission; null where it has one. */
export const bareStatus = ({ failure, answer }: Facts): number | null =>
  failure.code === 'allow-origin-missing' || failure.code === 'preflight-status' ? (answer?.status ?? null) : null;

/** Whether the preflight's answer gave no permission of any kind. */
export const isBarePreflight = (facts: Facts): boolean => facts.failure.stage === 'preflight' && bareStatus(facts) !== null;

/** Whether a good answer lacks its permission. */
export const isBareSuccess = (facts: Facts): boolean => (bareStatus(facts) ?? 400) < 400;

/** Bad Gateway, Service Unavailable, Gateway Timeout (RFC 9110, 15.6): what a server answers with for another. */
export const GATEWAY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);
