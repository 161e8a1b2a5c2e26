import type { Exchange, Verdict } from '../../src/model.ts';
import { answerKey } from '../../src/report/answer-key.ts';
import { endpointOf } from '../../src/report/endpoint.ts';
import { firstHop } from '../first-hop.ts';
import type { Standing } from './standing.ts';

/**
 * What is one row of the list: the same failure of the same endpoint, as the report has it but for what only an explanation
 * tells; else the same request by method, endpoint and origins.
 */
export function groupKeyOf(exchange: Exchange, verdict: Verdict, standing: Standing): string {
  if (standing === 'blocked') return answerKey(exchange, verdict);
  const { method, url } = firstHop(exchange);
  return [standing, verdict.mode.value, method, endpointOf(url), verdict.origin.value].join(' ');
}
