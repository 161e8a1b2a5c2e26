/** The page’s origin is not among the client’s web origins. */
import type { CauseRule } from './cause.ts';
import { isPage } from './signs.ts';
import { bareStatus, GATEWAY_STATUSES } from './status.ts';

export const keycloakWebOrigins = {
  code: 'keycloak-web-origins',
  kind: 'platform',
  find: facts => {
    // It answers every preflight with the origin that asks, whatever the client.
    if (facts.failure.stage === 'preflight' || facts.failure.code !== 'allow-origin-missing') return null;
    if (!/^[^?#]*\/realms\/[^/?#]+\//.test(facts.hop.url)) return null;
    const status = bareStatus(facts) ?? 0;
    if (status === 404 || GATEWAY_STATUSES.has(status)) return null;
    if (status === 405 || status >= 500) return 'possible';
    // The pages for signing in and out are for people, and no setting opens them to code.
    return isPage(facts) && /^[^?#]*\/protocol\/openid-connect\/(?:auth|logout)\b/.test(facts.hop.url) ? null : 'likely';
  },
} as const satisfies CauseRule;
