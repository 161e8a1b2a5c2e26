/** The names of broken rules in a few words. */
import type { Failure, FailureCode } from '../src/model.ts';
import { preflightAnswered, problemLabels } from './words.ts';

/**
 * What is wrong, for a row: the rule that broke first. A preflight's error status is named before the headers that such
 * an answer lacks, because it is why it lacks them.
 */
export function leadingLabel(failures: readonly [Failure, ...Failure[]]): string {
  const [first] = failures;
  const refused = failures.find(({ code, hop }) => code === 'preflight-status' && hop === first.hop);
  return first.stage === 'preflight' && refused?.code === 'preflight-status' ? preflightAnswered(refused.status) : problemLabels[first.code];
}

/** The labels of some broken rules, each once: "Header not allowed ×3". */
export function countedLabels(codes: readonly FailureCode[]): readonly string[] {
  return [...new Set(codes)].map(code => {
    const count = codes.filter(other => other === code).length;
    return count === 1 ? problemLabels[code] : `${problemLabels[code]} ×${count}`;
  });
}

const failedConnections: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'connection-refused',
  'name-not-resolved',
  'connection-lost',
  'timed-out',
  'offline',
  'address-unreachable',
  'tls-failed',
  'certificate-rejected',
  'response-malformed',
  'too-many-redirects',
  'redirect-malformed',
  'network-error',
]);

/** Whether nobody blocked anything: there was no answer to block. */
export function isFailedConnection(code: FailureCode): boolean {
  return failedConnections.has(code);
}
