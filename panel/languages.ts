/** Which words the tab speaks with. English is part of what is loaded; another language comes as files of its own, if it is wanted. */
import type { Language } from '../src/language.ts';
import type { LaterWords } from './later-words.ts';
import { once } from './once.ts';
import { setWords, type WordsAtOnce } from './words.ts';

interface Catalogue {
  readonly atOnce: () => Promise<WordsAtOnce>;
  readonly later: () => Promise<LaterWords>;
}

const catalogues: Readonly<Record<Exclude<Language, 'en'>, Catalogue>> = {
  de: {
    atOnce: () => import('./words/de/de.ts'),
    later: () => import('./words/de/de-later.ts'),
  },
};

let catalogue: Catalogue | null = null;

/** Before the first render. */
export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language;
  catalogue = language === 'en' ? null : catalogues[language];
  if (catalogue !== null) setWords(await catalogue.atOnce());
}

/** What is loaded once the tab is on show, and speaks its language. */
export const loadLater = once(async () => {
  const [later, words] = await Promise.all([import('./later.ts'), catalogue?.later()]);
  if (words !== undefined) later.setLaterWords(words);
  return later;
});
