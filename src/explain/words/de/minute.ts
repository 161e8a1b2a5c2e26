/** German: CORS in a minute, for a reader who has never heard of it. */
import type { PreflightReason } from '../../../model.ts';
import type { Asking, Piece, Section, Sentences, Subject } from '../../minute.ts';
import { codeOf, originParts, REASONS_NAMED, say } from '../minute-text.ts';
import type { Words } from '../words.ts';

const taken = ({ page, server }: Subject): Sentences => {
  const parts = originParts(page);
  if (parts === null)
    return say`Ihre Seite hat keinen eigenen: Der Browser nennt ihn ${'null'}, wie in einem Frame mit Sandbox. Der einer Webseite besteht aus Schema, Host und Port, zum Beispiel ${server}. Unterscheidet sich eines davon, ist es ein anderer Origin.`;
  return say`Schema, Host und Port. Bei Ihrer Seite ist das ${page}: Schema ${parts.scheme}, Host ${parts.host}, Port ${parts.port}. Unterscheidet sich eines davon, ist es ein anderer Origin, so wie ${server}.`;
};

const allowing = ({ page }: Subject): Sentences => {
  if (page === 'null')
    return say`Mit einem Header in seiner Antwort. ${'null'} kann jeder sein, deshalb sollte er niemanden nennen: ${'Access-Control-Allow-Origin: *'}`;
  return say`Mit einem Header in seiner Antwort. Für Ihre Seite: ${`Access-Control-Allow-Origin: ${page}`}`;
};

/** In the genitive, as "wegen" wants it. */
const reasonOf = ({ kind, value }: PreflightReason): readonly Piece[] => {
  const what = kind === 'method' ? 'der Methode ' : kind === 'content-type' ? 'des Content-Type ' : 'des Headers ';
  return [what, codeOf(value ?? '')];
};

const because = (reasons: readonly PreflightReason[]): Sentences => {
  const named = reasons.slice(0, REASONS_NAMED).flatMap((reason, index) => [index === 0 ? ', wegen ' : ' und ', ...reasonOf(reason)]);
  return [...named, '.'];
};

const ASKED: { readonly [A in Asking]: (subject: Subject) => Sentences } = {
  simple: ({ method }) => say` Ihr ${method} war einfach: Nichts daran braucht eine Erlaubnis.`,
  preflighted: ({ method, reasons }) => [...say` Ihr ${method} brauchte einen Preflight`, ...because(reasons)],
  remembered: ({ method }) => say` Ihr ${method} braucht einen Preflight; der Browser hat sich den letzten gemerkt.`,
  unread: ({ method }) => say` Ihr ${method} wollte die Antwort nicht lesen, deshalb hatte CORS nichts zu sagen.`,
  unclear: ({ method }) => say` Was von beidem Ihr ${method} war, ist nicht zu sehen.`,
};

const sections = (subject: Subject): readonly Section[] => [
  { heading: 'Was ist ein Origin?', paragraphs: [taken(subject)], points: [] },
  {
    heading: 'Warum werden Origins getrennt?',
    paragraphs: [
      say`Ihr Browser sendet bei einer Anfrage womöglich Ihre Cookies mit, egal welche Seite anfragt. Könnte jede Seite die Antworten lesen, dann könnte jede Website, die Sie besuchen, Ihre Mails lesen. Deshalb darf eine Seite zwar viele Anfragen an fremde Origins senden, aber nur lesen, was diese ihr erlauben. Das schützt Sie als Besucher.`,
    ],
    points: [],
  },
  { heading: 'Wie erlaubt es ein Server einer Seite?', paragraphs: [allowing(subject)], points: [] },
  {
    heading: 'Einfach oder mit Preflight?',
    paragraphs: [
      [
        ...say`Was auch ein HTML-Formular senden könnte, ist einfach: Es geht sofort hinaus, und nur die Antwort wird geprüft. Vor jeder anderen Anfrage bittet der Browser mit ${'OPTIONS'} um Erlaubnis: Das ist die Vorabanfrage (Preflight).`,
        ...ASKED[subject.asking](subject),
      ],
    ],
    points: [],
  },
  {
    heading: 'Cookies und *',
    paragraphs: [
      say`${'*'} erlaubt es jeder Seite, aber nie mit Cookies. Für diese setzt Ihr Code ${'credentials: "include"'}, und der Server nennt Ihren Origin und fügt ${'Access-Control-Allow-Credentials: true'} hinzu.`,
    ],
    points: [],
  },
  {
    heading: 'Warum geht es in curl und Postman?',
    paragraphs: [say`Das sind keine Browser: Sie haben keine Cookies von Besuchern und prüfen nichts davon.`],
    points: [],
  },
  {
    heading: 'Was schützt CORS nicht?',
    paragraphs: [say`Den Server. Jeder kann ihm Anfragen senden, und jede Seite einfache. Er muss selbst prüfen, wer anfragt.`],
    points: [],
  },
  {
    heading: 'Auswege',
    paragraphs: [],
    points: [
      say`Lassen Sie den Server Ihren Origin erlauben. Frameworks haben dafür Middleware.`,
      say`Lassen Sie ihn auch den Preflight beantworten, vor jeder Anmeldung.`,
      say`Nicht Ihr Server? Rufen Sie ihn von Ihrem eigenen Backend aus auf.`,
    ],
  },
  {
    heading: 'Sackgassen',
    paragraphs: [],
    points: [
      say`${'mode: "no-cors"'}: Die Antwort kommt, ist aber nicht lesbar.`,
      say`Eine Erweiterung oder ein Schalter, der die Sicherheit abstellt: Das hilft nur Ihrem eigenen Browser und gefährdet auch nur ihn.`,
      say`${'*'} mit Anmeldedaten: Browser lehnen das ab.`,
      say`Jeden Origin erlauben, der anfragt, mit Anmeldedaten: Dann kann jede Website die Daten Ihrer Nutzer lesen.`,
      say`${'Access-Control-Allow-…'} in der Anfrage: Das gilt nur in Antworten.`,
    ],
  },
];

export const minute: Words['minute'] = {
  title: 'CORS in einer Minute',
  example: 'Ihre Seite hat noch keinen fremden Origin angefragt, deshalb sind diese beiden erfunden.',
  sections,
};
