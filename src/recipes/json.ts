/** JSON as people write it: short lists on one line. */

const inline = (value: unknown): string => (Array.isArray(value) ? `[${value.map(inline).join(', ')}]` : JSON.stringify(value));

/** An object, its fields a line each; those that are null or empty lists are left out. */
export const jsonObject = (fields: Readonly<Record<string, unknown>>, indent = ''): string => {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${indent}  ${JSON.stringify(name)}: ${inline(value)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
};
