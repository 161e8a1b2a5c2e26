/** German: the likely reason behind a broken rule, and where to look. */
import { enumerate, short } from '../text.ts';
import type { Words } from '../words.ts';
import { moreHeaders } from './more-headers.ts';
import { quoted } from './quoted.ts';

export const causes: Words['causes'] = {
  'response-headers-in-request': () =>
    'Die Seite sendet einen Header, der mit Access-Control- beginnt. Solche Header gehören in die Antwort des Servers. In einer Anfrage bewirken sie nichts, außer dass sie eine eigene Erlaubnis brauchen. Löschen Sie sie aus dem Code der Seite.',
  'lower-case-method': ({ method }) =>
    `Der Code der Seite schreibt die Methode als ${quoted(method)}. Für Browser und Server ist das eine andere Methode als ${quoted(method.toUpperCase())}.`,
  'redirect-tainted': () =>
    'Die Seite fragt einen Server an, und der leitet zu einem anderen weiter. Dabei geht der Origin der Seite verloren, und kein Server kann ihn mehr nennen.',
  'opaque-origin': () =>
    'Die Seite hat keinen eigenen Origin. Das ist so in einem Frame mit Sandbox, bei einer Datei von der Festplatte und bei einer data:-Adresse.',
  'redirect-to-https': () => 'Im Code der Seite steht die Adresse mit http, und der Server leitet alle auf https weiter.',
  'redirect-trailing-slash': () =>
    'Die Adresse, die die Seite aufruft, und die Adresse, die der Server kennt, unterscheiden sich im Schrägstrich am Ende. Viele Frameworks leiten von der einen zur anderen weiter.',
  'redirect-to-login': ({ failure }) =>
    failure.stage === 'preflight'
      ? 'Der Server schickt alle, die nicht angemeldet sind, zu einer Anmeldeseite, und ein Preflight enthält nie eine Anmeldung. Lassen Sie OPTIONS durch, und beantworten Sie Anfragen von Code mit 401 statt mit einer Weiterleitung.'
      : 'Der Server schickt alle, die nicht angemeldet sind, zu einer Anmeldeseite, mit der Code nichts anfangen kann. Lassen Sie ihn Anfragen von Code stattdessen mit 401 beantworten. Dann kann die Seite ihre Nutzer dorthin schicken.',
  'redirect-elsewhere': () => 'Was die Seite aufruft, ist an eine andere Adresse umgezogen.',
  'auth-before-cors': () =>
    'Der Server verlangt eine Anmeldung, bevor er sich den Preflight ansieht, und ein Preflight enthält nie eine. Behandeln Sie CORS vor der Prüfung der Anmeldung, oder nehmen Sie OPTIONS davon aus.',
  'preflight-forbidden': () =>
    'Etwas verbietet den Preflight (403). Manche Frameworks antworten so, wenn ein Origin, eine Methode oder ein Header nicht auf ihrer Liste steht. Firewalls und Anmeldeprüfungen antworten so auf OPTIONS. Prüfen Sie zuerst die Liste.',
  'no-options-route': () =>
    'Unter dieser Adresse beantwortet nichts auf dem Server OPTIONS. Schalten Sie CORS in seinem Framework ein, oder fügen Sie eine Route hinzu, die OPTIONS beantwortet.',
  'gateway-error': ({ answer, failure }) =>
    `Anstelle der Anwendung hat ein Proxy oder Gateway geantwortet, und zwar mit ${answer?.status ?? 'einem Fehler'}${
      failure.code === 'allow-origin-missing' ? '. Deshalb fehlen die Header der Anwendung' : ''
    }. Finden Sie heraus, warum die Anwendung nicht erreichbar war.`,
  'server-error': ({ answer, failure }) =>
    failure.code === 'allow-origin-missing'
      ? `In der Anwendung ist ein Fehler aufgetreten (${answer?.status ?? 'kein Erfolg'}), und der Fehlerantwort fehlen die CORS-Header, die gute Antworten vielleicht haben. Beheben Sie zuerst den Fehler. Geben Sie die Header dann auch den Fehlerantworten mit.`
      : `In der Anwendung ist ein Fehler aufgetreten (${answer?.status ?? 'kein Erfolg'}), als sie um Erlaubnis gefragt wurde. Im Log der Anwendung sollte stehen, warum.`,
  'error-without-headers': ({ answer }) =>
    `Der Server hat mit einem Fehler geantwortet (${answer?.status ?? 'kein Erfolg'}), und die Antwort hat keine CORS-Header. So kann die Seite nicht einmal sehen, welcher Fehler es ist. Auch Fehlerantworten brauchen die Header.`,
  'added-twice': () =>
    'Der Header wird an zwei Stellen hinzugefügt, meist von der Anwendung und dann noch einmal vom Proxy oder Gateway davor. Lassen Sie das nur eine der beiden tun.',
  'list-of-origins': () =>
    'Der Server sendet seine ganze Liste der erlaubten Origins. Er muss darin den Origin suchen, der anfragt, und mit diesem einen antworten.',
  'any-origin-with-credentials': () =>
    'Der Server ist so eingestellt, dass er alle Origins erlaubt („*“). Das akzeptieren Browser nur für Anfragen ohne Cookies.',
  'origin-pattern': () =>
    'Der Server sendet das Muster, mit dem er konfiguriert ist. Er muss den Origin, der anfragt, mit dem Muster vergleichen und mit diesem Origin antworten.',
  'origin-misconfigured': () =>
    'Der erlaubte Origin in den Einstellungen des Servers ist nicht so geschrieben, wie Browser ihn schreiben. Übliche Versehen: kein http:// davor, ein Schrägstrich dahinter, Anführungszeichen darum oder eine Variable, die nicht gesetzt ist.',
  'other-origin-allowed': ({ failures }) =>
    failures.some(failure => failure.code === 'allow-origin-mismatch' && failure.because === 'null')
      ? 'Der Server erlaubt „null“. Manche Einstellungen enthalten das für Tests mit einer lokalen Datei. Lassen Sie ihn stattdessen den Origin der Seite erlauben.'
      : 'Der Server erlaubt einen festen Origin, und diese Seite hat einen anderen. Setzen Sie ihn auf die Liste der Origins, die der Server erlaubt.',
  'credentials-not-allowed': () =>
    'Der Server erlaubt den Origin der Seite, aber keine Anmeldedaten. Dafür gibt es in den meisten Frameworks einen eigenen Schalter.',
  'tracing-headers': () =>
    'Eine Monitoring-Bibliothek (etwa Sentry oder Datadog) fügt den Anfragen der Seite Tracing-Header hinzu. In ihren Einstellungen steht, welche Server sie bekommen.',
  'list-incomplete': () =>
    'Die CORS-Einstellungen des Servers enthalten eine Liste der Methoden und eine der Header. Was die Seite braucht, steht nicht darauf: Fügen Sie es dort hinzu.',
  'list-malformed': () => 'Übliche Versehen in einer solchen Liste: Anführungszeichen darum, Klammern, Semikolons oder Leerzeichen statt Kommas.',
  'redirect-refused': () => 'Der Server leitet dorthin weiter, wohin eine Anfrage an einen fremden Origin nicht gehen darf.',
  'redirect-to-http': () =>
    'Hinter einem Proxy, der die Verschlüsselung abnimmt, glaubt ein Server, die Anfragen kämen über http, und leitet entsprechend weiter. Stellen Sie ihn so ein, dass er dem Header X-Forwarded-Proto oder Forwarded des Proxys vertraut.',
  'silent-refusal': ({ page, method, askedHeaders }) => {
    const asked = [`den Origin ${short(page)}`, `die Methode ${short(method)}`, ...askedHeaders.map(name => `den Header ${name}`)];
    return `Der Preflight gelang, aber ohne jede Erlaubnis. Manche Server antworten so, wenn sie ablehnen: Sorgen Sie dafür, dass der Server ${enumerate(asked, 'und', count => `${moreHeaders(count)} Header`, { max: 5, room: 60 })} erlaubt. Andere kennen CORS gar nicht.`;
  },
  'cors-not-set-up': () => 'Der Server erlaubt keine fremden Origins, oder nicht unter dieser Adresse. CORS muss dort eingeschaltet werden.',
  'not-cors': () =>
    'Der Browser nennt den Grund selbst. Beheben Sie das zuerst: Ob CORS richtig eingerichtet ist, zeigt sich erst, wenn eine Antwort kommt.',
  unknown: () => 'Nichts von dem, was zu sehen ist, verrät den Grund. Sehen Sie als Nächstes in der Konsole des Browsers nach.',
};
