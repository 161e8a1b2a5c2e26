/** The rest of a list of headers, in the accusative: "1 weiteren", "2 weitere". */
export const moreHeaders = (count: number): string => (count === 1 ? '1 weiteren' : `${count} weitere`);
