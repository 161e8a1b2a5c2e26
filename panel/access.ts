/** The page that asks for access to all sites: a DevTools page may not ask in every browser. */
import { hasHostAccess, onHostAccessChanged, preferredLanguages, requestHostAccess } from '../src/browser.ts';
import { type Language, languageOf } from '../src/language.ts';
import { access as english } from './words/en/access.ts';

const catalogues: Readonly<Record<Language, () => Promise<typeof english>>> = {
  en: async () => english,
  de: async () => (await import('./words/de/access.ts')).access,
};
const language = languageOf(await preferredLanguages());
const access = await catalogues[language]();
document.documentElement.lang = language;
document.title = access.title;
for (const element of document.querySelectorAll<HTMLElement>('[data-word]'))
  element.textContent = access[element.dataset.word as keyof typeof access];

const ask = document.getElementById('ask');
const done = document.getElementById('done');
const refused = document.getElementById('refused');

/** The question, or that it is settled; access may be given and taken in the browser's own settings too. */
const show = async (): Promise<void> => {
  const granted = await hasHostAccess();
  const isNews = granted && ask?.hidden === false;
  if (ask !== null) ask.hidden = granted;
  if (done !== null) done.hidden = !granted;
  // The button that had the focus is gone, and a screen reader reads on where the focus is.
  if (isNews) done?.focus();
};

document.getElementById('grant')?.addEventListener('click', () => {
  void requestHostAccess().then(granted => {
    if (refused !== null) refused.textContent = granted ? '' : access.refused;
    return show();
  });
});
onHostAccessChanged(() => void show());
await show();
