/** German: terms that the tab explains where they are first used. */
import type { glossary as en } from '../en/glossary.ts';

export const glossary: typeof en = {
  preflight: {
    spellings: ['Preflight', 'Preflights', 'Vorabanfrage', 'Vorabanfragen'],
    title: 'Preflight (Vorabanfrage)',
    text: 'Eine Frage, die der Browser dem Server stellt, bevor er Ihre Anfrage sendet: eine OPTIONS-Anfrage, die die Methode und die kommenden Header nennt. Die eigentliche Anfrage geht nur hinaus, wenn die Antwort sie erlaubt. Ihr Code sendet sie weder, noch sieht er sie.',
  },
  'cross-origin': {
    spellings: ['cross-origin', 'fremder Origin', 'fremden Origin', 'fremdem Origin', 'fremde Origins', 'fremden Origins'],
    title: 'Fremder Origin (cross-origin)',
    text: 'Der Origin eines Servers, der ein anderer ist als der Origin der Seite. Der Browser darf eine Anfrage dorthin senden, lässt die Seite die Antwort aber nur lesen, wenn der Server es erlaubt.',
  },
  origin: {
    spellings: ['Origin', 'Origins'],
    title: 'Origin (Ursprung)',
    text: 'Schema, Host und Port einer Adresse zusammen: https://app.example:8443. Ist eines der drei anders, so ist es ein anderer Origin. Der Pfad zählt nicht.',
  },
  credentials: {
    spellings: ['Anmeldedaten'],
    title: 'Anmeldedaten (credentials)',
    text: 'Cookies, HTTP-Passwörter und Client-Zertifikate. Zu einem fremden Origin sendet der Browser sie nur, wenn Ihr Code es verlangt: credentials: "include" in fetch, withCredentials in XMLHttpRequest. Der Server muss dann mit strengeren Headern antworten.',
  },
  'simple-request': {
    spellings: ['einfache Anfrage', 'einfachen Anfrage', 'einfache Anfragen', 'einfachen Anfragen', 'einfacher Anfragen'],
    title: 'Einfache Anfrage',
    text: 'Eine Anfrage, die auch ein gewöhnliches HTML-Formular senden könnte: GET, HEAD oder POST, ohne ungewöhnlichen Header und mit einem üblichen Inhaltstyp. Der Browser sendet sie ohne Preflight und prüft nur die Antwort.',
  },
  opaque: {
    spellings: ['opak', 'opake', 'opaken', 'opaker', 'opakes', 'no-cors'],
    title: 'Opake Antwort',
    text: 'Eine Antwort, die die Seite benutzen darf (etwa um ein Bild anzuzeigen), aber nie lesen. Der Modus "no-cors" gibt solche Antworten. Code, der die Daten braucht, hilft er deshalb nicht.',
  },
  redirect: {
    spellings: ['Weiterleitung', 'Weiterleitungen', 'weitergeleitet'],
    title: 'Weiterleitung',
    text: 'Eine Antwort, die den Browser zu einer anderen Adresse schickt. Die Antwort jeder Adresse auf dem Weg muss es Ihrer Seite erlauben. Nach einer Weiterleitung von einem fremden Origin zu einem anderen sendet der Browser Origin: null statt des Origins Ihrer Seite.',
  },
  'null-origin': {
    spellings: ['Origin null', 'Origin: null', '"null"', '„null“'],
    title: 'Origin null',
    text: 'Was der Browser sendet, wenn eine Anfrage keinen Origin hat, den er nennen könnte: aus einem Frame mit sandbox, aus einer Datei oder nach einer Weiterleitung zwischen Origins. Ein Server sollte ihn nicht erlauben, denn jeder kann ihn senden.',
  },
  wildcard: {
    spellings: ['Platzhalter', 'Platzhalters', '*'],
    title: 'Der Platzhalter *',
    text: 'Access-Control-Allow-Origin: * erlaubt jeder Seite, die Antwort zu lesen, aber nur bei Anfragen ohne Anmeldedaten. Mit Anmeldedaten will der Browser den Origin der Seite ausgeschrieben sehen.',
  },
  gateway: {
    spellings: ['Gateway', 'Gateways', 'Reverse-Proxy', 'Reverse-Proxys'],
    title: 'Gateway',
    text: 'Etwas vor der Anwendung, das an ihrer Stelle antwortet: ein Load Balancer, ein Reverse-Proxy, ein CDN, eine Firewall. Seinen eigenen Fehlerseiten fehlen oft die Header, die die Anwendung senden würde.',
  },
};
