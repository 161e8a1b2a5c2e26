/** What says that a store of files is set up well, and only this request went wrong: shared by the causes of such stores. */
import type { Facts } from '../facts.ts';
import { allowedElsewhere } from './allowed-elsewhere.ts';
import { isPreflightAllowed } from './caches.ts';
import { bareStatus, GATEWAY_STATUSES } from './status.ts';

/** Whether its configuration is hardly to blame: it allowed the preflight, or the store is overloaded, or has other files for this page and not this one. */
export const isSetUp = (facts: Facts): boolean => {
  const status = bareStatus(facts) ?? 0;
  if (GATEWAY_STATUSES.has(status)) return true;
  if (facts.failure.stage !== 'response') return false;
  return isPreflightAllowed(facts) || (status === 404 && allowedElsewhere(facts) !== null);
};
