import type { RefObject } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { usePanel } from './context.ts';
import { destinationOf } from './list-keys.ts';
import { Row } from './Row.tsx';
import { ROW_HEIGHT, useRowWindow } from './row-window.ts';
import type { Entry } from './state/entry.ts';
import { words } from './words.ts';

interface ListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The reader wants to read on, from the keyboard. */
  readonly onEnter: () => void;
}

export function List({ list, onEnter }: ListProps) {
  const { selection, filter } = usePanel().store;
  const rows = filter.visible.value;
  const selected = selection.selected.value;
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { start, end, onScroll, scrollTo } = useRowWindow(list, ids);
  const prefix = useId();
  const index = selected === null ? -1 : ids.indexOf(selected.id);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (selected === null) return;
      selection.open(selected.id);
      onEnter();
    } else {
      const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
      const next = destinationOf(event.key, index, rows.length, page);
      const id = next === null ? undefined : ids[next];
      if (next === null || id === undefined) return;
      selection.select(id);
      scrollTo(next);
    }
    event.preventDefault();
  };
  const row = (entry: Entry, at: number) => (
    <Row
      key={entry.id}
      id={`${prefix}-${entry.id}`}
      entry={entry}
      index={at}
      count={rows.length}
      isSelected={at === index}
      top={at * ROW_HEIGHT}
      onSelect={() => selection.open(entry.id)}
    />
  );
  // The active row stays in the document when it is scrolled out of view: aria-activedescendant points to it.
  const isActiveOutside = selected !== null && index >= 0 && (index < start || index >= end);
  return (
    <div
      ref={list}
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={words.list}
      aria-activedescendant={index < 0 || selected === null ? undefined : `${prefix}-${selected.id}`}
      style={{ '--row-height': `${ROW_HEIGHT}px` }}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div class="list-rows" role="presentation" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {isActiveOutside ? row(selected, index) : null}
        {rows.slice(start, end).map((entry, offset) => row(entry, start + offset))}
      </div>
    </div>
  );
}
