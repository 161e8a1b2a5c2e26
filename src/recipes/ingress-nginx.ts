/** Annotations: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { joined, lines, methodsOf } from './text.ts';

/** What it takes for an origin. One that it does not take, it reads as "*". */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?$/;

const annotation = (name: string, value: string): string => `    nginx.ingress.kubernetes.io/${name}: "${value}"`;

export const ingressNginx = {
  id: 'ingress-nginx',
  name: 'Kubernetes ingress-nginx',
  family: 'platform',
  render: (policy, comments) => {
    const others = policy.origins.filter(origin => !ORIGIN.test(origin));
    if (others.length > 0) return `# ${comments.ingressOrigin(joined(others))}`;
    return lines(
      `# ${comments.ingress}`,
      'metadata:',
      '  annotations:',
      annotation('enable-cors', 'true'),
      annotation('cors-allow-origin', joined(policy.origins)),
      annotation('cors-allow-methods', joined(methodsOf(policy))),
      // Left out, each of these means more than nothing.
      annotation('cors-allow-headers', joined(policy.headers.length > 0 ? policy.headers : ['Accept'])),
      annotation('cors-allow-credentials', String(policy.credentials)),
      policy.exposed.length > 0 && annotation('cors-expose-headers', joined(policy.exposed)),
      annotation('cors-max-age', String(MAX_AGE)),
    );
  },
} as const satisfies Recipe;
