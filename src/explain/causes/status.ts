/** The status that an answer broke off with: shared by the causes that tell errors apart. */
import type { Facts } from '../facts.ts';

/** The preflight's status where it failed; null where it did not, or none was seen. */
export const preflightStatus = ({ failure, answer }: Facts): number | null =>
  failure.stage === 'preflight' && answer !== null && (answer.status < 200 || answer.status > 299) ? answer.status : null;

/** The status of the answer that lacks its permission; null where it has one. */
export const bareStatus = ({ failure, answer }: Facts): number | null =>
  failure.code === 'allow-origin-missing' || failure.code === 'preflight-status' ? (answer?.status ?? null) : null;
