/** German: what the tab says at once. */
import type { words as en } from '../en/tab.ts';
import { duration, number, plural, time } from './numbers.ts';

export const words: typeof en = {
  title: 'CORS',
  number,
  time,
  duration,

  // toolbar
  clear: 'Liste leeren',
  reload: 'Seite neu laden',
  search: 'Suchen',
  searchHint: 'URL, Methode, Origin ( / )',
  shown: 'Welche Anfragen zu sehen sind',
  filters: { blocked: 'Blockiert', warnings: 'Hinweise', allowed: 'Erlaubt', all: 'Alle' },
  export: 'Exportieren',

  // states of the whole tab
  list: 'Anfragen zu fremden Origins',
  connecting: 'Verbindung zur Aufzeichnung wird hergestellt …',
  catchingUp: 'Aufgezeichnetes wird geladen …',
  emptyTitle: 'Aufzeichnung läuft',
  empty:
    'Noch keine Anfrage zu einem fremden Origin. Benutzen Sie die Seite: Jede Anfrage zu einem anderen Origin erscheint hier, sobald sie gestellt wird.',
  waitingTitle: 'Laden Sie die Seite neu, um alles zu sehen',
  waiting: 'Die Aufzeichnung begann erst, als die DevTools geöffnet wurden. Was die Seite davor angefragt hat, wurde nicht gesehen.',
  waitingShort: 'Die Aufzeichnung begann erst, als die DevTools geöffnet wurden. Laden Sie die Seite neu, um alles zu sehen.',
  reloadButton: 'Neu laden',
  noAccessTitle: 'Der Browser lässt diese Erweiterung keine Anfragen sehen',
  noAccess:
    'Um eine blockierte Anfrage zu erklären, muss sie Anfragen an alle Websites beobachten. Sie tut das nur, solange die DevTools geöffnet sind, und nichts verlässt Ihren Computer.',
  noAccessShort: 'Der Browser verweigert den Zugriff auf Websites: Neue Anfragen sind nicht zu sehen.',
  grantButton: 'Zugriff erlauben …',
  nothingBlockedTitle: 'Nichts wurde blockiert',
  nothingBlocked: (allowed, all) => {
    const requests = plural(all, 'Anfrage zu einem fremden Origin', 'Anfragen zu fremden Origins');
    if (allowed === all) return `Der Browser hat ${requests} durchgelassen.`;
    const rest = 'noch unterwegs, abgebrochen oder unklar';
    return allowed === 0 ? `Bisher ${requests}: ${rest}.` : `Der Browser hat ${number(allowed)} von ${requests} durchgelassen. Der Rest ist ${rest}.`;
  },
  showAll: 'Alle Anfragen anzeigen',
  noMatchTitle: 'Keine Anfrage passt',
  noMatch: 'Keine dieser Anfragen passt zur Suche und zum Filter.',
  noneAllowed: 'Noch wurde keine Anfrage durchgelassen.',
  noWarnings: 'Nichts von dem, was durchgelassen wurde, verdient einen Blick, soweit es zu sehen war.',
  resetFilters: 'Alles anzeigen',
  newFailures: (more, all) => `${plural(more, 'neue blockierte Anfrage', 'neue blockierte Anfragen')}, insgesamt ${number(all)}.`,

  // status bar
  requestsSeen: count => `${plural(count, 'Anfrage', 'Anfragen')} gesehen`,
  crossOrigin: count => plural(count, 'zu einem fremden Origin', 'zu fremden Origins'),
  blocked: count => `${number(count)} blockiert`,
  dropped: count => `${number(count)} ältere verworfen`,
  droppedHint: 'Nur eine begrenzte Zahl von Anfragen wird behalten. Die ältesten werden zuerst verworfen.',
  minute: { link: 'Neu hier? CORS in einer Minute', close: 'Schließen' },
  preflights: {
    cost: (count, waited) => `${plural(count, 'Preflight', 'Preflights')}, ${waited}`,
    hint: 'Was Preflights diese Seite kosten',
  },

  // a row
  standing: { blocked: 'Blockiert', allowed: 'Erlaubt', pending: 'Wartet', cancelled: 'Abgebrochen', unknown: 'Unklar' },
  failed: 'Fehlgeschlagen',
  noCors: 'braucht kein CORS',
  more: count => `+${count} weitere`,
  incomplete: 'nur zum Teil gesehen',
  worthALook: 'einen Blick wert',
  tried: 'Lösung ausprobiert',
  responsible: {
    server: 'Server',
    page: 'Ihre Seite',
    gateway: 'Gateway',
    network: 'Netzwerk',
    browser: 'Browser',
    extension: 'Erweiterung',
    nobody: 'Niemand',
  },
  mendedBy: who => `Kann es beheben: ${who}`,

  // detail
  detail: 'Die ausgewählte Anfrage',
  back: 'Zurück zur Liste',
  choose: 'Wählen Sie eine Anfrage, um zu sehen, was mit ihr geschehen ist.',

  // a file in the place of the live recording
  file: {
    open: 'Datei öffnen …',
    openHint: 'Datei öffnen: ein HAR oder ein Bericht als JSON (oder hier ablegen)',
    reading: 'wird gelesen …',
    stop: 'Abbrechen',
    dismiss: 'Schließen',
    from: 'Aus',
    notRecorded: '– nicht hier aufgezeichnet.',
    writtenBy: 'Geschrieben von',
    notOfBrowser: 'Die Datei verrät nicht, was ein Browser getan hat. Was blockiert würde, sagen daher allein die Regeln von CORS.',
    back: 'Zurück zur laufenden Aufzeichnung',
    noneTitle: 'Keine Anfrage zu einem fremden Origin in dieser Datei',
    none: 'Die Datei wurde ganz gelesen. Keine ihrer Anfragen ging zu einem anderen Origin, oder das Programm, das sie schrieb, hat diese weggelassen.',
  },
};
