/** German: what a page's preflights cost. */
import type { costWords as en } from '../en/costs.ts';
import { number, plural } from './numbers.ts';

export const costWords: typeof en = {
  close: 'Schließen',
  summary: (count, waited) => `${plural(count, 'Preflight', 'Preflights')}, insgesamt ${waited} Wartezeit`,
  sideBySide: 'Wartezeiten von Anfragen, die nebeneinander warteten, sind zusammengezählt. Ihre Besucher merken also vielleicht weniger davon.',
  savable: ({ engine, count, waited, hours }) =>
    count === 0
      ? `${engine} merkt sich eine Antwort höchstens ${plural(hours, 'Stunde', 'Stunden')}. Das hätte keinen dieser Preflights erspart.`
      : `${engine} merkt sich eine Antwort höchstens ${plural(hours, 'Stunde', 'Stunden')}, wenn Sie es erlauben. Das hätte ${count === 1 ? 'einen' : number(count)} dieser Preflights erspart und ${waited} Wartezeit.`,
  capSource: engine => `Quelltext von ${engine}`,
  howTo: seconds =>
    `Damit jeder Browser sich die Antworten so lange merkt, wie er kann, beantworten Sie die Preflights (OPTIONS) mit Access-Control-Max-Age: ${seconds}. Eine Änderung dessen, was Sie erlauben, kommt dann auch erst nach dieser Zeit an.`,
  perAddress:
    'Gemerkt wird eine Antwort für eine Adresse samt ihrer Query und für die Methoden und Header, die sie nennt. Für alles andere wird neu gefragt.',
  repeated: count =>
    count === 1
      ? '1 Preflight ging hinaus, obwohl eine Antwort noch galt. Sehr wahrscheinlich ist in den DevTools „Disable cache“ angekreuzt. Ihre Besucher zahlen dafür nicht.'
      : `${number(count)} Preflights gingen hinaus, obwohl eine Antwort noch galt. Sehr wahrscheinlich ist in den DevTools „Disable cache“ angekreuzt. Ihre Besucher zahlen für diese nicht.`,
  dropped: 'Ältere Anfragen wurden verworfen und sind hier nicht mitgezählt.',
  endpoint: 'Endpunkt',
  count: 'Preflights',
  waiting: 'Wartezeit',
  saved: 'Einsparbar',
  noMaxAge: 'kein Access-Control-Max-Age: 5 Sekunden lang gemerkt',
  neverAllowed: 'nie erlaubt, also nie gemerkt',
  more: count => `… und ${plural(count, 'weiterer Endpunkt', 'weitere Endpunkte')}, nicht gezeigt`,
  legend: 'Balken: die Wartezeit. Schraffiert: was davon einzusparen wäre. Striche darunter: wann die Preflights gesendet wurden.',
};
