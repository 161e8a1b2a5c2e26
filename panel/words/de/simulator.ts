/** German: what other answers would have done. */
import type { simulatorWords as en } from '../en/simulator.ts';
import { number, plural } from './numbers.ts';

export const simulatorWords: typeof en = {
  title: 'Was wäre, wenn …',
  hint: 'Ändern Sie die Antworten des Servers und sehen Sie, was jeder Browser daraus machen würde. Gesendet wird nichts.',
  passes: 'Mit diesen Antworten kann Ihre Seite lesen, was sie angefragt hat.',
  more: count => (count === 1 ? 'Danach ist 1 weitere Regel verletzt.' : `Danach sind ${number(count)} weitere Regeln verletzt.`),
  putFix: 'Lösung einsetzen',
  putBack: 'Alles zurücksetzen',
  withCredentials: 'Die Seite fragt mit Anmeldedaten an',
  credentialsUnknown: '(das ist hier nicht zu sehen)',
  unseen: 'Hier wurde keine Antwort gesehen. Sie gilt als leer, bis Sie sie ändern.',
  status: 'Status',
  statusFault: status => `Ein Status ist eine Zahl von 200 bis 599. Beurteilt wird mit ${status}.`,
  lineName: 'Name des Headers',
  lineValue: name => (name === '' ? 'Wert des neuen Headers' : `Wert von ${name}`),
  removeLine: name => `${name === '' ? 'Den neuen Header' : name} entfernen`,
  addLine: 'Header hinzufügen',
  otherLines: count => plural(count, 'Header, den CORS nicht beachtet', 'Header, die CORS nicht beachtet'),
  asItIs: 'Ausgeschrieben:',
  faults: {
    'no-name': 'Diese Zeile braucht einen Namen. Bis dahin bleibt sie weg.',
    name: 'So kann kein Header heißen: nur Buchstaben, Ziffern und Zeichen wie „-“ und „_“, keine Leerzeichen. Die Zeile bleibt weg.',
    value:
      'Das kann in keinem Header stehen: ein Zeilenumbruch oder ein Zeichen, das kein einzelnes Byte ist, etwa ein typografisches Anführungszeichen. Die Zeile bleibt weg.',
  },
};
