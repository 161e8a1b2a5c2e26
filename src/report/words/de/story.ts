import type { StoryWords } from '../words.ts';
import { count } from './numbers.ts';

const withError = (sentence: string, error: string | null): string => `${sentence}${error === null ? '' : `: ${error}`}.`;

export const story: StoryWords = {
  asker: origin => `Eine Seite des Origins ${origin}`,
  hiddenAsker: origin => `Eine Seite, deren Origin der Browser verbirgt (${origin}),`,
  asked: (asker, request, type, place) => {
    const line = place === null ? '' : `, in ${place.url}, Zeile ${place.line}, Spalte ${place.column}`;
    const inside = place === null || place.function === null ? '' : `, Funktion ${place.function}`;
    return `${asker} hat ${request} angefragt (als ${type}${line}${inside}).`;
  },
  credentials: {
    include: 'Sie hat mit Anmeldedaten angefragt: Cookies werden mitgesendet, falls es welche gibt.',
    'same-origin': 'Sie hat ohne Anmeldedaten angefragt: An einen fremden Origin werden keine Cookies gesendet.',
    omit: 'Sie hat ohne Anmeldedaten angefragt: Es werden keine Cookies gesendet.',
    unknown: 'Nichts zeigt, ob sie mit Anmeldedaten (Cookies und Ähnlichem) angefragt hat.',
  },
  basis: {
    inferred: '(Das ist daraus erschlossen, was der Browser getan hat.)',
    assumed: '(Das ist angenommen; zu sehen war es nicht.)',
  },
  reasons: {
    method: value => `die Methode ${value} braucht immer einen Preflight`,
    header: value => `die Seite setzt den Header ${value}`,
    'content-type': value => `der Body hat den Content-Type ${value}`,
    'upload-listener': () => 'die Seite verfolgt den Fortschritt eines Uploads',
    'stream-body': () => 'der Body ist ein Stream',
    unknown: () => 'etwas an der Anfrage, das von hier aus nicht zu sehen ist',
  },
  contentType: 'der Content-Type des Bodys braucht einen Preflight',
  preflight: (options, reasons, more) =>
    `Vor der Anfrage selbst hat der Browser den Server mit einer Vorabanfrage (Preflight, Methode ${options}) um Erlaubnis gefragt. Grund: ${reasons.join('; ')}${
      more > 0 ? `; und ${count(more, 'weiterer Grund', 'weitere Gründe')}` : ''
    }.`,
  preflightAnswer: status => `Der Server hat den Preflight mit Status ${status} beantwortet.`,
  noPreflightAnswer: error => (error === null ? 'Eine Antwort war nicht zu sehen.' : `Es kam keine Antwort; der Browser meldet ${error}.`),
  stopped: 'Hier war Schluss:',
  notSent: 'Der Browser hat das als Nein verstanden, und die Anfrage selbst wurde nie gesendet.',
  notFollowed: 'Der Browser ist ihr nicht gefolgt.',
  notCompleted: error => (error === null ? 'Der Browser nennt keinen Grund.' : `Der Browser meldet ${error}.`),
  withheld: 'Der Browser hat der Seite die Antwort vorenthalten.',
  redirect: (url, status, location) =>
    `${url} hat mit Status ${status} geantwortet, ${location === null ? 'einer Weiterleitung' : `einer Weiterleitung auf ${location}`}.`,
  moreRedirects: more => `Davor gab es ${count(more, 'Weiterleitung', 'Weiterleitungen')}.`,
  noAnswer: 'Eine Antwort auf die Anfrage war nicht zu sehen.',
  noUsableAnswer: 'Es kam keine brauchbare Antwort.',
  answerBegan: status => `Eine Antwort mit Status ${status} hatte begonnen.`,
  answer: (status, isCached) => `Der Browser hat ${isCached ? 'aus seinem Cache ' : ''}eine Antwort mit Status ${status} bekommen.`,
  gotError: 'Die Seite hat statt der Antwort einen Fehler bekommen.',
  outcomeUnknown: 'Ob die Seite statt der Antwort einen Fehler bekommen hat, ist nicht bekannt.',
  evidence: {
    error: error => withError('Der Browser hat die Anfrage als fehlgeschlagen gemeldet', error),
    'resource-timing': error => withError('Der Timing-Eintrag der Seite zeigt, dass sie keine lesbare Antwort bekommen hat', error),
    rules: error => withError('Kein Ereignis des Browsers sagt das, aber die Regeln lassen keinen anderen Ausgang zu', error),
  },
};
