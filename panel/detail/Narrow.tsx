import { usePanel } from '../context.ts';
import { detailWords } from '../later-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { Popover } from '../parts/Popover.tsx';
import type { Entry } from '../state/entry.ts';
import { FIELDS, type Field } from '../state/properties.ts';
import { withToken } from '../state/query.ts';
import { bound, makeVisible } from '../text.ts';

const SHOWN_LENGTH = 100;

/** Of the origins, the one that was asked: all requests of a page have the same that asks. */
function wantedOf({ properties }: Entry, field: Field): string | undefined {
  const [first, second] = properties()[field].split(' ');
  return field === 'origin' ? second : first;
}

/** Searches for what is like the selected request in one thing. */
export function Narrow({ entry }: { readonly entry: Entry }) {
  const { query } = usePanel().store.filter;
  const search = (field: Field, value: string, popover: Element | null) => {
    query.value = withToken(query.value, field, value);
    if (popover instanceof HTMLElement) popover.hidePopover();
  };
  return (
    <Popover class="icon-button narrow" name={detailWords.narrow.title} label={<Icon name="search" />}>
      <b>{detailWords.narrow.title}</b>
      {FIELDS.map(field => {
        const value = wantedOf(entry, field);
        return value === undefined ? null : (
          <button
            key={field}
            type="button"
            class="button narrow-choice"
            onClick={({ currentTarget }) => search(field, value, currentTarget.closest('[popover]'))}
          >
            {detailWords.narrow.choices[field]} <bdi>{makeVisible(bound(value, SHOWN_LENGTH).shown)}</bdi>
          </button>
        );
      })}
    </Popover>
  );
}
