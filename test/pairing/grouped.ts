/** Items by a key of theirs, each group in the order in which they came. (Node 20 has no Map.groupBy.) */
export const grouped = <K, T>(items: readonly T[], key: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};
