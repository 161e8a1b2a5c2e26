/** The rules of src/cors against the standard transcribed, on random exchanges: both must stop at the same place for the same reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules, evaluate } from '../src/cors/evaluate.ts';
import { corsUnsafeRequestHeaderNames } from '../src/cors/safelist.ts';
import type { FailureCode } from '../src/model.ts';
import { playScenario, type Scenario, plainScenarios as scenarios } from './differential/scenarios.ts';
import { type Step, unsafeNames } from './oracle.ts';
import { toExchange, toHeaders } from './oracle-exchange.ts';

const RUNS = 100_000;

const CHECKS: readonly FailureCode[] = [
  'allow-origin-missing',
  'allow-origin-wildcard-with-credentials',
  'allow-origin-multiple',
  'allow-origin-invalid',
  'allow-origin-mismatch',
  'allow-credentials-missing',
  'allow-credentials-invalid',
];
/** A preflight's redirect is told before anything else: no header could help it. */
const CODES = {
  'cors-check': [...CHECKS, 'preflight-redirect'],
  'preflight-status': ['preflight-status', 'preflight-redirect'],
  'preflight-methods-unreadable': ['allow-methods-invalid'],
  'preflight-headers-unreadable': ['allow-headers-invalid'],
  'preflight-method': ['method-not-allowed'],
  'preflight-header': ['header-not-allowed'],
  'redirect-location': ['redirect-malformed'],
  'redirect-scheme': ['redirect-scheme'],
  'redirect-count': ['too-many-redirects'],
  'redirect-userinfo': ['redirect-with-userinfo'],
} as const satisfies Record<Step, readonly FailureCode[]>;

const check = (property: (scenario: Scenario) => void, runs: number): void => {
  fc.assert(fc.property(scenarios, property), { numRuns: runs });
};

describe('the rules, held against the standard', () => {
  it('break where it stops, first for the same reason', () => {
    check(scenario => {
      const verdict = playScenario(scenario);
      const failures = brokenRules(toExchange(scenario, verdict), 'chromium', scenario.asked.credentials);
      const { stoppedAt } = verdict;
      if (stoppedAt === null) {
        expect(failures).toEqual([]);
        return;
      }
      const [first] = failures;
      expect(CODES[stoppedAt.step] as readonly (FailureCode | undefined)[]).toContain(first?.code);
      expect([first?.hop, first?.stage === 'preflight']).toEqual([stoppedAt.hop, stoppedAt.isPreflight]);
    }, RUNS);
  });

  it('are never said to be broken where the page got its answer', () => {
    check(scenario => {
      const verdict = playScenario(scenario);
      const { outcome, failures, disagreement } = evaluate(toExchange(scenario, verdict), 'chromium');
      expect([outcome.result, failures.length > 0, disagreement]).toEqual(
        verdict.stoppedAt === null ? ['allowed', false, null] : ['blocked', true, null],
      );
    }, RUNS / 4);
  });

  it('know what a page asked with, or say that they assume it', () => {
    check(scenario => {
      const verdict = playScenario(scenario);
      const { credentials, origin, mode } = evaluate(toExchange(scenario, verdict), 'chromium');
      const isIncluded = scenario.asked.credentials === 'include';
      if (credentials.basis !== 'assumed') expect(credentials.value === 'include').toBe(isIncluded);
      expect([origin.value, mode.value]).toEqual([scenario.asked.origin, 'cors']);
    }, RUNS / 4);
  });

  it('ask for a preflight for the same headers', () => {
    check(({ asked }) => {
      expect(corsUnsafeRequestHeaderNames(toHeaders(asked.headers))).toEqual(unsafeNames(asked.headers));
    }, RUNS / 10);
  });
});

describe('the random exchanges', () => {
  it('reach every step, and get through often enough', () => {
    const steps = new Map<string, number>();
    for (const scenario of fc.sample(scenarios, { numRuns: 4_000, seed: 1 })) {
      const step = playScenario(scenario).stoppedAt?.step ?? 'none';
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    // Chains are shorter than the standard allows.
    const reachable = Object.keys(CODES).filter(step => step !== 'redirect-count');
    expect(reachable.filter(step => (steps.get(step) ?? 0) < 10)).toEqual([]);
    expect(steps.get('none')).toBeGreaterThan(400);
  });
});
