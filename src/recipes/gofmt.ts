/** Keys and values within a literal of Go, each a line, with the values one below the other, as gofmt has them. */
export const entriesOf = (entries: readonly (readonly [key: string, value: string])[]): readonly string[] => {
  const width = Math.max(...entries.map(([key]) => key.length)) + 1;
  return entries.map(([key, value]) => `\t${`${key}:`.padEnd(width)} ${value},`);
};
