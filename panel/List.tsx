import type { VirtualItem } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { usePanel } from './context.ts';
import { destinationOf, requestAt, turnAt } from './list-keys.ts';
import { MemberLine } from './MemberLine.tsx';
import { PageLine } from './PageLine.tsx';
import { Row } from './Row.tsx';
import { useRowWindow } from './row-window.ts';
import type { GroupRow, Row as Line, MemberRow } from './state/outline.ts';
import { words } from './words.ts';

interface ListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The reader wants to read on, from the keyboard. */
  readonly onEnter: () => void;
}

const entriesOf = (row: GroupRow | MemberRow) => (row.kind === 'group' ? row.group.entries : [row.entry]);

/** What is shown of a request, or of several, when the row is chosen. */
const entryOf = (row: GroupRow | MemberRow) => (row.kind === 'group' ? row.group.latest : row.entry);

export function List({ list, onEnter }: ListProps) {
  const { selection, outline, filter } = usePanel().store;
  const advised = filter.advised.value;
  const rows = outline.rows.value;
  const index = selection.index.value;
  const { items, height, page, scrollTo, hold } = useRowWindow(list, rows, index, outline.order.value);
  const prefix = useId();
  // Of a group the first: its id stays the same while it grows.
  const idOf = (row: GroupRow | MemberRow): string =>
    row.kind === 'group' ? `${prefix}-group-${row.group.entries[0]?.id}` : `${prefix}-${row.entry.id}`;

  const choose = (at: number) => {
    const row = rows[at];
    if (row === undefined || row.kind === 'page') return;
    selection.select(entryOf(row).id, row.kind === 'member');
    scrollTo(at);
  };
  const setOpen = (at: number, isOpen: boolean) => {
    const row = rows[at];
    if (row?.kind !== 'group') return;
    hold(at);
    outline.setOpen(row.group, isOpen);
  };
  const turn = (isInwards: boolean) => {
    const found = turnAt(rows, index, isInwards);
    if (found === null) return;
    if ('opens' in found) setOpen(index, found.opens);
    else choose(found.leadsTo);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[index];
    if (event.key === 'Enter' || event.key === ' ') {
      if (row === undefined || row.kind === 'page') return;
      // What is on show stays on show, although its group may have grown meanwhile.
      const shown = selection.selected.value;
      if (shown !== null) selection.open(shown.id, row.kind === 'member');
      onEnter();
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const isRightToLeft = list.current?.matches(':dir(rtl)') === true;
      turn((event.key === 'ArrowRight') !== isRightToLeft);
    } else {
      const next = destinationOf(event.key, index, rows.length, page(index, event.key === 'PageDown'));
      const at = next === null ? null : requestAt(rows, next, next >= index && event.key !== 'End');
      if (at === null) return;
      choose(at);
    }
    event.preventDefault();
  };
  const line = (row: Line, { index: at, start, size }: VirtualItem) => {
    const style = { top: `${start}px`, height: `${size}px` };
    if (row.kind === 'page') return <PageLine key={row.id} page={row.page} style={style} />;
    const common = {
      id: idOf(row),
      isSelected: at === index,
      isAdvised: entriesOf(row).some(({ id }) => advised.has(id)),
      style,
      onSelect: () => selection.open(entryOf(row).id, row.kind === 'member'),
    };
    return row.kind === 'group' ? (
      <Row key={row.id} row={row} onToggle={() => setOpen(at, row.isOpen !== true)} {...common} />
    ) : (
      <MemberLine key={row.id} row={row} {...common} />
    );
  };
  const active = rows[index];
  const isActive = active !== undefined && active.kind !== 'page';
  return (
    <div
      ref={list}
      class="list"
      role="tree"
      tabIndex={0}
      aria-label={words.list}
      aria-activedescendant={isActive ? idOf(active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div class="list-rows" role="presentation" style={{ height: `${height}px` }}>
        {items.map(item => {
          const row = rows[item.index];
          return row === undefined ? null : line(row, item);
        })}
      </div>
    </div>
  );
}
