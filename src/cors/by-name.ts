/** How many names are remembered. */
const NAMES_MAX = 1_000;

/** The same few dozen names stand in every answer: what was found out of one is remembered. For names that are short. */
export function byName<T>(find: (name: string) => T): (name: string) => T {
  const found = new Map<string, { readonly result: T }>();
  return name => {
    const known = found.get(name);
    if (known !== undefined) return known.result;
    const result = find(name);
    if (found.size >= NAMES_MAX) found.clear();
    found.set(name, { result });
    return result;
  };
}
