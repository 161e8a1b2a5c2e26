/** Items by a key of theirs, each group in the order in which they came. (Not every browser and Node.js that this runs in has Map.groupBy.) */
export const grouped = <K, T>(items: Iterable<T>, key: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};
