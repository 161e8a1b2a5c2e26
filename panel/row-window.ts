import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The height of a row in pixels; the style sheet gets it from here. */
export const ROW_HEIGHT = 44;
/** Rows kept in the document above and below what is in view, so that a fast scroll finds them there. */
const SPARE_ROWS = 8;

interface Scroll {
  readonly top: number;
  readonly height: number;
}

export interface RowWindow {
  /** The first row in the document, and the one after the last. */
  readonly start: number;
  readonly end: number;
  onScroll(): void;
  scrollTo(index: number): void;
}

/**
 * Keeps the document as small as the view, however long the list. When rows above the view come or go, what is in view
 * stays where it is.
 */
export function useRowWindow(list: RefObject<HTMLElement | null>, ids: readonly string[]): RowWindow {
  const [{ top, height }, setScroll] = useState<Scroll>({ top: 0, height: 0 });
  const anchor = useRef<{ readonly id: string; readonly index: number } | null>(null);
  const measure = () => {
    if (list.current !== null) setScroll({ top: list.current.scrollTop, height: list.current.clientHeight });
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (list.current !== null) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const known = anchor.current;
    const index = known === null ? -1 : ids.indexOf(known.id);
    if (list.current === null || known === null || index < 0 || index === known.index) return;
    list.current.scrollTop += (index - known.index) * ROW_HEIGHT;
    measure();
  }, [ids]);
  const first = Math.max(0, Math.min(Math.floor(top / ROW_HEIGHT), ids.length - 1));
  const id = ids[first];
  useLayoutEffect(() => {
    anchor.current = id === undefined ? null : { id, index: first };
  });
  return {
    start: Math.max(0, first - SPARE_ROWS),
    end: Math.min(ids.length, first + Math.ceil(height / ROW_HEIGHT) + SPARE_ROWS),
    // Firefox warns of a page that moves elements while it is being told of a scroll.
    onScroll: () => void requestAnimationFrame(measure),
    scrollTo(index) {
      const view = list.current;
      if (view === null) return;
      const wanted = index * ROW_HEIGHT;
      if (wanted < view.scrollTop) view.scrollTop = wanted;
      else if (wanted + ROW_HEIGHT > view.scrollTop + view.clientHeight) view.scrollTop = wanted + ROW_HEIGHT - view.clientHeight;
    },
  };
}
