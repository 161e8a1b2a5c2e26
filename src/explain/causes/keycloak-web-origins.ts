/** The page’s origin is not among the client’s web origins. */
import type { CauseRule } from './cause.ts';

export const keycloakWebOrigins = {
  code: 'keycloak-web-origins',
  kind: 'platform',
  find: ({ failure, hop }) => (failure.code === 'allow-origin-missing' && /^[^?#]*\/realms\/[^/?#]+\//.test(hop.url) ? 'likely' : null),
} as const satisfies CauseRule;
