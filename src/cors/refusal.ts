import type { Failure } from '../model.ts';
import type { Chain } from './chain.ts';
import { ENGINES, type Engine } from './engines.ts';
import { failuresByRules } from './judge.ts';
import { networkFailure } from './network-failure.ts';

const NO_FAILURES: readonly Failure[] = [];

/** What stopped an exchange that the browser `engine` refused, by the rules as `by` has them; never empty where that is the same. */
export function failuresOfRefusal(chain: Chain, engine: Engine, includesCredentials: boolean, by: Engine): readonly Failure[] {
  const { exchange } = chain;
  const rules = failuresByRules(chain, includesCredentials, ENGINES[by]).map(failure =>
    failure.code === 'redirect-malformed' ? { ...failure, error: exchange.error ?? '' } : failure,
  );
  const network = networkFailure(chain, engine);
  if (network?.code === 'mixed-content') return [network];
  // The network stack itself stops some redirects, with an error that names no reason.
  if (network !== null && !rules.some(({ code }) => STOPPED_REDIRECTS.has(code))) return [...rules, network];
  if (rules.length > 0) return rules;
  // Whatever it was is known of the engine alone that refused.
  if (by !== engine) return NO_FAILURES;
  return [{ code: 'unexplained', error: exchange.error ?? '', ...placeOfEnd(chain) }];
}

const STOPPED_REDIRECTS: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'redirect-scheme',
  'redirect-malformed',
  'redirect-insecure',
  'preflight-redirect',
]);

/** What would have stopped an exchange, had the page asked in mode "no-cors". */
export function failuresInAnyMode(chain: Chain, engine: Engine): readonly Failure[] {
  const network = networkFailure(chain, engine);
  return network === null ? failuresByRules(chain, false, ENGINES[engine]).filter(({ code }) => STOPPED_REDIRECTS.has(code)) : [network];
}

function placeOfEnd({ exchange }: Chain): Pick<Failure, 'stage' | 'hop'> {
  const hop = Math.max(0, exchange.hops.length - 1);
  const last = exchange.hops[hop];
  if (last?.response != null) return { stage: 'response', hop };
  return { stage: last !== undefined && last.preflights.length > 0 ? 'preflight' : 'network', hop };
}
