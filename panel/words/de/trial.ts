/** German: what the tab says of a fix that is tried. */
import { bound } from '../../text.ts';
import type { trialWords as en } from '../en/trial.ts';

export const trialWords: typeof en = {
  try: 'Diese Lösung ausprobieren',
  tryAndReload: 'Ausprobieren und die Seite neu laden',
  hint: 'Am Server ändert sich nichts: Ihr Browser liest seine Antworten, als hätten sie diese Zeilen, und zwar nur in diesem Tab. Die Anfrage wird dann noch einmal gestellt.',
  hintReload: method =>
    `Am Server ändert sich nichts: Ihr Browser liest seine Antworten, als hätten sie diese Zeilen, und zwar nur in diesem Tab. Ihre Seite muss dann dieses ${bound(method, 20).shown} noch einmal senden.`,
  obstacles: {
    'no-answer': 'Lässt sich nicht ausprobieren: Es kam keine Antwort, also gibt es keine Header zu ändern.',
    'no-header': 'Lässt sich nicht ausprobieren: Kein Header in der Antwort würde hier helfen.',
    status:
      'Lässt sich hier nicht ausprobieren: Die Antwort auf den Preflight braucht einen anderen Status, und in Ihrem Browser lassen sich nur ihre Header ändern.',
    address:
      'Lässt sich hier nicht ausprobieren: Die Weiterleitung muss zu einer anderen Adresse führen, und nur der Server sollte ändern, wohin eine Anfrage geht.',
    'shared-url':
      'Lässt sich hier nicht ausprobieren: Zwei Antworten von derselben Adresse brauchen verschiedene Header, und Ihr Browser kann sie nicht getrennt behandeln.',
    lines:
      'Lässt sich hier nicht ausprobieren: Der Header kam auf mehreren Zeilen, und Firefox lehnt diese ab, was immer eine Erweiterung daraus macht.',
    worker:
      'Lässt sich hier nicht ausprobieren: Ein Worker hat diese Anfrage gestellt. Er gehört zu keinem Tab, und ein Versuch reicht nie über einen Tab hinaus.',
    url: 'Lässt sich hier nicht ausprobieren: Die Adresse ist zu lang oder zu ungewöhnlich, um sie genau zu benennen.',
  },
  ended: {
    refused: 'Der Browser hat diese Header nicht angenommen. Deshalb wurde nichts geändert.',
    left: 'Der Versuch ist zu Ende, weil dieser Tab zu einer anderen Website ging. Antworten kommen wieder unverändert vom Server.',
  },
  banner: 'Eine Lösung, die ausprobiert wird',
  trying: 'Eine Lösung wird ausprobiert:',
  scope: '– nur in diesem Tab, nur solange die DevTools geöffnet sind.',
  notAskedYet: method => `Warten auf Ihre Seite: Sie muss dieses ${bound(method, 20).shown} noch einmal senden.`,
  asking: 'Die Anfrage ist unterwegs.',
  through: 'Der Browser lässt sie jetzt durch.',
  throughHint: 'Setzen Sie dieselben Zeilen am Server.',
  stillBlocked: rule => (rule === null ? 'Noch immer blockiert.' : `Noch immer blockiert: ${rule}.`),
  unclear: 'Ob der Browser sie durchgelassen hat, lässt sich nicht sagen.',
  show: 'Anzeigen',
  repeat: 'Noch einmal anfragen',
  reload: 'Seite neu laden',
  stop: 'Beenden',
  dismiss: 'Schließen',
  over: 'Der Versuch ist zu Ende.',
  headline: (from, to) => `Mit der Lösung, die Sie ausprobieren, kann ${from} diese Antwort von ${to} lesen.`,
  triedDetail:
    'Bei dieser Anfrage wurde eine Lösung ausprobiert: Was Ihre Seite bekam, ist nicht, was der Server gesendet hat. Beenden Sie den Versuch und fragen Sie noch einmal an, um die Antwort des Servers selbst zu sehen.',
  triedBoth: 'Weiter unten hat „Wie gesendet und empfangen“ beides.',
  triedOnly: 'Weiter unten sehen Sie, was Ihre Seite bekam: Dieser Browser zeigt nicht, was der Server gesendet hat.',
};
