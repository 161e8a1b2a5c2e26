import { endpointPartsOf, formatTime, originOf, shortOrigin } from './format.ts';
import { isFailedConnection, leadingLabel } from './labels.ts';
import { Icon } from './parts/Icon.tsx';
import type { Entry } from './state/entry.ts';
import { firstHop } from './state/entry.ts';
import { bound, makeVisible } from './text.ts';
import { trialWords } from './trial-words.ts';
import { words } from './words.ts';

/** What a row shows of a value at most; it is cut to the row's width in any case. */
const ROW_VALUE_LENGTH = 120;
const TOOLTIP_LENGTH = 500;

const brief = (text: string): string => makeVisible(bound(text, ROW_VALUE_LENGTH).shown);

export function standingWord({ standing, verdict }: Entry): string {
  const [first] = verdict.failures;
  return standing === 'blocked' && first !== undefined && isFailedConnection(first.code) ? words.failed : words.standing[standing];
}

function verdictWords({ standing, verdict }: Entry): string {
  const [first, ...others] = verdict.failures;
  if (first === undefined) return standing === 'allowed' && verdict.mode.value === 'no-cors' ? words.noCors : '';
  const label = leadingLabel([first, ...others]);
  return others.length === 0 ? label : `${label} ${words.more(others.length)}`;
}

interface RowProps {
  readonly id: string;
  readonly entry: Entry;
  readonly index: number;
  readonly count: number;
  readonly isSelected: boolean;
  readonly top: number;
  readonly onSelect: () => void;
}

/** The listbox hears the keyboard for all of its rows. */
export function Row({ id, entry, index, count, isSelected, top, onSelect }: RowProps) {
  const { exchange, standing, explanation } = entry;
  const { method, url } = firstHop(exchange);
  const { start, end, query } = endpointPartsOf(url);
  const verdict = verdictWords(entry);
  const responsible = explanation === null ? null : words.responsible[explanation.responsible];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox, which names the active row
    <div
      id={id}
      class="row"
      role="option"
      data-standing={standing}
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ top: `${top}px` }}
      onClick={onSelect}
    >
      <Icon name={standing} />
      <span class="row-request">
        <bdi class="method">{brief(method)}</bdi>{' '}
        <bdi class="endpoint" title={makeVisible(bound(url, TOOLTIP_LENGTH).shown)}>
          <span class="endpoint-path">
            <span class="endpoint-start">{makeVisible(start)}</span>
            <span>{makeVisible(end)}</span>
          </span>
          {query === '' ? null : <span class="endpoint-query">{makeVisible(query)}</span>}
        </bdi>
      </span>
      <time class="row-time">{formatTime(exchange.startedAt)}</time>
      <span class="row-verdict">
        <b>{standingWord(entry)}</b>
        {verdict === '' ? null : <span> · {verdict}</span>}
        {exchange.isTried === true ? (
          <span>
            {' '}
            · <span class="row-tried">{trialWords.tried}</span>
          </span>
        ) : null}
        {exchange.incomplete ? <span> · {words.incomplete}</span> : null}
      </span>
      <span class="row-origins">
        <bdi>{brief(shortOrigin(entry.verdict.origin.value))}</bdi> → <bdi>{brief(shortOrigin(originOf(url)))}</bdi>
      </span>
      {responsible === null ? null : (
        <span class="row-who" title={words.mendedBy(responsible)}>
          {responsible}
        </span>
      )}
    </div>
  );
}
