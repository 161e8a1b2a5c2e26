import { Endpoint } from './Endpoint.tsx';
import { endpointOf } from './format.ts';
import { Icon } from './parts/Icon.tsx';
import type { LineProps } from './Row.tsx';
import { firstHop } from './state/entry.ts';
import type { MemberRow } from './state/outline.ts';
import { words } from './words.ts';

/** The group above says of which host. */
const pathOf = (url: string): string => endpointOf(url).replace(/^[^/]+(?=\/)/, '');

/** One of an open group: what sets it apart from the others. */
export function MemberLine({ id, row, isSelected, isAdvised, style, onSelect }: LineProps & { readonly row: MemberRow }) {
  const { entry, place, of } = row;
  const { url } = firstHop(entry.exchange);
  const time = words.time(entry.exchange.startedAt);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keyboard for all of its rows
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the tree, which names the active row
    <div
      id={id}
      class="row member"
      role="treeitem"
      data-standing={entry.standing}
      aria-level={2}
      aria-selected={isSelected}
      aria-posinset={place}
      aria-setsize={of}
      style={style}
      onClick={onSelect}
    >
      <Endpoint endpoint={pathOf(url)} url={url} />
      {isAdvised ? (
        <span class="row-time">
          <span title={words.worthALook}>
            <Icon name="warning" />
            <span class="unseen">{words.worthALook}</span>
          </span>{' '}
          <time>{time}</time>
        </span>
      ) : (
        <time class="row-time">{time}</time>
      )}
    </div>
  );
}
