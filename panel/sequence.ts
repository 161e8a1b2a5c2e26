/** The steps of an exchange as arrows between whoever takes part: what the picture of it draws. */
import { originOfUrl } from '../src/cors/origin.ts';
import { FAILURES } from '../src/explain/failures.ts';
import type { Exchange, FailureCode, Headers, Hop, PreflightSeen, ResponseSeen } from '../src/model.ts';
import { endpointOf, findHeader, shortOrigin } from './format.ts';
import { countedLabels } from './labels.ts';
import { sequenceWords, stepWords } from './later-words.ts';
import type { Step, StepState } from './steps.ts';

export interface Lifeline {
  readonly title: string;
  /** Which page or server; "" for the browser. Hostile text. */
  readonly name: string;
}

export interface Arrow {
  /** Index into the lifelines, as is `to`. */
  readonly from: number;
  readonly to: number;
  readonly state: StepState;
  /** The method, the status, or what the page is left with. */
  readonly title: string;
  /** The header that tells most. Hostile text. */
  readonly detail: string | null;
  /** The broken rule, at the cross; null where nothing is broken. */
  readonly problem: string | null;
  /** Whether it stops on its way: nothing answered it. */
  readonly isCut: boolean;
}

export interface Sequence {
  /** The page, the browser, then the servers in the order in which they are first asked. */
  readonly lifelines: readonly Lifeline[];
  readonly arrows: readonly Arrow[];
}

const PAGE = 0;
const BROWSER = 1;
const FIRST_SERVER = 2;

const line = (headers: Headers | null, name: string): string | null => {
  const value = findHeader(headers, name.toLowerCase());
  return value === null ? null : `${name}: ${value}`;
};

/** The header that the first broken rule is about; without one, what the answer allows, or where it leads. */
function tellingOf({ headers }: ResponseSeen, { kind, broken }: Step): string | null {
  const [code] = broken;
  const name = code === undefined ? null : FAILURES[code].header;
  if (name !== null) return line(headers, name) ?? sequenceWords.lacks(name);
  return line(headers, kind === 'redirect' ? 'Location' : 'Access-Control-Allow-Origin');
}

/** Rules that are about what the preflight's Access-Control-Request-Headers lists. */
const ABOUT_HEADERS: ReadonlySet<FailureCode> = new Set<FailureCode>(['header-not-allowed', 'allow-headers-invalid']);

const askingOf = ({ requestHeaders }: PreflightSeen, { broken }: Step): string | null =>
  (broken.some(code => ABOUT_HEADERS.has(code)) ? line(requestHeaders, 'Access-Control-Request-Headers') : null) ??
  line(requestHeaders, 'Access-Control-Request-Method');

const problemOf = ({ broken }: Step): string | null => (broken.length === 0 ? null : countedLabels(broken).join(', '));

function serversOf(hops: readonly Hop[], most: number): { readonly lifelines: readonly Lifeline[]; readonly of: (hop: number) => number } {
  const origins = hops.map(({ url }) => originOfUrl(url));
  const distinct = [...new Set(origins)];
  const own = distinct.length > most ? distinct.slice(0, most - 1) : distinct;
  const others = distinct.length - own.length;
  return {
    lifelines: [
      ...own.map(origin => ({ title: sequenceWords.server, name: shortOrigin(origin) })),
      ...(others === 0 ? [] : [{ title: sequenceWords.moreServers(others), name: '' }]),
    ],
    of(hop) {
      const index = own.indexOf(origins[hop] ?? '');
      return FIRST_SERVER + (index < 0 ? own.length : index);
    },
  };
}

/** `steps` as `stepsOf` tells them. A chain of more than `mostServers` has those after the last but one on one lifeline. */
export function sequenceOf({ hops }: Exchange, page: string, steps: readonly Step[], mostServers: number): Sequence {
  const servers = serversOf(hops, mostServers);
  const arrows: Arrow[] = [];

  const draw = (from: number, to: number, step: Step, over: Partial<Arrow> & Pick<Arrow, 'title'>): void => {
    arrows.push({ from, to, state: step.state, detail: null, problem: problemOf(step), isCut: false, ...over });
  };

  function drawPreflight(step: Step, server: number, preflight: PreflightSeen | null): void {
    const response = preflight?.response ?? null;
    const detail = preflight === null ? null : askingOf(preflight, step);
    if (response === null) {
      const isSent = step.state === 'waiting' || (preflight !== null && step.broken.length === 0);
      draw(BROWSER, server, step, { title: 'OPTIONS', detail, state: isSent ? 'passed' : step.state, isCut: step.broken.length > 0 });
      if (isSent) draw(server, BROWSER, step, { title: '' });
      return;
    }
    draw(BROWSER, server, step, { title: 'OPTIONS', detail, state: 'passed', problem: null });
    draw(server, BROWSER, step, { title: String(response.status), detail: tellingOf(response, step) });
  }

  function drawRequest(step: Step, server: number, hop: Hop): void {
    const detail = step.state === 'passed' ? line(hop.requestHeaders, 'Origin') : null;
    draw(BROWSER, server, step, { title: hop.method, detail, isCut: step.broken.length > 0 });
  }

  function drawAnswer(step: Step, server: number, { response }: Hop): void {
    if (response === null) draw(server, BROWSER, step, { title: '' });
    else draw(server, BROWSER, step, { title: String(response.status), detail: tellingOf(response, step) });
  }

  for (const step of steps) {
    const hop = step.hop === null ? undefined : hops[step.hop];
    const server = servers.of(step.hop ?? 0);
    const [first] = hops;
    if (step.kind === 'page') draw(PAGE, BROWSER, step, { title: first?.method ?? '', detail: first === undefined ? null : endpointOf(first.url) });
    else if (step.kind === 'end') draw(BROWSER, PAGE, step, { title: step.title });
    else if (hop === undefined) continue;
    else if (step.kind === 'preflight') drawPreflight(step, server, step.preflight === null ? null : (hop.preflights[step.preflight] ?? null));
    else if (step.kind === 'request') drawRequest(step, server, hop);
    else drawAnswer(step, server, hop);
  }
  return {
    lifelines: [{ title: sequenceWords.page, name: shortOrigin(page) }, { title: sequenceWords.browser, name: '' }, ...servers.lifelines],
    arrows,
  };
}

/** Where an exchange stopped, or how it ended, as the last part of a sentence. */
export function endOfSequence(steps: readonly Step[]): string {
  const stop = steps.find(({ state, kind }) => state === 'stopped' && kind !== 'end');
  const problem = stop === undefined ? null : problemOf(stop);
  if (stop !== undefined && problem !== null) return sequenceWords.stoppedAt(stop.title, problem);
  return sequenceWords.ended(steps.at(-1)?.title ?? '');
}

/** What stands for a state that its arrow alone does not tell; "" for what happened. */
export const noteOf = (state: StepState): string => (state === 'never' || state === 'waiting' || state === 'unseen' ? stepWords.states[state] : '');
