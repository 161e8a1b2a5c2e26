import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { clip } from '../src/explain/words/text.ts';
import type { Verdict } from '../src/model.ts';
import { TermsContext, usePanel } from './context.ts';
import { Console } from './detail/Console.tsx';
import { FixSection } from './detail/FixSection.tsx';
import { Problems } from './detail/Problems.tsx';
import { Raw } from './detail/Raw.tsx';
import { Reasons } from './detail/Reasons.tsx';
import { StepList } from './detail/StepList.tsx';
import { endpointOf, originOf, shortOrigin } from './format.ts';
import { Icon } from './parts/Icon.tsx';
import { Prose } from './parts/Prose.tsx';
import { Value } from './parts/Value.tsx';
import { standingWord } from './Row.tsx';
import { type Entry, firstHop } from './state/entry.ts';
import { planTerms } from './terms.ts';
import { words } from './words.ts';

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

function Story({ entry }: { readonly entry: Entry }) {
  const { exchange, verdict, explanation } = entry;
  const { method, url } = firstHop(exchange);
  return (
    <>
      <p class="request-line">
        <span class="chip" data-standing={entry.standing}>
          <Icon name={entry.standing} />
          {standingWord(entry)}
        </span>
        <b class="method">
          <Value text={method} />
        </b>{' '}
        <Value text={endpointOf(url)} />
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
    </>
  );
}

export function Detail({ section }: { readonly section: RefObject<HTMLElement | null> }) {
  const { selection } = usePanel().store;
  const entry = selection.selected.value;
  const id = entry?.id;
  useLayoutEffect(() => {
    if (id !== undefined && section.current !== null) section.current.scrollTop = 0;
  }, [id, section]);
  const plan = useMemo(() => planTerms(entry === null ? [] : textsOf(entry)), [entry]);
  return (
    <section ref={section} class="detail" tabIndex={-1} aria-label={words.detail}>
      <button type="button" class="button back" onClick={selection.close}>
        <Icon name="back" /> {words.back}
      </button>
      {entry === null ? (
        <p class="message">{words.choose}</p>
      ) : (
        <TermsContext.Provider value={plan}>
          <Story key={entry.id} entry={entry} />
        </TermsContext.Provider>
      )}
    </section>
  );
}
