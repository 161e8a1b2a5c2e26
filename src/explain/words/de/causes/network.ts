/** German: causes that are no matter of CORS. */

import { isOfProtocol } from '../../../causes/connection-cut.ts';
import { directiveFor } from '../../../causes/content-security-policy.ts';
import { isLoopback } from '../../../causes/hosts.ts';
import { asksFromForeignFrame } from '../../../causes/local-network.ts';
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';

export const networkCauses: KindWords<'network'> = {
  'extension-rewrites-headers': {
    title: 'Eine andere Erweiterung ändert die Header',
    is: () =>
      'Eine andere Erweiterung dieses Browsers hat die CORS-Header des Servers auf dem Weg zur Seite geändert, und der Browser hat geprüft, was sie daraus gemacht hat. Suchen Sie nach einer, die CORS abschaltet oder Header bearbeitet, und schalten Sie sie für diese Website aus: Erst dann zeigt sich, was der Server selbst erlaubt.',
    shows: null,
  },
  'proxy-fails': {
    title: 'Der Proxy stellt keine Verbindung her',
    is: () =>
      'Dieser Browser fragt über einen Proxy, nach seinen eigenen Einstellungen, denen des Systems oder denen einer Erweiterung, und der Proxy antwortet nicht, verbindet nicht weiter oder verlangt eine Anmeldung (407). Schalten Sie ihn aus, oder machen Sie eine Ausnahme für diese Adresse: Ein lokaler Server braucht keinen Proxy.',
    shows: 'Mit ausgeschaltetem Proxy kommt die Anfrage durch.',
  },
  'network-changed': {
    title: 'Das Netz hat inzwischen gewechselt',
    is: () =>
      'Der Computer hat während der Anfrage das Netz gewechselt oder war im Ruhezustand: ein anderes WLAN, ein VPN, das Netz eines gestarteten Containers. Fragen Sie noch einmal; mit dem Server hat es nichts zu tun.',
    shows: null,
  },
  'certificate-not-trusted': {
    title: 'Dem Zertifikat wird nicht vertraut',
    is: ({ target }) =>
      `Öffnen Sie ${short(target)} in einem eigenen Tab: Dort sagt der Browser, was an dem Zertifikat nicht stimmt, und lässt Sie ein selbst ausgestelltes annehmen.`,
    shows: null,
  },
  'plain-http-port': {
    title: 'Nur http, wo https verlangt wird',
    is: ({ page, target }) =>
      page.startsWith('https:') && !isLoopback(target)
        ? `Wahrscheinlich spricht ${short(target)} auf diesem Port gar kein https. Fragen Sie auf dem Port, der https hat: Eine Seite über https darf nicht mit http fragen.`
        : `Wahrscheinlich spricht ${short(target)} auf diesem Port gar kein https. Fragen Sie mit http, oder auf dem Port, der https hat.`,
    shows: 'Dieselbe Adresse mit http:// wird beantwortet.',
  },
  'tls-not-agreed': {
    title: 'Keine Einigung über die Verschlüsselung',
    is: () =>
      'Server und Browser haben keine Version von TLS oder kein Verfahren gemeinsam, oder der Server kennt den Namen des Hosts nicht. Aktualisieren Sie die TLS-Einstellungen des Servers.',
    shows: 'openssl s_client zeigt, was der Server anbietet.',
  },
  'nothing-listens': {
    title: 'Dort nimmt nichts Verbindungen an',
    is: ({ target }) =>
      `Starten Sie den Server, und vergleichen Sie den Port, den er beim Start ausgibt, mit dem in ${short(target)}. Bei einem Container muss der Port veröffentlicht sein.`,
    shows: null,
  },
  'name-unknown': {
    title: 'Der Name ist nicht bekannt',
    is: ({ others }) =>
      others().length > 0
        ? 'Der Name war in dieser Aufzeichnung schon bekannt, also stimmt er. Prüfen Sie das Netz dieses Computers: die Verbindung, das VPN oder den DNS-Server.'
        : 'Lesen Sie den Namen des Hosts Buchstabe für Buchstabe. Ein Name aus einem internen Netz braucht dessen VPN, ein eigener einen Eintrag in der Datei hosts oder im DNS. Auch ein Werbeblocker im DNS des Netzes antwortet so auf Namen von Werbung und Besucherzählung.',
    shows: 'nslookup auf diesem Computer sagt, ob der Name eine Adresse hat.',
  },
  'connection-cut': {
    title: 'Die Verbindung brach ab',
    is: ({ failure }) =>
      'error' in failure && isOfProtocol(failure.error)
        ? 'Die Verbindung über HTTP/2 oder HTTP/3 brach ab, oder die Antwort verletzt deren Regeln. Sehen Sie im Log des Servers und des Proxys davor zu diesem Zeitpunkt nach. Auch ein VPN, eine Firewall oder ein Virenscanner kann die Ursache sein: Fragen Sie aus einem anderen Netz, oder schalten Sie HTTP/3 (QUIC) im Browser aus.'
        : 'Sehen Sie im Log des Servers zu diesem Zeitpunkt nach: Üblich sind ein Absturz, ein Neustart oder eine Grenze für Größe oder Zeit. Steht dort nichts, hat eine Firewall oder ein Proxy dazwischen die Verbindung getrennt.',
    shows: 'Im Log des Servers oder des Proxys steht ein Fehler von diesem Zeitpunkt.',
  },
  'no-answer-in-time': {
    title: 'Keine rechtzeitige Antwort',
    is: () =>
      'Rufen Sie die Adresse von einem anderen Ort auf, etwa vom Server selbst: Gelingt es dort, verwirft eine Firewall dazwischen, was gesendet wird.',
    shows: null,
  },
  'computer-offline': {
    title: 'Dieser Computer ist offline',
    is: () =>
      'Prüfen Sie die Verbindung dieses Computers. Auch die DevTools können das Netz abschalten: Sehen Sie im Netzwerk-Tab unter Drosselung nach.',
    shows: null,
  },
  'no-way-there': {
    title: 'Die Adresse ist nicht erreichbar',
    is: () =>
      'Von hier führt kein Weg zu dieser Adresse. Schalten Sie das VPN ein, berichtigen Sie die Adresse, oder sehen Sie nach, ob eine Firewall auf diesem Computer sie sperrt.',
    shows: null,
  },
  'answer-malformed': {
    title: 'Eine Antwort, die kein Browser lesen kann',
    is: () =>
      'Rufen Sie die Adresse mit curl -v auf, um zu sehen, was kommt. Vielleicht benutzt ein anderes Programm diesen Port, Code schreibt seine Antwort von Hand, oder ein Header stimmt nicht (Content-Encoding, Content-Length).',
    shows: null,
  },
  'redirect-loop': {
    title: 'Weiterleitungen im Kreis',
    is: () => 'Rufen Sie die Adresse mit curl -IL auf: Die Liste der Weiterleitungen zeigt, welche zwei einander aufheben.',
    shows: null,
  },
  'redirect-broken': {
    title: 'Eine Weiterleitung ins Nichts',
    is: () =>
      'Sehen Sie nach, was der Server in Location schreibt: Oft ist eine Einstellung mit der eigenen Adresse leer, oder ihr fehlt das Schema.',
    shows: null,
  },
  'request-blocker': {
    title: 'Ein Blocker hält die Anfrage auf',
    is: () =>
      'Eine Erweiterung hat sie aufgehalten, oder ein Blocker, der in den Browser eingebaut ist. Blocker richten sich nach der Adresse: Wörter wie ads, track oder analytics darin genügen. Benennen Sie den Pfad um, oder machen Sie im Blocker eine Ausnahme für diese Website.',
    shows: null,
  },
  'content-security-policy': {
    title: 'Die eigene Richtlinie der Seite verbietet es',
    is: ({ target, exchange }) =>
      `Ergänzen Sie ${short(target)} unter ${directiveFor(exchange.type)} in der Content-Security-Policy der Seite (einem Header ihrer Antwort oder einem meta-Element).`,
    shows: null,
  },
  'embedder-policy': {
    title: 'Die Einbettungsrichtlinie der Seite verbietet es',
    is: () =>
      'Die Seite wurde mit Cross-Origin-Embedder-Policy: require-corp gesendet. Deshalb braucht alles, was sie lädt, eine Erlaubnis: Cross-Origin-Resource-Policy: cross-origin an der Datei oder ein Laden mit CORS. Der Wert credentialless verlangt weniger.',
    shows: null,
  },
  'resource-policy': {
    title: 'Die Richtlinie der Datei verbietet es',
    is: () =>
      'Die Datei kam mit Cross-Origin-Resource-Policy: same-origin oder same-site. Manche Sicherheitspakete (wie Helmet) fügen das von selbst hinzu. Geben Sie Dateien für andere Websites cross-origin.',
    shows: 'Die Antwort hat den Header Cross-Origin-Resource-Policy.',
  },
  'opaque-response-blocking': {
    title: 'Die falsche Art Antwort für dieses Element',
    is: () =>
      'Öffnen Sie die Adresse in einem eigenen Tab: Erscheint dort eine Fehlerseite oder JSON, ist die Adresse falsch, oder ein Element lädt, was nur Code gebrauchen kann.',
    shows: null,
  },
  'insecure-address': {
    title: 'Eine http-Adresse in einer https-Seite',
    is: ({ target }) =>
      `Schreiben Sie ${short(target)} im Code der Seite mit https. Hat dieser Server kein https, stellen Sie einen Proxy davor, der es hat.`,
    shows: null,
  },
  'local-network': {
    title: 'Das lokale Netz ist dieser Seite verschlossen',
    is: ({ exchange }) =>
      `Gewähren Sie der Seite in den Website-Einstellungen neben der Adresszeile Zugriff auf das lokale Netz, und stellen Sie die Seite über https bereit.${asksFromForeignFrame(exchange) ? ' Hier fragt ein Frame eines anderen Origins: Auch sein iframe-Element braucht allow="local-network-access".' : ''}`,
    shows: null,
  },
  'forbidden-port': {
    title: 'Ein Port, den Browser nie benutzen',
    is: () => 'Lassen Sie den Server auf einem anderen Port laufen: 3000, 8000 und 8080 sind nicht gesperrt.',
    shows: null,
  },
  'websocket-redirected': {
    title: 'Ein Socket folgt keiner Weiterleitung',
    is: ({ answer }) =>
      answer === null
        ? 'Vielleicht hat der Server mit einer Weiterleitung geantwortet, und kein Browser folgt einer, wenn er einen WebSocket öffnet. Schreiben Sie dann die Adresse, zu der sie führt, in den Code der Seite: Oft unterscheidet sie sich durch wss:// statt ws:// oder durch einen Schrägstrich am Ende.'
        : `Der Server antwortete mit ${answer.status}, und kein Browser folgt einer Weiterleitung, wenn er einen WebSocket öffnet. Schreiben Sie die Adresse, zu der sie führt, in den Code der Seite: Oft unterscheidet sie sich durch wss:// statt ws:// oder durch einen Schrägstrich am Ende.`,
    shows: 'Die curl-Zeile zeigt den Status und wohin Location führt.',
  },
  'websocket-sign-in': {
    title: 'Der Socket verlangt eine Anmeldung',
    is: () =>
      'Eine Seite kann bei einem WebSocket kein Authorization setzen. Lassen Sie den Server ein Cookie derselben Website nehmen oder ein kurzlebiges Token: in der Adresse, in der ersten Nachricht oder als Subprotokoll, das seine Antwort dann nennen muss.',
    shows: 'Mit einer gültigen Anmeldung wird derselbe Handshake mit 101 beantwortet.',
  },
  'websocket-origin': {
    title: 'Der Server kennt diese Seite nicht',
    is: ({ page }) =>
      page === 'null'
        ? 'WebSocket-Server vergleichen den Header Origin meist mit einer Liste derer, die sie kennen. Diese Seite hat keinen Origin, der in einer stehen könnte: Liefern Sie sie über http oder https aus, ohne Sandbox.'
        : `WebSocket-Server vergleichen den Header Origin meist mit einer eigenen Liste: allowed_request_origins in Rails, OriginValidator in Django Channels, setAllowedOrigins in Spring, AllowedOrigins in ASP.NET Core. In Spring und einigen anderen kann auch der Filter für CORS den Origin ablehnen. Machen Sie dem Server ${short(page)} bekannt.`,
    shows: 'Mit einem anderen Origin, den der Server kennt, wird die curl-Zeile mit 101 beantwortet.',
  },
  'websocket-not-offered': {
    title: 'Kein Socket an dieser Adresse',
    is: ({ target }) =>
      `Vergleichen Sie den Pfad mit dem, den der Server nennt, und sehen Sie nach, ob ein Proxy vor ${short(target)} Upgrade und Connection weitergibt: nginx tut das nur mit proxy_http_version 1.1 und beiden Headern.`,
    shows: 'Im Protokoll des Servers steht ein einfaches GET oder nichts.',
  },
  'websocket-server-error': {
    title: 'Der Server hinter dem Socket versagt',
    is: ({ answer }) =>
      `Er antwortete mit ${answer?.status ?? 'einem Fehler'}. Sehen Sie in sein Protokoll zu diesem Zeitpunkt; 502, 503 oder 504 eines Gateways heißt, dass der Server dahinter nicht antwortet.`,
    shows: 'Im Protokoll des Servers oder des Gateways davor steht zu diesem Zeitpunkt ein Fehler.',
  },
  'not-cors': {
    title: 'Es liegt nicht an CORS',
    is: () =>
      'Der Browser nennt den Grund selbst. Beheben Sie das zuerst: Ob CORS richtig eingerichtet ist, zeigt sich erst, wenn eine Antwort kommt.',
    shows: null,
  },
  unknown: {
    title: 'Der Grund ist nicht zu sehen',
    is: () =>
      'Keine bekannte Ursache passt. Sehen Sie als Nächstes nach, in dieser Reihenfolge: in der Konsole des Browsers, die vielleicht einen eigenen Schutz nennt; auf derselben Seite in einem Fenster ohne Erweiterungen; unter Anwendung › Service Workers, denn vielleicht antwortet einer anstelle des Servers; und im Log des Servers, ob die Anfrage ankam.',
    shows: 'Eines davon nennt den Grund.',
  },
};
