import { originOfUrl } from '../cors/origin.ts';
import type { Exchange, Fix, Verdict } from '../model.ts';
import { changedHops, type Policy, policyOf } from './policy.ts';

/** A server whose answers a fix changes. */
export interface ServerPolicy {
  /** Its origin. */
  readonly server: string;
  /** The first hop of those that it answered. */
  readonly hop: number;
  /** null where no configuration of CORS can say what it has to allow. */
  readonly policy: Policy | null;
}

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])];

const both = (a: Policy, b: Policy): Policy => ({
  origins: union(a.origins, b.origins),
  methods: union(a.methods, b.methods),
  headers: union(a.headers, b.headers),
  exposed: union(a.exposed, b.exposed),
  credentials: a.credentials || b.credentials,
});

/** Every server of the chain of redirects whose answers the fix changes, in the order of the chain. */
export const policiesOf = (exchange: Exchange, verdict: Verdict, fix: Fix): readonly ServerPolicy[] => {
  const servers = new Map<string, ServerPolicy>();
  for (const hop of changedHops(fix)) {
    const server = originOfUrl(fix.requests[hop]?.url ?? '');
    const policy = policyOf(exchange, verdict, fix, hop);
    const known = servers.get(server);
    if (known === undefined) servers.set(server, { server, hop, policy });
    else servers.set(server, { ...known, policy: known.policy && policy && both(known.policy, policy) });
  }
  return [...servers.values()];
};
