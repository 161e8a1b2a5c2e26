/** Google Apps Script, which answers no preflight (https://developers.google.com/apps-script/guides/web: doGet and doPost). */
import type { CauseRule } from './cause.ts';
import { hostIs } from './signs.ts';

export const appsScript = {
  code: 'apps-script',
  kind: 'platform',
  responsible: 'page',
  find: facts => (facts.failure.stage === 'preflight' && hostIs(facts, /^script\.google\.com$/i) ? 'likely' : null),
} as const satisfies CauseRule;
