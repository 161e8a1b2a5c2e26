import type { CredentialsMode, Exchange, Failure, Known, Outcome, PossibleCredentials, Verdict } from '../model.ts';
import { type Chain, createChain } from './chain.ts';
import { type Decision, inferCredentials } from './credentials.ts';
import { type Case, engineVerdicts, hangsOnCredentials, NOT_BLOCKED } from './engine-verdicts.ts';
import { isMetBeforeCheck } from './engine-words.ts';
import { ENGINES, type Engine } from './engines.ts';
import { failuresByRules, isAllowedByRules, isPassedByRules } from './judge.ts';
import { isRefusalByCors } from './mode.ts';
import { networkFailure } from './network-failure.ts';
import { outcomeOf } from './outcome.ts';
import { preflightReasons } from './preflight-reasons.ts';
import { failuresInAnyMode, failuresOfRefusal } from './refusal.ts';

const NO_FAILURES: readonly Failure[] = [];
const NO_CASES: readonly Case[] = [];

/**
 * What the CORS protocol makes of an exchange. Never throws.
 *
 * @param engine the browser in which it was recorded
 */
export function evaluate(exchange: Exchange, engine: Engine): Verdict {
  const chain = createChain(exchange);
  const seen = outcomeOf(chain, engine);
  const isAllowed = once((includesCredentials: boolean) => isAllowedByRules(chain, includesCredentials, ENGINES[engine]));
  const hasPassed = (includesCredentials: boolean) => isPassedByRules(chain, includesCredentials, ENGINES[engine]);
  const credentials = inferCredentials(chain, decisionOf(seen, chain, engine), isAllowed, hasPassed, ENGINES[engine]);
  const modes = possibleModes(chain, credentials);
  const isPerhapsNoCors = mayBeNoCors(chain);
  const byRules = seen ?? outcomeByRules(modes, isAllowed);
  const outcome = isPerhapsNoCors && isSilent(byRules) ? { ...byRules, result: 'unknown' as const } : byRules;
  const isAgainstRules = outcome.result === 'allowed' && isJudgedByBrowser(chain, outcome) && !isAllowed(includes(credentials.value));
  const isBlocked = byRules.result === 'blocked' && chain.isCrossOrigin;
  const judge = (mode: PossibleCredentials, by: Engine): readonly Failure[] =>
    isBlocked ? failuresOfRefusal(chain, engine, includes(mode), by) : failuresByRules(chain, includes(mode), ENGINES[by]);
  const isJudged = isBlocked || isAgainstRules || (outcome.result === 'unknown' && outcome.evidence === 'rules');
  const casesOf = (by: Engine): readonly Case[] => {
    const isNoCors = chain.mode.value === 'websocket';
    const cases = modes.map((mode): Case => ({ credentials: modes.length > 1 ? mode : null, isNoCors, failures: judge(mode, by) }));
    if (by === 'chromium' && isPerhapsFollowed(chain, engine)) cases.push(...cases.map(withoutInsecure));
    return isPerhapsNoCors ? [...cases, { credentials: null, isNoCors: true, failures: failuresInAnyMode(chain, engine) }] : cases;
  };
  const cases = isJudged ? casesOf(engine) : NO_CASES;
  // The engines' rules differ after redirects alone, and of those to insecure URLs.
  const isAlike = exchange.hops.length === 1 && chain.leavesTls.at(-1) !== true;
  const casesBy = (by: Engine): readonly Case[] => (by === engine || isAlike ? cases : casesOf(by));
  const engines = isJudged ? engineVerdicts(casesBy, engine, chain) : NOT_BLOCKED;
  const failures = (isBlocked ? cases[0]?.failures : null) ?? NO_FAILURES;
  return {
    crossOrigin: chain.isCrossOrigin,
    origin: chain.origin,
    mode: chain.mode,
    credentials: hangsOnCredentials(engines) ? UNKNOWN : credentials,
    hopOrigins: chain.hopOrigins,
    preflightReasons: exchange.hops.map(hop => preflightReasons(exchange, hop)),
    outcome,
    failures,
    engines,
    disagreement: isAgainstRules ? 'browser-allowed' : failures[0]?.code === 'unexplained' ? 'browser-refused' : null,
  };
}

/** Firefox does not tell shared workers, which Chromium lets follow a redirect to an insecure URL, from service workers. */
const isPerhapsFollowed = ({ exchange, leavesTls }: Chain, recordedIn: Engine): boolean =>
  recordedIn === 'firefox' && exchange.frameId < 0 && leavesTls.at(-1) === true;

const withoutInsecure = (each: Case): Case => ({ ...each, failures: each.failures.filter(({ code }) => code !== 'redirect-insecure') });

const UNKNOWN: Known<CredentialsMode> = { value: 'unknown', basis: 'assumed' };

const includes = (mode: CredentialsMode): boolean => mode === 'include';

/**
 * Whether nothing shows that the page asked to read the answer: a plain POST over http. How a browser reports a broken rule
 * shows it.
 */
const mayBeNoCors = ({ mode, exchange }: Chain): boolean => mode.value === 'cors' && mode.basis === 'assumed' && !isRefusalByCors(exchange.error);

/** Firefox tells the end of what it keeps from the page as that of a request in mode "no-cors". */
const isSilent = ({ result, error }: Outcome): boolean => result === 'blocked' && error === null;

/** How the page may have asked, as far as CORS tells the modes apart. The usual one first; never empty. */
function possibleModes(chain: Chain, { value, basis }: Known<CredentialsMode>): readonly PossibleCredentials[] {
  if (basis === 'assumed' && chain.mode.value === 'cors') return ['same-origin', 'include'];
  return [includes(value) ? 'include' : 'same-origin'];
}

/** Where the browser does not say what it did: what every way of asking would have come to. */
function outcomeByRules(modes: readonly PossibleCredentials[], isAllowed: (includesCredentials: boolean) => boolean): Outcome {
  const allowed = modes.filter(mode => isAllowed(includes(mode))).length;
  return { result: allowed === 0 ? 'blocked' : allowed === modes.length ? 'allowed' : 'unknown', evidence: 'rules', error: null };
}

/**
 * Every rule that the answers of an exchange break, whatever the browser did with it: what judges a change to the
 * answers without sending anything. Empty where all pass, and for requests that CORS does not judge.
 *
 * @param credentials the mode to judge with; "unknown" is judged as if none were sent
 */
export function brokenRules(exchange: Exchange, engine: Engine, credentials: CredentialsMode): readonly Failure[] {
  return failuresByRules(createChain(exchange), includes(credentials), ENGINES[engine]);
}

/** Remembers the answers to both questions. */
function once(ask: (includesCredentials: boolean) => boolean): (includesCredentials: boolean) => boolean {
  let withCredentials: boolean | null = null;
  let without: boolean | null = null;
  return includesCredentials => {
    if (includesCredentials) {
      withCredentials ??= ask(true);
      return withCredentials;
    }
    without ??= ask(false);
    return without;
  };
}

/** Where the network failed, whatever had been answered before had passed; of the last answer that is known only if it was looked at. */
function decisionOfEnd(chain: Chain, engine: Engine): Decision {
  const failure = networkFailure(chain, engine);
  if (failure === null) return 'refused';
  const isAnswered = (chain.exchange.hops.at(-1)?.response ?? null) !== null;
  return isAnswered && isMetBeforeCheck(failure, engine) ? 'unknown' : 'let-through';
}

function decisionOf(outcome: Outcome | null, chain: Chain, engine: Engine): Decision {
  switch (outcome?.result) {
    case 'allowed':
      return 'let-through';
    case 'blocked':
      return decisionOfEnd(chain, engine);
    default:
      return 'unknown';
  }
}

/** Whether the browser itself, and not a guess, says that CORS let an exchange through that was seen whole. */
const isJudgedByBrowser = (chain: Chain, outcome: Outcome): boolean =>
  chain.isCrossOrigin &&
  outcome.evidence !== 'rules' &&
  chain.mode.value === 'cors' &&
  chain.mode.basis !== 'assumed' &&
  !chain.exchange.incomplete &&
  // A 304 revalidates a stored answer, whose headers then count.
  chain.exchange.hops.at(-1)?.response?.status !== 304;
