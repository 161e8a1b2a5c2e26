/** Where the panel's texts stand. Each function is sent there as text (views.ts). */

/** Texts that stand on one another, of which nobody can read either; a popover is above what it covers. */
export const overlaps = (): readonly string[] => {
  // A line's box is a little higher than its letters.
  const [WIDTH_MIN, HEIGHT_MIN] = [2, 4];
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Piece extends Box {
    readonly element: Element;
    readonly layer: Element | null;
    readonly text: string;
  }
  const common = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isSeen = ({ left, top, right, bottom }: Box): boolean => right - left >= WIDTH_MIN && bottom - top >= HEIGHT_MIN;
  const clipped = (box: Box, element: Element | null): Box => {
    if (element === null) return common(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    const isClipping = getComputedStyle(element).overflow !== 'visible';
    const rest = isClipping ? common(box, element.getBoundingClientRect()) : box;
    return element.matches(':popover-open') ? rest : clipped(rest, element.parentElement);
  };
  const pieces: Piece[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (element === null || text === '' || element.closest('.unseen, option') !== null) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const layer = element.closest('[popover], .stops, .search-hint');
    for (const line of range.getClientRects()) {
      const box = clipped(line, element);
      if (isSeen(box)) pieces.push({ ...box, element, layer, text });
    }
  }
  return pieces.flatMap((piece, index) =>
    pieces
      .slice(index + 1)
      .filter(other => other.layer === piece.layer && other.element !== piece.element && isSeen(common(piece, other)))
      .map(other => `“${piece.text.slice(0, 40)}” and “${other.text.slice(0, 40)}”`),
  );
};

/** The texts of the detail that are in view, each with its place and its size. */
export const detailLayout = (): readonly string[] => {
  const detail = document.querySelector('.detail');
  if (detail === null) return [];
  const { left, top, bottom } = detail.getBoundingClientRect();
  const lines: string[] = [];
  const texts = document.createTreeWalker(detail, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue?.replace(/\s+/g, ' ').trim() ?? '';
    if (text === '' || element?.checkVisibility({ visibilityProperty: true }) !== true) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.top >= bottom) continue;
    const numbers = [box.left - left, box.top - top, box.width, box.height].map(Math.round);
    lines.push(`${numbers.join(' ')} ${text}`);
  }
  return lines;
};
