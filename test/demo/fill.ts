/** Puts the demo's real origins into a case's texts. */

/** `{name}` becomes its value; a name that has none stays as it is, braces and all. */
export const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\{([a-z0-9-]+)\}/g, (whole, name: string) => values.get(name) ?? whole);

/** Every string in a value of plain data, filled in. */
export const fillAll = <T>(data: T, values: ReadonlyMap<string, string>): T => {
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(value, values);
    if (Array.isArray(value)) return value.map(visit);
    if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
    return value;
  };
  return visit(data) as T;
};
