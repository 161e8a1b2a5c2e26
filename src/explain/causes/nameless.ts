/** How much a page without an origin of its own explains: shared by the causes that tell why it has none. */
import type { Cause } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { allowedElsewhere } from './allowed-elsewhere.ts';
import { errorStatus, preflightError } from './status.ts';

/** null where the failure is another, or where the server lets everybody in elsewhere. An error would fail a page with an origin, too. */
export const namelessness = (facts: Facts): Cause['confidence'] | null => {
  const { failure } = facts;
  if (!/^allow-(?:origin|credentials)-/.test(failure.code)) return null;
  if (failure.code === 'allow-origin-missing' && allowedElsewhere(facts) !== null) return null;
  return errorStatus(facts) !== null || preflightError(facts) !== null ? 'possible' : 'likely';
};
