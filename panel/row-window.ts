import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { first, lastUpTo, ROW_HEIGHTS, tops } from './row-heights.ts';
import type { Row } from './state/outline.ts';

/** Pixels above and below what is in view whose rows are kept in the document, so that a fast scroll finds them there. */
const SPARE = 350;

interface Scroll {
  readonly top: number;
  readonly height: number;
}

export interface RowWindow {
  /** The first row in the document, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Where each row begins, in pixels, and after the last where all end. */
  readonly tops: readonly number[];
  /** How many rows a page further up or down is from that row. */
  page(from: number, isDown: boolean): number;
  onScroll(): void;
  scrollTo(index: number): void;
  /** At the next change of the rows this one is to stay where it is. */
  hold(index: number): void;
}

/**
 * Keeps the document as small as the view, however long the list. When rows above the view come or go, what is in view stays
 * where it is: row `selected` if it is in view, else the first that is. `order`: with another, one begins at the top.
 */
export function useRowWindow(list: RefObject<HTMLElement | null>, rows: readonly Row[], selected: number, order: string): RowWindow {
  const [{ top, height }, setScroll] = useState<Scroll>({ top: 0, height: 0 });
  const anchor = useRef<{ readonly id: string; readonly index: number; readonly top: number } | null>(null);
  const offsets = useMemo(() => tops(rows), [rows]);
  const measure = () => {
    if (list.current !== null) setScroll({ top: list.current.scrollTop, height: list.current.clientHeight });
  };
  const hold = (index: number) => {
    const row = rows[index];
    anchor.current = row === undefined ? null : { id: row.id, index, top: offsets[index] ?? 0 };
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (list.current !== null) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const known = anchor.current;
    if (list.current === null || known === null) return;
    const index = rows[known.index]?.id === known.id ? known.index : rows.findIndex(({ id }) => id === known.id);
    const moved = index < 0 ? 0 : (offsets[index] ?? 0) - known.top;
    if (moved === 0) return;
    list.current.scrollTop += moved;
    measure();
  }, [rows]);
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = 0;
  }, [order]);
  const isInView = (offsets[selected] ?? -1) >= top && (offsets[selected + 1] ?? top + height + 1) <= top + height;
  const held = isInView ? selected : first(offsets, top);
  useLayoutEffect(() => hold(held));
  return {
    start: lastUpTo(offsets, top - SPARE),
    end: Math.min(rows.length, lastUpTo(offsets, top + height + SPARE) + 1),
    tops: offsets,
    page(from, isDown) {
      const pixel = offsets[from] ?? 0;
      // The row at the edge stays in view.
      const way = Math.max(0, height - ROW_HEIGHTS.group);
      return Math.max(1, isDown ? lastUpTo(offsets, pixel + way) - from : from - first(offsets, pixel - way));
    },
    // Firefox warns of a page that moves elements while it is being told of a scroll.
    onScroll: () => void requestAnimationFrame(measure),
    scrollTo(index) {
      const view = list.current;
      const [from = 0, to = 0] = [offsets[index], offsets[index + 1]];
      if (view === null) return;
      if (from < view.scrollTop) view.scrollTop = from;
      else if (to > view.scrollTop + view.clientHeight) view.scrollTop = to - view.clientHeight;
    },
    hold,
  };
}
