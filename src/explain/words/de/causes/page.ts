/** German: causes in what the page is, and in how it asks. */
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { quoted } from '../quoted.ts';

export const pageCauses: KindWords<'page'> = {
  'response-headers-in-request': {
    title: 'Header, die nur Server senden',
    is: () =>
      'Die Seite sendet einen Header, der mit Access-Control- beginnt. Solche Header gehören in die Antwort des Servers. In einer Anfrage bewirken sie nichts, außer dass sie eine eigene Erlaubnis brauchen. Löschen Sie sie aus dem Code der Seite.',
    shows: null,
  },
  'lower-case-method': {
    title: 'Die Methode ist klein geschrieben',
    is: ({ method }) =>
      `Der Code der Seite schreibt die Methode als ${quoted(method)}. Für Browser und Server ist das eine andere Methode als ${quoted(method.toUpperCase())}.`,
    shows: null,
  },
  'sandboxed-frame': {
    title: 'Die Sandbox des Frames nimmt ihm den Origin',
    is: () =>
      'Die Anfrage kommt aus einem Frame mit Sandbox oder aus einem ohne eigene Adresse (data:). Deshalb kann kein Server nennen, wer fragt. Ergänzen Sie allow-same-origin im Attribut sandbox des Frames, wenn Sie seinem Inhalt vertrauen, oder lassen Sie die Seite um ihn herum fragen. Erlauben Sie auf dem Server nicht „null“: Das haben solche Frames aller Websites.',
    shows: 'Das Element des Frames hat das Attribut sandbox, oder seine Antwort eine Content-Security-Policy mit sandbox.',
  },
  'local-file': {
    title: 'Die Seite ist eine lokale Datei',
    is: () =>
      'Eine Seite, die als Datei geöffnet ist, hat keinen Origin, den ein Server nennen könnte. Stellen Sie ihren Ordner über http bereit, auch auf dem eigenen Computer. Erlauben Sie auf dem Server nicht „null“: Das haben auch andere Seiten.',
    shows: 'Die Adresszeile beginnt mit file:.',
  },
  'opaque-origin': {
    title: 'Die Seite hat keinen Origin',
    is: () =>
      'Die Seite hat keinen eigenen Origin. Das ist so in einem Frame mit Sandbox, bei einer Datei von der Festplatte und bei einer data:-Adresse.',
    shows: 'Die Konsole dieser Seite gibt für origin „null“ aus.',
  },
  'tracing-headers': {
    title: 'Eine Monitoring-Bibliothek fügt Header hinzu',
    is: () =>
      'Eine Monitoring-Bibliothek (etwa Sentry, Datadog oder Application Insights) fügt den Anfragen der Seite Tracing-Header hinzu. In ihren Einstellungen steht, welche Server sie bekommen.',
    shows: 'Der Header fehlt, sobald die Bibliothek ausgeschaltet ist.',
  },
  'library-headers': {
    title: 'Eine Bibliothek fügt einen Header hinzu',
    is: () =>
      'Header wie X-Requested-With oder X-CSRF-Token fügen Bibliotheken jeder Anfrage hinzu. Dieser Server braucht sie nicht: Lassen Sie die Bibliothek sie nur an Ihren eigenen Server senden, oder lassen Sie diesen Server sie erlauben.',
    shows: 'Im eigenen Code der Seite kommt der Header nicht vor.',
  },
  'web-font': {
    title: 'Schriften brauchen immer CORS',
    is: ({ page }) =>
      `Browser laden Webschriften mit CORS, was auch im Code der Seite steht. Der Server oder der Speicher mit den Schriftdateien muss ${short(page)} oder allen den Zugriff darauf erlauben.`,
    shows: 'Auch andere Dateien aus demselben Ordner haben keinen solchen Header.',
  },
  'image-with-crossorigin': {
    title: 'Das Bild wird mit CORS geladen',
    is: () =>
      'Ein Bild wird mit CORS geladen, wenn sein Element das Attribut crossorigin hat oder wenn es als Maske oder Form dient. Der Server muss das erlauben. Ein Bild, das nur gezeigt wird, braucht kein crossorigin; eines, das aus einem Canvas ausgelesen werden soll, braucht es.',
    shows: 'Ohne crossorigin wird das Bild gezeigt.',
  },
  'element-with-crossorigin': {
    title: 'Die Datei wird mit CORS geladen',
    is: () =>
      'Eine Datei wird mit CORS geladen, wenn ihr Element das Attribut crossorigin hat. Lassen Sie es weg, wenn die Seite die Datei nur benutzt, oder lassen Sie den Server es erlauben.',
    shows: 'Ohne crossorigin wird die Datei geladen.',
  },
  'module-script': {
    title: 'Modulskripte brauchen immer CORS',
    is: () =>
      'Browser laden <script type="module">, was Module importieren, und Skripte mit dem Attribut crossorigin mit CORS. Der Server, auf dem sie liegen, muss dem Origin der Seite oder allen den Zugriff erlauben.',
    shows: 'Das Element hat type="module" oder crossorigin, oder die Zeile, die fragt, ist ein import.',
  },
};
