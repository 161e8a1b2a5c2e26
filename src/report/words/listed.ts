/** Names or origins listed in a sentence. */
const LISTED = 5;

/** "a", "a and b", "a, b and 3 more", in any language. */
export const listed = (items: readonly string[], and: string, more: (count: number) => string): string => {
  const rest = items.length - LISTED;
  const parts = rest > 0 ? [...items.slice(0, LISTED), more(rest)] : items;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
};
