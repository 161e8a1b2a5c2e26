import { useMemo } from 'preact/hooks';
import { clip } from '../../src/explain/words/text.ts';
import type { Verdict } from '../../src/model.ts';
import { TermsContext } from '../context.ts';
import { endpointOf, originOf, shortOrigin } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { Prose } from '../parts/Prose.tsx';
import { Value } from '../parts/Value.tsx';
import { standingWord } from '../Row.tsx';
import { type Entry, firstHop } from '../state/entry.ts';
import { planTerms } from '../terms.ts';
import { words } from '../words.ts';
import { Console } from './Console.tsx';
import { FixSection } from './FixSection.tsx';
import { Narrow } from './Narrow.tsx';
import { Problems } from './Problems.tsx';
import { Raw } from './Raw.tsx';
import { Reasons } from './Reasons.tsx';
import { StepList } from './StepList.tsx';

/** An origin in a sentence of ours is this long at most, its middle left out: its end says whose it is. */
const ORIGIN_LENGTH = 60;
const briefOrigin = (origin: string): string => clip(shortOrigin(origin), ORIGIN_LENGTH);

/** The sentences of the detail in the order in which they are read. */
function textsOf({ explanation }: Entry): readonly string[] {
  if (explanation === null) return [];
  const { detail, fix, pageAdvice, problems, checklist, cause } = explanation;
  return [
    detail,
    ...(fix?.notes ?? []),
    ...pageAdvice,
    ...problems.map(problem => problem.explanation),
    ...checklist.flatMap(({ question, answer }) => [question, answer]),
    cause.explanation,
  ];
}

function headlineOf({ explanation, verdict, exchange, standing }: Entry): string {
  if (explanation !== null) return explanation.headline;
  const from = briefOrigin(verdict.origin.value);
  const to = briefOrigin(originOf(firstHop(exchange).url));
  return standing === 'allowed' && verdict.mode.value === 'no-cors' ? words.noCorsHeadline(from, to) : words.quietHeadline(standing, from, to);
}

/** Where the exchange stopped. */
function hostOf({ exchange, verdict }: Entry): string {
  const hop = exchange.hops[verdict.failures[0]?.hop ?? 0] ?? firstHop(exchange);
  return briefOrigin(originOf(hop.url));
}

/** Whether what the browser did, and says, hangs on something that nothing shows. */
const isOpen = ({ outcome, engines }: Verdict): boolean => outcome.result === 'unknown' && engines.firefox.readings.length > 0;

/** All that there is to say of one exchange. Loaded after the tab is on show. */
export function Story({ entry }: { readonly entry: Entry }) {
  const { exchange, verdict, explanation } = entry;
  const plan = useMemo(() => planTerms(textsOf(entry)), [entry]);
  const { method, url } = firstHop(exchange);
  return (
    <TermsContext.Provider value={plan}>
      <p class="request-line">
        <span class="chip" data-standing={entry.standing}>
          <Icon name={entry.standing} />
          {standingWord(entry)}
        </span>
        <b class="method">
          <Value text={method} />
        </b>{' '}
        <Value text={endpointOf(url)} /> <Narrow entry={entry} />
      </p>
      <h2 id="headline" class="headline">
        <Prose text={headlineOf(entry)} />
      </h2>
      {explanation === null ? null : (
        <>
          <p class="lead">
            <Prose text={explanation.detail} />
          </p>
          <p class="whose-move">
            <b>{words.whoseMove}</b> <Prose text={words.whoMends[explanation.responsible](hostOf(entry))} />
          </p>
        </>
      )}
      {verdict.disagreement === null ? null : (
        <p class="notice inline">
          <Icon name="warning" />
          <span>{words.disagreement[verdict.disagreement]}</span>
        </p>
      )}
      {exchange.incomplete ? <p class="aside">{words.incompleteDetail}</p> : null}
      {explanation === null ? null : (
        <>
          <FixSection explanation={explanation} />
          <Problems explanation={explanation} />
        </>
      )}
      <StepList exchange={exchange} verdict={verdict} />
      {explanation === null ? null : <Reasons explanation={explanation} />}
      {explanation !== null || isOpen(verdict) ? <Console verdict={verdict} isCors={explanation?.isCors !== false} /> : null}
      <Raw exchange={exchange} verdict={verdict} />
    </TermsContext.Provider>
  );
}
