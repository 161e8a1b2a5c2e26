/** Numbers in German sentences. */
export const number = (value: number): string => value.toLocaleString('de');

export const plural = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;

export const enumerate = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} und ${items.at(-1)}`;

const clock = new Intl.DateTimeFormat('de', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const seconds = new Intl.NumberFormat('de', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Local time of day. */
export const time = (at: number): string => clock.format(at);

export const duration = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${Math.max(0, Math.round(milliseconds))} ms` : `${seconds.format(milliseconds / 1_000)} s`;
