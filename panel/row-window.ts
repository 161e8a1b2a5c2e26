import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Row } from './state/outline.ts';

/** In pixels. */
const ROW_HEIGHTS = { group: 44, member: 26, page: 26 } satisfies Record<Row['kind'], number>;
/** Rows above and below what is in view that are kept in the document, so that a fast scroll finds them there. */
const SPARE = 6;

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;

/** Firefox warns of a page that moves elements while it is being told of a scroll. */
const observeOffset: Options['observeElementOffset'] = (virtualizer, tell) =>
  observeElementOffset(virtualizer, (offset, isScrolling) => void requestAnimationFrame(() => tell(offset, isScrolling)));

interface Held {
  readonly id: string;
  readonly index: number;
  readonly top: number;
}

export interface RowWindow {
  /** What is in the document: the rows in view, some around them, and the selected one. */
  readonly items: readonly VirtualItem[];
  /** Of all rows, in pixels. */
  readonly height: number;
  /** How many rows a page further up or down is from that row. */
  page(from: number, isDown: boolean): number;
  scrollTo(index: number): void;
  /** At the next change of the rows this one is to stay where it is. */
  hold(index: number): void;
}

/**
 * Keeps the document as small as the view, however long the list. When rows above the view come or go, what is in view stays
 * where it is: row `selected` if it is in view, else the first that is. `order`: with another, one begins at the top.
 */
export function useRowWindow(list: RefObject<HTMLElement | null>, rows: readonly Row[], selected: number, order: string): RowWindow {
  const [, render] = useReducer<number, void>(count => count + 1, 0);
  const anchor = useRef<Held | null>(null);
  // A search that narrows the list draws other rows: those out of view may come a frame after the keystroke.
  const [painted, setPainted] = useState(rows.length);
  useEffect(() => setPainted(rows.length), [rows.length]);
  const options: Options = {
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: index => ROW_HEIGHTS[rows[index]?.kind ?? 'group'],
    getItemKey: useCallback(index => rows[index]?.id ?? index, [rows]),
    // The active row stays in the document when it is scrolled out of view: aria-activedescendant points to it.
    rangeExtractor: useCallback(
      range => {
        const found = defaultRangeExtractor(range);
        return selected < 0 || found.includes(selected) ? found : [...found, selected].sort((a, b) => a - b);
      },
      [selected],
    ),
    overscan: rows.length < painted ? 0 : SPARE,
    observeElementRect,
    observeElementOffset: observeOffset,
    scrollToFn: elementScroll,
    onChange: () => render(),
  };
  const [virtualizer] = useState(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  const items = virtualizer.getVirtualItems();
  const top = virtualizer.scrollOffset ?? 0;
  const height = virtualizer.scrollRect?.height ?? 0;

  const placeOf = (index: number): VirtualItem | undefined => virtualizer.measurementsCache[index];
  /** The first row that is whole from `pixel` on. */
  const firstFrom = (pixel: number): number => {
    const item = virtualizer.getVirtualItemForOffset(Math.max(0, pixel));
    return item === undefined ? 0 : Math.min(item.start < pixel ? item.index + 1 : item.index, rows.length - 1);
  };
  const hold = (index: number) => {
    const row = rows[index];
    anchor.current = row === undefined ? null : { id: row.id, index, top: placeOf(index)?.start ?? 0 };
  };
  useLayoutEffect(() => {
    const held = anchor.current;
    if (list.current === null || held === null) return;
    const index = rows[held.index]?.id === held.id ? held.index : rows.findIndex(({ id }) => id === held.id);
    const moved = (placeOf(index)?.start ?? held.top) - held.top;
    if (moved !== 0) list.current.scrollTop += moved;
  }, [rows]);
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = 0;
  }, [order]);
  const own = placeOf(selected);
  const isInView = own !== undefined && own.start >= top && own.end <= top + height;
  const held = isInView ? selected : firstFrom(top);
  useLayoutEffect(() => hold(held));
  return {
    items,
    height: virtualizer.getTotalSize(),
    page(from, isDown) {
      const pixel = placeOf(from)?.start ?? 0;
      // The row at the edge stays in view.
      const way = Math.max(0, height - ROW_HEIGHTS.group);
      const to = isDown ? (virtualizer.getVirtualItemForOffset(pixel + way)?.index ?? from) : firstFrom(pixel - way);
      return Math.max(1, Math.abs(to - from));
    },
    scrollTo: index => virtualizer.scrollToIndex(index),
    hold,
  };
}
