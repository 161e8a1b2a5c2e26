/** German: answers that were made for another request. */
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';

export const cacheCauses: KindWords<'cache'> = {
  'vary-missing': {
    title: 'Ein Cache gibt die Antwort einer anderen Seite aus',
    is: () =>
      'Die Antwort kommt aus einem Cache und galt einer anderen Seite, oder keiner. Ohne Vary: Origin hält der Cache sie für alle gültig. Lassen Sie den Server Vary: Origin mit jeder Antwort senden, auch mit denen ohne CORS-Header, und leeren Sie den Cache.',
    shows: 'Dieselbe Adresse mit einer neuen Query (?1) wird gut beantwortet.',
  },
  'kept-without-cors': {
    title: 'Der Browser hat eine Kopie ohne CORS behalten',
    is: () =>
      'Der Browser hat seine eigene Kopie der Antwort ausgegeben. Sie stammt von einem Laden ohne CORS, etwa durch ein <img>. Geben Sie diesem Element crossorigin, oder lassen Sie den Server seine CORS-Header und Vary: Origin mit jeder Antwort senden.',
    shows: 'Mit ausgeschaltetem Cache in den DevTools funktioniert es. Scheitert es auch dann, sendet der Server selbst keine CORS-Header.',
  },
  'remembered-preflight': {
    title: 'Ein alter Preflight verbirgt eine Änderung',
    is: () =>
      'Der Browser hat keinen Preflight gesendet, weil er sich einen gemerkt hat, der erlaubt war. Die Einstellungen des Servers können sich seitdem geändert haben: Schalten Sie den Cache in den DevTools aus, und fragen Sie noch einmal, um zu sehen, was er jetzt antwortet.',
    shows: 'Mit ausgeschaltetem Cache wird schon der Preflight abgelehnt.',
  },
  'service-worker-opaque': {
    title: 'Der Service Worker gibt eine Kopie ohne CORS aus',
    is: ({ page, target }) =>
      `Der Service Worker von ${short(page)} hat ${short(target)} im Modus „no-cors“ gefragt. Eine solche Antwort ist jeder Seite verschlossen: Sie darf gezeigt, aber nicht gelesen werden. Lassen Sie den Worker im Modus „cors“ fragen, was der Server erlauben muss, oder überlassen Sie diese Anfrage dem Netz. Geben Sie dem Cache des Workers einen neuen Namen, damit keine alte Kopie in Gebrauch bleibt.`,
    shows: 'Ist der Worker abgemeldet (Anwendung › Service Workers), antwortet der Server selbst.',
  },
};
