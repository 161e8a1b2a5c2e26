import { useMemo } from 'preact/hooks';
import { clip } from '../../src/explain/words/text.ts';
import type { ReportAdvice, Verdict } from '../../src/model.ts';
import { TermsContext, usePanel } from '../context.ts';
import { endpointOf, originOf, shortOrigin } from '../format.ts';
import { detailWords, trialWords } from '../later-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { Prose } from '../parts/Prose.tsx';
import { Value } from '../parts/Value.tsx';
import { standingWord } from '../Row.tsx';
import { type Entry, firstHop } from '../state/entry.ts';
import { planTerms } from '../terms.ts';
import { AdviceSection, useAdvice } from './AdviceSection.tsx';
import { AskedAt } from './AskedAt.tsx';
import { Behind } from './Behind.tsx';
import { Console } from './Console.tsx';
import { FixSection } from './FixSection.tsx';
import { Narrow } from './Narrow.tsx';
import { Problems } from './Problems.tsx';
import { Raw } from './Raw.tsx';
import { Reasons } from './Reasons.tsx';
import { StepList } from './StepList.tsx';
import { WhatIf } from './WhatIf.tsx';

/** An origin in a sentence of ours is this long at most, its middle left out: its end says whose it is. */
const ORIGIN_LENGTH = 60;
const briefOrigin = (origin: string): string => clip(shortOrigin(origin), ORIGIN_LENGTH);

/** The sentences of the detail in the order in which they are read. */
function textsOf({ explanation }: Entry, advice: readonly ReportAdvice[]): readonly string[] {
  const besides = advice.map(each => each.explanation);
  if (explanation === null) return besides;
  const { detail, fix, pageAdvice, problems, checklist, cause, otherCauses } = explanation;
  return [
    detail,
    ...[cause, ...otherCauses].flatMap(each => [each.title, each.explanation, each.shows ?? '']),
    ...(fix?.notes ?? []),
    ...pageAdvice,
    ...problems.map(problem => problem.explanation),
    ...besides,
    ...checklist.flatMap(({ question, answer }) => [question, answer]),
  ];
}

function headlineOf({ explanation, verdict, exchange, standing }: Entry): string {
  if (explanation !== null) return explanation.headline;
  const from = briefOrigin(verdict.origin.value);
  const to = briefOrigin(originOf(firstHop(exchange).url));
  if (standing === 'allowed' && exchange.isTried === true) return trialWords.headline(from, to);
  return standing === 'allowed' && verdict.mode.value === 'no-cors'
    ? detailWords.noCorsHeadline(from, to)
    : detailWords.quietHeadlines[standing](from, to);
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
  const { host } = usePanel();
  const { exchange, verdict, explanation } = entry;
  const advice = useAdvice(entry);
  const plan = useMemo(() => planTerms(textsOf(entry, advice)), [entry, entry.explanation, advice]);
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
            <b>{detailWords.whoseMove}</b> <Prose text={detailWords.whoMends[explanation.responsible](hostOf(entry))} />
          </p>
        </>
      )}
      <AskedAt exchange={exchange} />
      {verdict.disagreement === null ? null : (
        <p class="notice inline">
          <Icon name="warning" />
          <span>{detailWords.disagreement[verdict.disagreement]}</span>
        </p>
      )}
      {exchange.isTried === true ? (
        <p class="notice inline">
          <Icon name="warning" />
          <span>
            {trialWords.triedDetail} {host.engine === 'chromium' ? trialWords.triedBoth : trialWords.triedOnly}
          </span>
        </p>
      ) : null}
      {exchange.incomplete ? <p class="aside">{detailWords.incomplete}</p> : null}
      {explanation === null ? null : (
        <>
          <Behind explanation={explanation} />
          <FixSection entry={entry} explanation={explanation} />
          <Problems explanation={explanation} />
        </>
      )}
      <AdviceSection advice={advice} />
      <WhatIf entry={entry} />
      <StepList exchange={exchange} verdict={verdict} />
      {explanation === null ? null : <Reasons exchange={exchange} verdict={verdict} explanation={explanation} />}
      {explanation !== null || isOpen(verdict) ? <Console verdict={verdict} isCors={explanation?.isCors !== false} /> : null}
      <Raw exchange={exchange} verdict={verdict} />
    </TermsContext.Provider>
  );
}
