/** A disagreement in words short enough to read. */
import type { Exchange, Headers } from '../../src/model.ts';
import type { Answer } from './answers.ts';
import type { Comparison } from './compare.ts';
import type { Played } from './play.ts';
import type { Scenario } from './scenarios.ts';

const fields = (lines: readonly (readonly [string, string])[]): string =>
  lines.map(([name, value]) => `${name.replace(/access-control-/i, 'AC-')}: ${JSON.stringify(value)}`).join('; ');
const ofAnswer = ({ status, lines, cut, early }: Answer): string =>
  `${early === undefined ? '' : `${early} then `}${status}${cut === undefined ? '' : ` cut ${cut}`} ${fields(lines)}`;

const ofScenario = ({ asked, stations, before }: Scenario): readonly string[] => [
  `${asked.by} ${asked.mode} from ${asked.from} (${asked.origin}, page ${asked.page}): ${asked.method} ${asked.url}, credentials ${asked.credentials}, jar ${asked.jar}, body ${asked.body}, ${fields(asked.headers)}`,
  ...(before === null
    ? []
    : [
        `before: ${before.asked.by} ${before.asked.mode} ${before.asked.method}, credentials ${before.asked.credentials}, ${fields(before.asked.headers)}`,
        `  preflight ${ofAnswer(before.preflight)}`,
        `  answer    ${ofAnswer(before.answer)}`,
      ]),
  ...stations.flatMap(({ preflight, answer }) => [`preflight ${ofAnswer(preflight)}`, `answer    ${ofAnswer(answer)}`]),
];

const ofHeaders = (headers: Headers | null): string => (headers === null ? 'unseen' : fields(headers.map(({ name, value }) => [name, value])));

const ofExchange = ({ hops, state, error, timing, type, log }: Exchange): readonly string[] => [
  `recorded: ${type} ${state} ${error ?? ''} timing ${timing?.responseStatus} log ${log?.error}`,
  ...hops.flatMap(({ url, method, requestHeaders, preflights, response }) => [
    `  ${method} ${url} sent ${ofHeaders(requestHeaders)}`,
    ...preflights.map(
      each => `    preflight ${each.state} ${each.error ?? ''} ${each.response?.status} ${ofHeaders(each.response?.headers ?? null)}`,
    ),
    `    answered ${response?.status} cache ${response?.fromCache} ${ofHeaders(response?.headers ?? null)}`,
  ]),
];

const indented = (lines: readonly string[]): string => lines.map(line => `  ${line}`).join('\n');

export const describePlayed = ({ scenario, outcome, verdicts, failures, exchanges }: Played): string =>
  indented([
    ...ofScenario(scenario),
    `the page: ${JSON.stringify(outcome)}`,
    ...verdicts.map(verdict => `the browser said: ${JSON.stringify(verdict)}`),
    ...failures.map(
      ({ code, stage, outcome: end, request }) => `ours said: ${code} ${stage} ${JSON.stringify({ outcome: end, credentials: request.credentials })}`,
    ),
    ...exchanges.flatMap(ofExchange),
    JSON.stringify(scenario),
  ]);

export const describeComparison = ({ browser, ours, played }: Comparison): string =>
  `${indented([`the browser: ${JSON.stringify(browser)}`, `ours:        ${JSON.stringify(ours)}`])}\n${describePlayed(played)}`;
