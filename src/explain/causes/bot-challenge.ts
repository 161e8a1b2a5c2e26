/** A firewall or a bot check answers in the place of the server. */
import { knowsCors } from './caches.ts';
import type { CauseRule } from './cause.ts';
import { field, has, isPage, serverIs } from './signs.ts';
import { bareStatus } from './status.ts';

const FIREWALLS = /^(?:cloudflare|akamaighost|sucuri|imperva|incapsula|ddos-guard)\b/i;

export const botChallenge = {
  code: 'bot-challenge',
  kind: 'preflight',
  responsible: 'gateway',
  find: facts => {
    const status = bareStatus(facts) ?? 0;
    if (field(facts, 'cf-mitigated') !== '' || field(facts, 'x-amzn-waf-action') !== '') return status === 0 ? null : 'certain';
    if ((status !== 403 && status !== 429 && status !== 503) || knowsCors(facts.answer)) return null;
    if (!serverIs(facts, FIREWALLS) && !has(facts, 'x-sucuri-id') && !has(facts, 'x-iinfo')) return null;
    // These mark the server's own answers just the same; Cloudflare's cache says so of those that it asked for.
    return isPage(facts) && status === 403 && !has(facts, 'cf-cache-status') ? 'likely' : 'possible';
  },
} as const satisfies CauseRule;
