/** The rest of a list of headers: "1 more header", "2 more headers". */
export const moreHeaders = (count: number): string => (count === 1 ? '1 more header' : `${count} more headers`);
