/** German: the likely reason behind a broken rule, and where to look. */
import type { Words } from '../words.ts';
import { cacheCauses } from './causes/cache.ts';
import { errorCauses } from './causes/error.ts';
import { networkCauses } from './causes/network.ts';
import { pageCauses } from './causes/page.ts';
import { platformCauses } from './causes/platform.ts';
import { preflightCauses } from './causes/preflight.ts';
import { redirectCauses } from './causes/redirect.ts';
import { valueCauses } from './causes/value.ts';

export const causes: Words['causes'] = {
  ...redirectCauses,
  ...preflightCauses,
  ...errorCauses,
  ...valueCauses,
  ...cacheCauses,
  ...pageCauses,
  ...platformCauses,
  ...networkCauses,
};
