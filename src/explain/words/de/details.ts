/** German: what is behind each failure, for a reader who is new to CORS. One idea a sentence. */
import type { Failure, OriginDifference } from '../../../model.ts';
import type { Facts } from '../../facts.ts';
import { isLowerCaseMethod } from '../../page-faults.ts';
import { enumerate, short } from '../text.ts';
import type { PerFailure } from '../words.ts';
import { moreHeaders } from './more-headers.ts';
import { networkDetails } from './network-details.ts';
import { quoted } from './quoted.ts';

/** Its article is feminine. */
const page = ({ page: origin }: Facts): string => (origin === 'null' ? 'Seite ohne eigenen Origin' : `Seite von ${short(origin)}`);
const target = (facts: Facts): string => short(facts.target);

const ONLY_BROWSERS = 'Mit curl oder Postman gelingt dieselbe Anfrage, denn nur Browser verlangen diese Erlaubnis.';

const PREFLIGHT =
  'Vor einer Anfrage, die ein einfaches Webformular nicht stellen könnte, bitten Browser den Server um Erlaubnis: mit einer OPTIONS-Anfrage, der Vorabanfrage (Preflight).';
const NEVER_SENT = 'Die eigentliche Anfrage wurde nie gesendet.';

const withheld = (facts: Facts): string =>
  facts.page !== 'null' && facts.differs.length === 0
    ? `Code einer ${page(facts)} hat etwas angefragt, und Weiterleitungen führten über einen anderen Server. Von da an gibt der Browser der Seite die Antwort nur, wenn die Antwort es dieser Seite erlaubt.`
    : `Code einer ${page(facts)} hat etwas von ${target(facts)} angefragt. Für einen Browser sind das zwei verschiedene Origins. Deshalb gibt er der Seite die Antwort nur, wenn die Antwort es dieser Seite erlaubt.`;

const SUBJECT = {
  preflight: 'Die Antwort auf den Preflight',
  redirect: 'Die Weiterleitung',
  response: 'Die Antwort',
  network: 'Die Antwort',
} satisfies { readonly [S in Failure['stage']]: string };

const wayHere = ({ failure, hopIndex, exchange }: Facts): string => {
  if (failure.stage === 'redirect')
    return ' Die Anfrage scheiterte an einer Weiterleitung: Jede Antwort unterwegs muss es der Seite erlauben, nicht nur die letzte.';
  if (hopIndex === 0) return '';
  return ` Die Anfrage ging zuerst an ${quoted(exchange.hops[0]?.url ?? '')} und wurde ${hopIndex === 1 ? 'einmal' : `${hopIndex}-mal`} weitergeleitet, bevor sie hier ankam.`;
};

/** The story of a CORS check that failed; `rule` goes on from "Die Antwort". */
const check = (facts: Facts, rule: string): string => {
  const { failure, preflight } = facts;
  const broken = `${SUBJECT[failure.stage]} ${rule}`;
  if (failure.stage === 'preflight') return `${PREFLIGHT} ${broken} ${NEVER_SENT} ${ONLY_BROWSERS}`;
  const first = preflight ? ' Der Preflight war in Ordnung, aber auch die Antwort auf die eigentliche Anfrage muss es der Seite erlauben.' : '';
  return `${withheld(facts)}${wayHere(facts)}${first} ${broken} Der Server hat die Anfrage durchaus bekommen und beantwortet. ${ONLY_BROWSERS}`;
};

const status = ({ answer, failure }: Facts): string => {
  if (answer === null || answer.status < 400) return '';
  return failure.stage === 'preflight'
    ? ` Außerdem ist die Antwort ein Fehler (${answer.status}), und das ist wahrscheinlich das eigentliche Problem.`
    : ` Die Antwort ist ein Fehler (${answer.status}), und das ist vielleicht das eigentliche Problem: Sehen Sie zuerst im Log des Servers nach.`;
};

const tainted = ({ isTainted }: Facts): string =>
  isTainted
    ? ' Nach einer Weiterleitung von einem fremden Origin zu einem anderen sagt der Browser nicht mehr, wer anfragt: Er sendet „Origin: null“.'
    : '';

const refusedList = (what: string): string =>
  `${PREFLIGHT} Die Antwort kam, aber ihre Liste der ${what} ist nicht lesbar und erlaubt deshalb nichts. ${NEVER_SENT}`;

const SPELLING = 'schreibt den Origin der Seite nicht so, wie Browser ihn schreiben. Browser vergleichen die beiden Zeichen für Zeichen.';
const ANOTHER = 'erlaubt einen anderen Origin. Schema, Host und Port müssen alle gleich sein.';

const MISMATCH: { readonly [D in OriginDifference]: string } = {
  null: 'nennt „null“, und das steht für keine Seite mit einer Adresse.',
  pattern: 'enthält ein Muster, und Muster kennen Browser hier nicht.',
  'no-scheme': SPELLING,
  'trailing-slash': SPELLING,
  path: SPELLING,
  case: SPELLING,
  userinfo: SPELLING,
  'default-port': SPELLING,
  scheme: ANOTHER,
  port: ANOTHER,
  host: ANOTHER,
  several: ANOTHER,
};

const MULTIPLE = {
  lines: 'enthält den Header mehr als einmal, und Browser akzeptieren nur einen.',
  list: 'nennt mehrere Origins auf einmal, und Browser akzeptieren nur einen.',
  'lines-or-list': 'enthält den Header mehr als einmal oder mehrere Origins darin, und Browser akzeptieren nur einen.',
} as const;

const corsDetails = {
  'allow-origin-missing': (_, facts) => check(facts, `erlaubt keinen Origin.${tainted(facts)}${status(facts)}`),
  'allow-origin-wildcard-with-credentials': (_, facts) =>
    check(
      facts,
      'erlaubt alle Origins („*“). Die Seite hat aber mit Anmeldedaten angefragt: mit Cookies, einem Client-Zertifikat oder einer HTTP-Anmeldung. Was zurückkommt, kann privat sein, deshalb muss der Server die Seite nennen.',
    ),
  'allow-origin-multiple': ({ because }, facts) => check(facts, MULTIPLE[because]),
  'allow-origin-invalid': ({ because }, facts) =>
    check(facts, because === 'empty' ? 'enthält den Header, aber ohne Inhalt.' : 'nennt etwas, das kein Origin ist.'),
  'allow-origin-mismatch': ({ because }, facts) =>
    check(facts, facts.origin === 'null' ? `nennt einen Origin.${tainted(facts)} Dazu passt kein Name.` : MISMATCH[because]),
  'allow-credentials-missing': (_, facts) =>
    check(
      facts,
      'erlaubt den Origin der Seite, aber die Seite hat mit Anmeldedaten angefragt: mit Cookies, einem Client-Zertifikat oder einer HTTP-Anmeldung. Auch das muss der Server erlauben, mit einem eigenen Header.',
    ),
  'allow-credentials-invalid': (_, facts) =>
    check(facts, 'erlaubt den Origin der Seite, aber nicht ihre Anmeldedaten: Was darüber dasteht, ist nicht das eine Wort, das gilt.'),
  'preflight-status': ({ status: code }, facts) => {
    const signIn = code === 401 ? ' Browser senden dabei nie Cookies oder eine Anmeldung mit, deshalb darf dort nichts danach verlangen.' : '';
    return `${PREFLIGHT} ${target(facts)} hat sie mit ${code} beantwortet, und das ist kein Erfolg.${signIn} ${NEVER_SENT} ${ONLY_BROWSERS}`;
  },
  'preflight-redirect': (_, facts) =>
    `${PREFLIGHT} ${target(facts)} hat sie weitergeleitet, und Browser folgen keiner Weiterleitung eines Preflights. ${NEVER_SENT}${
      facts.detour === 'login' ? '' : ' Entweder ruft die Seite das endgültige Ziel auf, oder der Server beantwortet OPTIONS hier.'
    } ${ONLY_BROWSERS}`,
  'allow-methods-invalid': () => refusedList('Methoden'),
  'allow-headers-invalid': () => refusedList('Header'),
  'method-not-allowed': (failure, facts) => {
    const spelling = isLowerCaseMethod(failure)
      ? ' GET, POST, PUT, DELETE, HEAD und OPTIONS setzen Browser von selbst in Großbuchstaben. Andere Methoden senden sie so, wie die Seite sie schreibt.'
      : '';
    return `${PREFLIGHT} Sie fragte, ob eine ${page(facts)} die Methode ${short(failure.method)} verwenden darf, und die Antwort sagt das nicht.${spelling} ${NEVER_SENT} ${ONLY_BROWSERS}`;
  },
  'header-not-allowed': (_, facts) => {
    const isSeveral = facts.askedHeaders.length > 1;
    const asked = enumerate(facts.askedHeaders, 'und', moreHeaders, { max: 5, room: 60 });
    return `${PREFLIGHT} Sie fragte, ob eine ${page(facts)} ${isSeveral ? 'die' : 'den'} Header ${asked} senden darf, und die Antwort erlaubt ${isSeveral ? 'nicht alle' : 'ihn nicht'}. ${NEVER_SENT} ${ONLY_BROWSERS}`;
  },
  'redirect-with-userinfo': (_, facts) =>
    `${target(facts)} hat zu einer Adresse weitergeleitet, in der ein Benutzername oder ein Passwort steht. Solche Geheimnisse tragen Browser für eine Seite nicht zu einem anderen Origin. ${ONLY_BROWSERS}`,
  'redirect-scheme': ({ scheme }, facts) =>
    `${target(facts)} hat zu einer Adresse weitergeleitet, die mit ${quoted(`${scheme}:`)} beginnt. Code einer Seite darf nur auf http und https weitergeleitet werden.`,
  'redirect-insecure': ({ location }, facts) =>
    `${target(facts)} hat zu ${quoted(location)} weitergeleitet. Code einer Seite, die über https kam, darf keiner Weiterleitung auf http folgen. Das ist eine Regel über Mixed Content, nicht über CORS, aber die Seite sieht denselben Fehler.`,
} satisfies Partial<PerFailure<string>>;

export const credentialsUnknown = (header: string): string =>
  `Nichts zeigt, ob die Seite mit Anmeldedaten (Cookies und dergleichen) angefragt hat. Wenn ja, ist die Anfrage zuerst an ${header} gescheitert.`;

export const modeUnknown =
  'Nichts zeigt, ob die Seite im Modus „no-cors“ angefragt hat, in dem sie die Antwort ohnehin nicht lesen darf. Wenn ja, wurde nichts blockiert.';

export const details: PerFailure<string> = { ...corsDetails, ...networkDetails };
