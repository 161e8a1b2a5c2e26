/** German: causes of errors that have lost their headers. */
import { addedTo, allowedElsewhere } from '../../../causes/allowed-elsewhere.ts';
import { isPreflightAllowed } from '../../../causes/caches.ts';
import { field, MISSING_ROUTE } from '../../../causes/signs.ts';
import { clip, enumerate, short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { isHeld } from './held.ts';

export const errorCauses: KindWords<'error'> = {
  'body-too-large': {
    title: 'Die Anfrage ist zu groß',
    is: () =>
      'Der Server oder ein Proxy davor nimmt keine Anfrage dieser Größe an (413), und seine Ablehnung hat keine CORS-Header. Erhöhen Sie die Grenze (client_max_body_size in nginx, post_max_size in PHP, die Grenze des Body-Parsers in Node.js), oder senden Sie weniger.',
    shows: null,
  },
  'too-many-requests': {
    title: 'Zu oft angefragt',
    is: ({ failure }) =>
      `Der Server lehnt ab, weil er zu oft gefragt wurde (429)${
        failure.stage !== 'preflight'
          ? ', und seine Ablehnung hat keine CORS-Header. So sieht die Seite nicht, wann sie es wieder versuchen darf'
          : ''
      }. Fragen Sie seltener, und setzen Sie die Begrenzung hinter CORS.`,
    shows: null,
  },
  'output-before-headers': {
    title: 'PHP hat vor den Headern etwas ausgegeben',
    is: () =>
      'Sobald PHP etwas ausgegeben hat, etwa eine Warnung, var_dump oder eine Leerzeile vor <?php, setzt es keine Header mehr. Die Antwort beginnt mit dieser Ausgabe: Entfernen Sie sie.',
    shows: 'Im Log von PHP steht „headers already sent“.',
  },
  'nginx-not-always': {
    title: 'nginx lässt die Header bei Fehlern weg',
    is: facts =>
      `${isHeld(allowedElsewhere(facts))} Was add_header hinzufügt, gibt nginx nur guten Antworten mit. Schreiben Sie always an das Ende jeder Zeile mit add_header.`,
    shows: 'Die Zeilen, die den Header hinzufügen, stehen in der Konfiguration von nginx, und ihnen fehlt always.',
  },
  'nginx-inheritance': {
    title: 'Eine location von nginx ohne die Header um sie herum',
    is: facts => {
      const other = allowedElsewhere(facts);
      const added = other === null ? [] : addedTo(facts, other.answer);
      const instead = added.length === 0 ? '' : ` Diese hat stattdessen ${enumerate(added, 'und', count => `${count} weitere`)}.`;
      return `${isHeld(other)}${instead} Eine location von nginx mit einem eigenen add_header hat keinen von denen, die um sie herum stehen: Wiederholen Sie die Zeilen für CORS dort, oder binden Sie sie aus einer Datei ein.`;
    },
    shows: 'Im Block der location steht ein add_header, und die Zeilen für CORS stehen außerhalb.',
  },
  'api-gateway-error': {
    title: 'Ein Fehler des Gateways selbst',
    is: facts =>
      MISSING_ROUTE.test(field(facts, 'x-amzn-errortype'))
        ? 'Das API-Gateway kennt diesen Pfad oder diese Methode nicht. Prüfen Sie den Pfad mit seiner Stage, und veröffentlichen Sie die Stage. Seinen eigenen Fehlern fehlen die Header: Geben Sie sie auch seinen vorgegebenen Antworten für 4xx und 5xx mit.'
        : 'Das API-Gateway hat mit einem eigenen Fehler geantwortet, und die Header der Funktion dahinter fehlen. Geben Sie auch den vorgegebenen Antworten des Gateways für 4xx und 5xx die Header mit, und beheben Sie den Fehler.',
    shows: 'Im Log der Funktion fehlt diese Anfrage, oder sie endet dort mit einem Fehler ohne Antwort.',
  },
  'not-signed-in': {
    title: 'Niemand ist angemeldet',
    is: () =>
      'Der Server verlangt eine Anmeldung (401), und die Anfrage enthält weder ein Cookie noch ein Token. Melden Sie sich an, oder senden Sie das Token. Cookies gehen nur mit credentials: "include" und SameSite=None; Secure mit. Auch die Ablehnung braucht die CORS-Header, sonst sieht die Seite sie nicht.',
    shows: 'Dieselbe Anfrage mit einer gültigen Anmeldung gelingt.',
  },
  'sign-in-refused': {
    title: 'Die Anmeldung wird nicht angenommen',
    is: ({ answer }) =>
      `Der Server nimmt die Anmeldung in der Anfrage nicht an (${answer?.status ?? 401}): Sie ist vielleicht abgelaufen, oder ihr fehlt das Recht. Die Ablehnung hat keine CORS-Header, deshalb sieht die Seite sie nicht: Auch sie braucht die Header.`,
    shows: 'Dieselbe Anfrage mit einer neuen Anmeldung gelingt.',
  },
  'request-forbidden': {
    title: 'Der Server verbietet die Anfrage',
    is: facts =>
      isPreflightAllowed(facts)
        ? 'Der Server lehnt die Anfrage ab (403), obwohl seine Antwort auf den Preflight die Seite zulässt. Eine Firewall, eine Prüfung gegen gefälschte Anfragen (CSRF) oder fehlende Rechte führen zu dieser Antwort. Die Ablehnung hat keine CORS-Header, und die Seite sieht sie nicht: Auch sie braucht die Header.'
        : `Der Server lehnt die Anfrage ab (403), und die Ablehnung hat keine CORS-Header. Manche Frameworks antworten so, wenn ein Origin nicht auf ihrer Liste steht: Setzen Sie ${short(facts.page)} darauf. Auch eine Prüfung gegen gefälschte Anfragen (CSRF) und fehlende Rechte führen zu dieser Antwort.`,
    shows: 'Im Log des Servers steht, warum er ablehnt. Wird curl ohne Origin gut beantwortet, ist es die Liste.',
  },
  'wrong-address': {
    title: 'Unter dieser Adresse gibt es nichts',
    is: ({ failure }) =>
      failure.stage === 'preflight'
        ? 'Der Server findet unter dieser Adresse nichts (404). Suchen Sie im Pfad nach einem Tippfehler, einem fehlenden Anfang wie /api oder einer Version.'
        : 'Der Server findet unter dieser Adresse nichts (404), und seine Fehlerseite hat keine CORS-Header. Suchen Sie im Pfad nach einem Tippfehler, einem fehlenden Anfang wie /api oder einer Version.',
    shows: 'Auch in einem eigenen Tab oder mit curl wird unter der Adresse nichts gefunden.',
  },
  'method-not-offered': {
    title: 'Die Adresse nimmt diese Methode nicht an',
    is: ({ method }) =>
      `Der Server beantwortet ${clip(method, 24)} unter dieser Adresse mit 405 und ohne CORS-Header. Prüfen Sie die Methode und den Pfad: Vielleicht nimmt ein anderer sie an.`,
    shows: 'Die Antwort des Servers nennt in Allow, was er hier annimmt.',
  },
  'gateway-error': {
    title: 'Ein Gateway antwortet für die Anwendung',
    is: ({ answer, failure }) =>
      `Anstelle der Anwendung hat ein Proxy oder Gateway geantwortet, und zwar mit ${answer?.status ?? 'einem Fehler'}${
        failure.stage !== 'preflight' ? '. Deshalb fehlen die Header der Anwendung' : ''
      }. Finden Sie heraus, warum die Anwendung nicht erreichbar war.`,
    shows: 'Im Log der Anwendung steht diese Anfrage nicht.',
  },
  'errors-lose-headers': {
    title: 'Fehlern fehlt, was gute Antworten haben',
    is: facts =>
      `${isHeld(allowedElsewhere(facts))} Dieser Fehler tut es nicht. Was die Fehler erzeugt, läuft außerhalb dessen, was die Header hinzufügt: Machen Sie CORS zur äußersten Schicht.`,
    shows: 'Auch jedem anderen Fehler dieses Servers fehlt der Header.',
  },
  'server-error': {
    title: 'In der Anwendung ist ein Fehler aufgetreten',
    is: ({ answer, failure }) =>
      failure.stage !== 'preflight'
        ? `In der Anwendung ist ein Fehler aufgetreten (${answer?.status ?? 'kein Erfolg'})${answer?.status === 503 ? ', oder sie wird gerade gewartet' : ''}, und der Fehlerantwort fehlen die CORS-Header, die gute Antworten vielleicht haben. Beheben Sie zuerst den Fehler. Geben Sie die Header dann auch den Fehlerantworten mit.`
        : `In der Anwendung ist ein Fehler aufgetreten (${answer?.status ?? 'kein Erfolg'}), als sie um Erlaubnis gefragt wurde. Im Log der Anwendung sollte stehen, warum.`,
    shows: 'Im Log der Anwendung steht ein Fehler zu diesem Zeitpunkt.',
  },
  'origin-check-throws': {
    title: 'Die Prüfung des Origins wirft einen Fehler',
    is: () =>
      'Eine Funktion, die über Origins entscheidet, gibt einen Fehler weiter, etwa mit „callback(new Error("Not allowed by CORS"))“, und Express macht eine 500 daraus. Lassen Sie sie mit „callback(null, false)“ antworten, und setzen Sie den Origin der Seite auf ihre Liste.',
    shows: 'Im Log des Servers oder in der Antwort steht der Text dieses Fehlers.',
  },
  'only-preflight-allowed': {
    title: 'Nur der Preflight ist erlaubt',
    is: () =>
      'Die Antwort auf den Preflight erlaubt den Origin der Seite, und die Antwort auf die Anfrage selbst hat keinen solchen Header. Browser verlangen ihn auf beiden: Lassen Sie denselben Code ihn jeder Antwort hinzufügen, nicht nur bei OPTIONS.',
    shows: 'Nur die Route oder die Regel für OPTIONS setzt den Header.',
  },
  'error-without-headers': {
    title: 'Ein Fehler, der keine Seite zulässt',
    is: ({ answer, failure }) =>
      failure.stage !== 'preflight'
        ? `Der Server hat mit einem Fehler geantwortet (${answer?.status ?? 'kein Erfolg'}), und die Antwort hat keine CORS-Header. So kann die Seite nicht einmal sehen, welcher Fehler es ist. Auch Fehlerantworten brauchen die Header.`
        : `Der Server hat den Preflight mit einem Fehler beantwortet (${answer?.status ?? 'kein Erfolg'}), und dann zählt kein Header. Lassen Sie das, was CORS kennt, OPTIONS beantworten, und zwar mit 204.`,
    shows: 'Im Log des Servers steht ein Fehler zu diesem Zeitpunkt.',
  },
};
