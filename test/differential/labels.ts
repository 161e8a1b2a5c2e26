/** What our verdict says that it knows of a request, held against what the page really asked. */
import { evaluate } from '../../src/cors/evaluate.ts';
import type { Engine } from '../../src/launch/inspected-browser.ts';
import type { Known, Verdict } from '../../src/model.ts';
import { isWorkersOwn, TELLS_THE_PAGE } from './asked.ts';
import { lastOf, type Played } from './play.ts';

/** One thing said of a request. */
export interface Label {
  readonly about: 'mode' | 'credentials' | 'origin' | 'outcome';
  /** Whether it is said to be known, and not assumed. */
  readonly isKnown: boolean;
  readonly isRight: boolean;
  /** What is said, and what is so. */
  readonly text: string;
}

const label = (about: Label['about'], { value, basis }: Known<string>, truth: string): Label => ({
  about,
  isKnown: basis !== 'assumed',
  isRight: value === truth,
  text: `${about} is ${basis} to be ${value}, and is ${truth}`,
});

/** Across origins "same-origin" is as good as "omit". */
const withOrWithout = (mode: string): string => (mode === 'include' || mode === 'unknown' ? mode : 'same-origin');

/** Ports are the machine's own. */
const withoutPort = (origin: string): string => origin.replace(/:\d+$/, '');

const outcomeOf = ({ outcome }: Played): Verdict['outcome']['result'] | null => {
  if (outcome === null) return null;
  return outcome.result === 'readable' ? 'allowed' : 'blocked';
};

/** Empty where nothing was recorded: CORS has then nothing to do with it. */
export const labelsOf = (engine: Engine, played: Played): readonly Label[] => {
  const { asked, before } = played.scenario;
  const exchange = lastOf(played.exchanges);
  // Of two of which only the first concerned CORS, the first is left.
  if (exchange === undefined || isWorkersOwn(asked) || (before !== null && played.exchanges.length < 2)) return [];
  const { mode, credentials, origin, outcome, crossOrigin } = evaluate(exchange, engine);
  if (!crossOrigin) return [];
  const truth = outcomeOf(played);
  return [
    label('mode', mode, asked.mode),
    label('origin', { ...origin, value: withoutPort(origin.value) }, withoutPort(asked.origin)),
    ...(asked.mode === 'cors'
      ? [label('credentials', { ...credentials, value: withOrWithout(credentials.value) }, withOrWithout(asked.credentials))]
      : []),
    ...(TELLS_THE_PAGE.has(asked.by) && truth !== null && asked.mode === 'cors' && (outcome.result === 'allowed' || outcome.result === 'blocked')
      ? [label('outcome', { value: outcome.result, basis: outcome.evidence === 'rules' ? 'assumed' : 'observed' }, truth)]
      : []),
  ];
};
