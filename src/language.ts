/** The languages that the extension speaks. */
export type Language = 'en' | 'de';

const isSpoken = (tag: string): tag is Language => tag === 'en' || tag === 'de';

/** Of languages as BCP 47 names them, the most wanted first: the first that is spoken, whatever its region; else English. */
export const languageOf = (preferred: readonly string[]): Language =>
  preferred.map(tag => tag.toLowerCase().replace(/-.*/s, '')).find(isSpoken) ?? 'en';
