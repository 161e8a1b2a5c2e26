/** The languages that the extension speaks. */
const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const isSpoken = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag);

/** Of languages as BCP 47 names them, the most wanted first: the first that is spoken, whatever its region; else English. */
export const languageOf = (preferred: readonly string[]): Language =>
  preferred.map(tag => tag.toLowerCase().replace(/-.*/s, '')).find(isSpoken) ?? 'en';
