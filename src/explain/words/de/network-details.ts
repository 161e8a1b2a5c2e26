/** German: what is behind an error that no setting of CORS could mend. */
import type { NetworkCode } from '../../../model.ts';
import { type Facts, socketOrigin } from '../../facts.ts';
import { short } from '../text.ts';
import type { PerFailure } from '../words.ts';

const NOT_CORS = 'CORS ist nicht schuld, auch wenn die Seite denselben Fehler sieht: Keine CORS-Einstellung hilft hier.';

/** Its article is feminine. */
const page = ({ page: origin }: Facts): string => (origin === 'null' ? 'Seite ohne eigenen Origin' : `Seite von ${short(origin)}`);
const target = (facts: Facts): string => short(facts.target);
const socket = (facts: Facts): string => short(socketOrigin(facts));

export const networkDetails: Pick<PerFailure<string>, NetworkCode | 'unexplained'> = {
  'connection-refused': (_, facts) =>
    `Nichts hat die Verbindung zu ${target(facts)} angenommen. Vielleicht läuft der Server nicht, oder er lauscht auf einem anderen Port. ${NOT_CORS}`,
  'name-not-resolved': (_, facts) =>
    `Zum Host in ${target(facts)} ist keine Adresse bekannt. Vielleicht ist er falsch geschrieben oder nur in einem anderen Netz bekannt. ${NOT_CORS}`,
  'connection-lost': (_, facts) =>
    `Die Verbindung zu ${target(facts)} wurde geschlossen, bevor eine vollständige Antwort kam. Vielleicht ist der Server oder ein Proxy davor abgestürzt oder hat abgelehnt, was gesendet wurde. ${NOT_CORS}`,
  'timed-out': (_, facts) =>
    `${target(facts)} hat nicht rechtzeitig geantwortet. Vielleicht ist der Server überlastet, oder eine Firewall verwirft, was an ihn gesendet wird. ${NOT_CORS}`,
  offline: () =>
    `Dieser Rechner hat keine Verbindung zum Netz oder hat sie zwischendurch verloren. Versuchen Sie es noch einmal, sobald sie wieder da ist. ${NOT_CORS}`,
  'address-unreachable': (_, facts) =>
    `Die Adresse von ${target(facts)} ist von hier aus nicht erreichbar. Vielleicht ist ein VPN ausgeschaltet oder eine Firewall im Weg. ${NOT_CORS}`,
  'tls-failed': (_, facts) =>
    `Die sichere Verbindung zu ${target(facts)} kam nicht zustande. Oft spricht der Server auf diesem Port nur einfaches http oder nur veraltete Versionen von TLS. ${NOT_CORS}`,
  'certificate-rejected': (_, facts) =>
    `Das Zertifikat von ${target(facts)} ist vielleicht selbst signiert, abgelaufen oder für einen anderen Namen ausgestellt. Bei einem Entwicklungsserver können Sie dessen Adresse in einem eigenen Tab öffnen und das Zertifikat dort akzeptieren. ${NOT_CORS}`,
  'response-malformed': (_, facts) =>
    `Was ${target(facts)} gesendet hat, lässt sich nicht als HTTP lesen. Vielleicht lauscht auf diesem Port ein Server anderer Art, oder ein Proxy verstümmelt die Antwort unterwegs. ${NOT_CORS}`,
  'too-many-redirects': () =>
    `Eine Weiterleitung führte zur nächsten, bis der Browser nach etwa 20 aufgab. Oft heben zwei Regeln einander auf: Die eine hängt zum Beispiel einen Schrägstrich an, die andere nimmt ihn weg. ${NOT_CORS}`,
  'redirect-malformed': (_, facts) =>
    `${target(facts)} hat weitergeleitet, aber in Location steht keine Adresse, die der Browser lesen kann. ${NOT_CORS}`,
  'blocked-by-extension': () =>
    `Eine Erweiterung in diesem Browser, meist ein Werbeblocker, hat die Anfrage aufgehalten, bevor sie gesendet wurde. Versuchen Sie es in einem Fenster ohne Erweiterungen. ${NOT_CORS}`,
  'blocked-by-csp': (_, facts) =>
    `Die Content-Security-Policy der Seite führt auf, welche Adressen die Seite aufrufen darf (connect-src), und ${target(facts)} ist nicht darunter. ${NOT_CORS}`,
  'blocked-by-corp': (_, facts) =>
    `${target(facts)} hat den Header Cross-Origin-Resource-Policy gesendet, oder die Seite verlangt einen (Cross-Origin-Embedder-Policy). Er legt fest, wer diese Datei laden darf, und eine ${page(facts)} gehört nicht dazu. Das ist eine Regel für sich: Keine CORS-Einstellung ändert etwas daran.`,
  'blocked-by-orb': () =>
    'Die Seite hat ein Bild, ein Skript oder Ähnliches ohne CORS angefragt. Gekommen sind Daten (etwa JSON oder HTML), mit denen ein solches Tag nichts anfangen kann. Browser halten sie von der Seite fern. Oft kam statt der Datei eine Fehlerseite. Keine CORS-Einstellung ändert etwas daran.',
  'mixed-content': (_, facts) => `Eine Seite, die über https kam, darf nichts über http anfragen, und ${target(facts)} ist http. ${NOT_CORS}`,
  'local-network-access': (_, facts) =>
    `${target(facts)} liegt auf Ihrem eigenen Rechner oder in Ihrem Netz, und eine ${page(facts)} kam von außen. Der Browser lässt eine solche Seite nur mit Ihrer Erlaubnis herein, und nur, wenn sie über https kam. Achten Sie auf eine Frage an der Adressleiste, oder sehen Sie in den Berechtigungen der Website nach. ${NOT_CORS}`,
  'port-blocked': () =>
    `Mit manchen Ports, die andere Dienste nutzen, verbinden sich Browser nie, etwa mit 25 für E-Mail. Jeder andere Port ist in Ordnung. ${NOT_CORS}`,
  'websocket-refused': (_, facts) =>
    `Ein WebSocket beginnt mit einer Anfrage, und ${socket(facts)} hat sie nicht so beantwortet, dass er sich öffnet (101 Switching Protocols). Browser brauchen hier keine Erlaubnis: Sie öffnen einen Socket zu jedem Server, der zustimmt, und der Server prüft den Header Origin selbst. CORS-Header in seiner Antwort ändern nichts.${facts.answer === null ? ' Was er geantwortet hat, sagt Chromium nicht, solange eine Erweiterung Anfragen beobachten darf, auch nicht in der Konsole.' : ''}`,
  'network-error': ({ error }) =>
    error === ''
      ? `Vielleicht ist die Verbindung gescheitert, oder der Browser hat die Anfrage aufgehalten: Die Datei sagt es nicht. Sehen Sie in der Konsole nach, oder wiederholen Sie die Anfrage, während dieser Tab offen ist. ${NOT_CORS}`
      : `Die Verbindung ist gescheitert, und das Wort des Browsers dafür passt zu keiner Art, die hier bekannt ist. Schlagen Sie dieses Wort nach. ${NOT_CORS}`,
  unexplained: (_, { exchange }) =>
    exchange.opaqueCopyAt !== undefined
      ? 'Der Service Worker der Seite hat diese Anfrage übernommen und dieselbe Adresse selbst im Modus „no-cors“ gefragt. Mit einer solchen Antwort darf er keine Anfrage von Code bedienen: Der Browser lehnt das ab, als wäre das Netz ausgefallen. Nichts, was zu sehen ist, gibt einen anderen Grund.'
      : 'Der Browser hat die Anfrage verweigert, und nichts von dem, was zu sehen ist, verletzt eine Regel. Vielleicht war es ein anderer Schutz des Browsers (etwa vor Zugriffen auf das lokale Netz), eine Erweiterung oder eine Richtlinie der Seite. Womöglich sagt die Konsole mehr.',
};
