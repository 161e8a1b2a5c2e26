/** An nginx location that adds a header of its own has lost those that were added around it. */

import { addedTo, allowedElsewhere } from './allowed-elsewhere.ts';
import type { CauseRule } from './cause.ts';
import { isNginx, isOfApplication } from './signs.ts';
import { bareStatus } from './status.ts';

export const nginxInheritance = {
  code: 'nginx-inheritance',
  kind: 'error',
  find: facts => {
    const status = bareStatus(facts);
    if (status === null || status >= 300 || !isNginx(facts.answer)) return null;
    const other = allowedElsewhere(facts);
    if (other === null || !isNginx(other.answer) || addedTo(facts, other.answer).length === 0) return null;
    return isOfApplication(other.answer) ? 'possible' : 'likely';
  },
} as const satisfies CauseRule;
