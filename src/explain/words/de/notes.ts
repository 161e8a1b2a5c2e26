/** German: what to mind when applying a fix, and what the page's own code can do. */
import { short } from '../text.ts';
import type { Words } from '../words.ts';
import { quoted } from './quoted.ts';

export const notes: Words['notes'] = {
  'allow-list': ({ origin }) =>
    `Wenn der Server mehrere Origins erlaubt, lassen Sie ihn den Origin der Anfrage mit Ihrer Liste bekannter Origins vergleichen und mit dem passenden antworten. Hier ist das ${short(origin)}.`,
  'credentials-assumed': () =>
    'Wenn die Seite ohne Anmeldedaten (Cookies und dergleichen) anfragt, was nicht zu sehen ist, lassen Sie Access-Control-Allow-Credentials weg.',
  'star-replaced': () =>
    '„*“ gilt nur ohne Anmeldedaten. Wenn die Seite ohne sie anfragt, darf ein „*“, das durch eine dieser Zeilen ersetzt wird, bleiben.',
  'credentials-impossible': () =>
    'Das hilft nur, wenn die Seite ohne Anmeldedaten (Cookies und dergleichen) anfragt, was nicht zu sehen ist: Keine Antwort kann sie erlauben, wo der Browser als Origin „null“ angibt.',
  'any-origin': () => 'Mit „*“ darf jede Seite diese Antwort lesen. Verwenden Sie es nur für das, was alle sehen dürfen.',
  'answer-unseen': () =>
    'Die Antwort auf die eigentliche Anfrage war noch nicht zu sehen, weil der Browser vorher abgebrochen hat. Sie braucht ihre Zeilen trotzdem.',
  'options-before-auth': () => 'Beantworten Sie OPTIONS, bevor etwas eine Anmeldung verlangt: Browser senden damit weder Cookies noch Authorization.',
  'final-url': ({ finalUrl }) =>
    finalUrl === null
      ? 'Noch besser: Lassen Sie die Seite gleich das endgültige Ziel aufrufen.'
      : `Noch besser: Lassen Sie die Seite direkt ${quoted(finalUrl)} aufrufen.`,
};

export const advice: Words['advice'] = {
  'upper-case-method': ({ method }) =>
    `Schreiben Sie die Methode in Großbuchstaben: ${quoted(method.toUpperCase())}. Dann muss sich am Server nichts ändern.`,
  'final-url': ({ finalUrl }) =>
    finalUrl === null ? 'Rufen Sie direkt das endgültige Ziel auf.' : `Rufen Sie direkt das endgültige Ziel auf: ${quoted(finalUrl)}.`,
  'no-credentials': () =>
    'Wenn der Server nicht wissen muss, wer der Nutzer ist, fragen Sie ohne Anmeldedaten an: Lassen Sie credentials: "include" (fetch) oder withCredentials (XMLHttpRequest) weg.',
  'no-response-headers-in-request': () => 'Löschen Sie jeden Header Access-Control-… aus der Anfrage. Nur Server senden solche Header.',
  'no-opaque-origin': () =>
    'Geben Sie der Seite einen Origin: Liefern Sie sie über http oder https aus, oder fügen Sie dem Attribut sandbox des Frames allow-same-origin hinzu.',
  'own-back-end': ({ target }) =>
    `Wenn ${short(target)} nicht Ihnen gehört, rufen Sie es stattdessen von Ihrem eigenen Server aus auf, und lassen Sie die Seite diesen fragen.`,
  'no-tracing-headers': () => 'Lassen Sie die Monitoring-Bibliothek ihre Header nur an Ihre eigenen Server senden.',
};
