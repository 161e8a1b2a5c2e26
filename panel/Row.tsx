import { Endpoint } from './Endpoint.tsx';
import { originOf, shortOrigin } from './format.ts';
import { isFailedConnection, leadingLabel } from './labels.ts';
import { Icon } from './parts/Icon.tsx';
import type { Entry } from './state/entry.ts';
import { firstHop } from './state/entry.ts';
import { commonEndpoint } from './state/groups.ts';
import type { GroupRow } from './state/outline.ts';
import { bound, makeVisible } from './text.ts';
import { listWords, words } from './words.ts';

/** What a row shows of a value at most; it is cut to the row's width in any case. */
const ROW_VALUE_LENGTH = 120;

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

export interface LineProps {
  readonly id: string;
  readonly isSelected: boolean;
  /** There is advice on it. */
  readonly isAdvised: boolean;
  readonly style: Readonly<Record<string, string>>;
  readonly onSelect: () => void;
}

interface RowProps extends LineProps {
  readonly row: GroupRow;
  readonly onToggle: () => void;
}

/** What the same failure, or the same request, has in common. The tree hears the keyboard for all of its rows. */
export function Row({ id, row, isSelected, isAdvised, style, onSelect, onToggle }: RowProps) {
  const { group, isOpen, place, of } = row;
  const entry = group.latest;
  const { exchange, standing, explanation } = entry;
  const { method, url } = firstHop(exchange);
  const verdict = verdictWords(entry);
  const responsible = explanation === null ? null : words.responsible[explanation.responsible];
  const count = group.entries.length;
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    onToggle();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the tree, which names the active row
    <div
      id={id}
      class="row"
      role="treeitem"
      data-standing={standing}
      aria-level={1}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isSelected}
      aria-posinset={place}
      aria-setsize={of}
      style={style}
      onClick={onSelect}
    >
      {isOpen === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the row itself tells of its state and opens by key
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <span class="row-toggle" title={isOpen ? listWords.grouping.close : listWords.grouping.open} onClick={toggle}>
          <Icon name="disclose" />
        </span>
      )}
      <Icon name={standing} />
      <span class="row-request">
        <bdi class="method">{brief(method)}</bdi> <Endpoint endpoint={commonEndpoint(group)} url={url} />
      </span>
      <span class="row-time">
        {count === 1 ? null : (
          <b class="row-count" title={listWords.grouping.countHint(count)}>
            {listWords.grouping.count(count)}
          </b>
        )}
        <time>{words.time(exchange.startedAt)}</time>
      </span>
      <span class="row-verdict">
        <b>{standingWord(entry)}</b>
        {verdict === '' ? null : <span> · {verdict}</span>}
        {exchange.isTried === true ? (
          <span>
            {' '}
            · <span class="row-tried">{words.tried}</span>
          </span>
        ) : null}
        {exchange.incomplete ? <span> · {words.incomplete}</span> : null}
        {isAdvised ? (
          <span>
            {' '}
            · <Icon name="warning" /> {words.worthALook}
          </span>
        ) : null}
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
