/** German: each broken rule, what came and why that is not enough. */
import type { Failure, OriginDifference, OriginMalformation } from '../../../model.ts';
import type { Facts } from '../../facts.ts';
import type { PerFailure } from '../words.ts';
import { quoted } from './quoted.ts';

/** Feminine, each of them. */
const answerName = ({ stage }: Failure): string =>
  stage === 'preflight' ? 'Die Antwort auf den Preflight' : stage === 'redirect' ? 'Die Weiterleitung' : 'Die Antwort';

const MISMATCH: { readonly [D in OriginDifference]: (origin: string) => string } = {
  null: () => '„null“ steht für keine bestimmte Seite und nie für eine Seite mit einer Adresse.',
  pattern: () => 'Browser kennen hier keine Muster: Es gilt nur ein ganzer Origin oder ein „*“ allein.',
  'no-scheme': () => 'Ein Origin beginnt mit http:// oder https://.',
  'trailing-slash': origin => `Ein Origin endet ohne Schrägstrich: ${quoted(origin)}.`,
  path: origin => `Ein Origin besteht aus Schema, Host und Port, ohne Pfad: ${quoted(origin)}.`,
  case: origin => `Browser vergleichen Zeichen für Zeichen und schreiben Origins klein: ${quoted(origin)}.`,
  userinfo: origin => `Ein Origin hat weder Benutzernamen noch Passwort: ${quoted(origin)}.`,
  'default-port': origin => `Port 80 bei http und Port 443 bei https lassen Browser weg: ${quoted(origin)}.`,
  scheme: () => 'Host und Port stimmen, aber http und https sind trotzdem verschiedene Origins.',
  port: () => 'Schema und Host stimmen, aber ein anderer Port ist trotzdem ein anderer Origin.',
  host: () =>
    'Schema und Port stimmen, aber der Host ist ein anderer. Ein Name und seine IP-Adresse oder eine Domain und ihre Subdomain sind verschiedene Hosts.',
  several: () => 'Das ist eine ganz andere Adresse.',
};

const MALFORMED: { readonly [M in OriginMalformation]: string } = {
  empty: 'Der Header ist da, aber leer.',
  pattern: 'Browser kennen hier keine Muster: Es gilt nur ein ganzer Origin oder ein „*“ allein.',
  'no-scheme': 'Ein Origin beginnt mit http:// oder https://.',
  quoted: 'Ein Origin steht ohne Anführungszeichen.',
  'not-an-origin': 'Ein Origin besteht aus Schema, Host und Port, zum Beispiel https://shop.example.',
};

const MULTIPLE = {
  lines: 'Der Header kam mehr als einmal. Oft fügen ihn zwei Schichten hinzu, etwa eine Anwendung und der Proxy davor.',
  list: 'Browser kennen hier keine Listen: Nennen Sie die eine Seite, die anfragt.',
  'lines-or-list':
    'Entweder kam der Header mehr als einmal (zwei Schichten fügen ihn hinzu), oder er enthält eine Liste. Browser akzeptieren beides nicht.',
} as const;

/** What a network error means is said in the detail; this is the browser's own word for it. */
const network = ({ error }: { readonly error: string }): string =>
  error ? `Das Wort des Browsers dafür: ${quoted(error)}. Keine CORS-Regel wurde verletzt.` : 'Keine CORS-Regel wurde verletzt.';

const nullReason = ({ page }: Facts): string =>
  page === 'null' ? 'die Seite keinen eigenen Origin hat' : 'die Anfrage von einem fremden Origin zu einem anderen weitergeleitet wurde';

/** What an answer would have to say, where it names somebody. */
const needed = (facts: Facts): string =>
  facts.origin === 'null'
    ? `Als Origin gibt der Browser „null“ an, weil ${nullReason(facts)}. Dazu passt kein Name${facts.credentials.value === 'include' ? '' : ', nur „*“'}.`
    : `Dort muss ${facts.origin} stehen.`;

const WITHHELD = {
  preflight: 'sendet der Browser die Anfrage nicht',
  redirect: 'folgt der Browser ihr nicht',
  response: 'enthält der Browser sie der Seite vor',
  network: 'enthält der Browser sie der Seite vor',
} satisfies { readonly [S in Failure['stage']]: string };

export const problems: PerFailure<string> = {
  'allow-origin-missing': (failure, facts) =>
    `${answerName(failure)} hat keinen Header Access-Control-Allow-Origin. ${
      facts.origin === 'null' ? needed(facts) : `Sie muss ${facts.origin} nennen, sonst ${WITHHELD[failure.stage]}.`
    }`,
  'allow-origin-wildcard-with-credentials': failure =>
    `${answerName(failure)} erlaubt „*“. Die Seite fragt mit ihren Anmeldedaten an (Cookies und dergleichen), und dann muss der Origin genannt werden.`,
  'allow-origin-multiple': (failure, facts) =>
    `${answerName(failure)} nennt ${quoted(failure.value)}, wo genau ein Origin hingehört. ${MULTIPLE[failure.because]} ${needed(facts)}`,
  'allow-origin-invalid': (failure, facts) => `${answerName(failure)} nennt ${quoted(failure.value)}. ${MALFORMED[failure.because]} ${needed(facts)}`,
  'allow-origin-mismatch': (failure, facts) =>
    facts.origin === 'null'
      ? `${answerName(failure)} nennt ${quoted(failure.value)}. ${needed(facts)}`
      : `${answerName(failure)} nennt ${quoted(failure.value)}, aber die Seite ist ${facts.origin}. ${MISMATCH[failure.because](facts.origin)}`,
  'allow-credentials-missing': failure =>
    `${answerName(failure)} hat keinen Header Access-Control-Allow-Credentials. Die Seite fragt mit ihren Anmeldedaten an, und dann muss darin „true“ stehen.`,
  'allow-credentials-invalid': failure =>
    `${answerName(failure)} hat Access-Control-Allow-Credentials: ${quoted(failure.value)}. ${
      failure.because === 'case' ? 'Nur Kleinschreibung gilt: „true“.' : 'Nur das Wort „true“ gilt, und nur einmal.'
    }`,
  'preflight-status': ({ status }) =>
    `Der Preflight wurde mit dem Status ${status} beantwortet. Jeder Status von 200 bis 299 genügt; üblich ist 204.`,
  'preflight-redirect': ({ status, location }) =>
    `Der Preflight wurde weitergeleitet (${status}${location === null ? '' : ` zu ${quoted(location)}`}). Browser folgen keiner Weiterleitung eines Preflights.`,
  'allow-methods-invalid': ({ value }) =>
    `${quoted(value)} ist keine Liste von Methoden. Es müssen Namen mit Kommas dazwischen sein, zum Beispiel „GET, PUT“, ohne Anführungszeichen, Leerzeichen oder andere Zeichen innerhalb eines Namens.`,
  'allow-headers-invalid': ({ value }) =>
    `${quoted(value)} ist keine Liste von Headernamen. Es müssen Namen mit Kommas dazwischen sein, zum Beispiel „authorization, content-type“.`,
  'method-not-allowed': ({ method, value, because }) => {
    if (because === 'wildcard-with-credentials')
      return `„*“ gilt hier nicht für ${quoted(method)}: Mit Anmeldedaten muss jede Methode einzeln genannt werden.`;
    if (because === 'case')
      return `Die Seite will ${quoted(method)} verwenden, erlaubt ist ${quoted(value ?? '')}. Methoden werden Zeichen für Zeichen verglichen, Groß- und Kleinschreibung eingeschlossen.`;
    return value === null
      ? `Die Antwort auf den Preflight hat keinen Header Access-Control-Allow-Methods, deshalb ist ${quoted(method)} nicht erlaubt.`
      : `${quoted(method)} ist nicht unter den erlaubten Methoden: ${quoted(value)}.`;
  },
  'header-not-allowed': ({ header, value, because }) => {
    if (because === 'wildcard-with-credentials')
      return `„*“ gilt hier nicht für ${quoted(header)}: Mit Anmeldedaten muss jeder Header einzeln genannt werden.`;
    return value === null
      ? `Die Antwort auf den Preflight hat keinen Header Access-Control-Allow-Headers, deshalb ist ${quoted(header)} nicht erlaubt.`
      : `${quoted(header)} ist nicht unter den erlaubten Headern: ${quoted(value)}.`;
  },
  'redirect-with-userinfo': ({ location }) =>
    `Die Weiterleitung führt zu ${quoted(location)}, mit einem Benutzernamen oder Passwort in der Adresse. Eine Anfrage an einen fremden Origin darf ihr nicht folgen.`,
  'redirect-scheme': ({ location }) =>
    `Die Weiterleitung führt zu ${quoted(location)}. Eine Anfrage an einen fremden Origin darf nur Weiterleitungen auf http oder https folgen.`,
  'redirect-insecure': ({ location }) => `Die Weiterleitung führt zu ${quoted(location)}. Das ist nicht sicher, die Seite aber schon.`,
  'connection-refused': network,
  'name-not-resolved': network,
  'connection-lost': network,
  'timed-out': network,
  offline: network,
  'address-unreachable': network,
  'tls-failed': network,
  'certificate-rejected': network,
  'response-malformed': network,
  'too-many-redirects': network,
  'redirect-malformed': network,
  'blocked-by-extension': network,
  'blocked-by-csp': network,
  'blocked-by-corp': network,
  'blocked-by-orb': network,
  'mixed-content': network,
  'local-network-access': network,
  'port-blocked': network,
  'websocket-refused': () => 'Einen WebSocket öffnet eine Antwort mit Status 101, die zur Anfrage passt, und es kam keine.',
  'network-error': network,
  unexplained: ({ error }) =>
    `Der Browser meldete ${error ? quoted(error) : 'einen Fehler'}, und die Antwort, soweit sie zu sehen war, verletzt keine Regel. Sehen Sie nach, was die Konsole sagt.`,
};
