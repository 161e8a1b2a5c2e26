/** How much a page without an origin of its own explains: shared by the causes that tell why it has none. */
import type { Cause } from '../../model.ts';
import type { Facts } from '../facts.ts';
import { allowedElsewhere } from './allowed-elsewhere.ts';
import { preflightError } from './status.ts';

/** null where the failure is another, or where the server lets everybody in elsewhere. An error would fail a page with an origin, too. */
export const namelessness = (facts: Facts): Cause['confidence'] | null => {
  const { failure, answer } = facts;
  if (!/^allow-(?:origin|credentials)-/.test(failure.code)) return null;
  if (preflightError(facts) !== null) return 'possible';
  if (failure.code !== 'allow-origin-missing') return 'likely';
  if (allowedElsewhere(facts) !== null) return null;
  return (answer?.status ?? 0) >= 400 ? 'possible' : 'likely';
};
