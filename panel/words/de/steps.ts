/** German: the exchange step by step. */
import type { reasonWords as enReasons, stepWords as enSteps } from '../en/steps.ts';

export const reasonWords: typeof enReasons = {
  method: value => (value === null ? 'der Methode' : `der Methode ${value}`),
  header: value => (value === null ? 'eines eigenen Headers' : `des Headers ${value}`),
  'content-type': value => (value === null ? 'des Inhaltstyps' : `des Inhaltstyps ${value}`),
  'upload-listener': () => 'eines Listeners für den Fortschritt des Uploads',
  'stream-body': () => 'eines Bodys, der ein Stream ist',
  unknown: () => 'eines Grundes, der nicht zu sehen ist',
};

export const stepWords: typeof enSteps = {
  pageAsks: 'Ihre Seite fragt an',
  preflight: 'Der Browser fragt zuerst um Erlaubnis (Preflight)',
  request: 'Der Browser sendet die Anfrage',
  requestAgain: 'Der Browser folgt der Weiterleitung',
  redirect: 'Der Server schickt den Browser woandershin',
  answer: 'Der Server antwortet',
  pageReads: 'Ihre Seite kann die Antwort lesen',
  pageUses: 'Ihre Seite kann die Antwort benutzen, nicht lesen',
  pageError: 'Ihre Seite bekommt einen Fehler und keine Antwort',
  pageWaits: 'Ihre Seite wartet',
  pageLeft: 'Ihre Seite hat abgebrochen',
  pageUnclear: 'Ob Ihre Seite sie lesen konnte, ist nicht bekannt',
  facts: {
    from: 'Von',
    to: 'Anfrage',
    because: 'Wegen',
    sent: 'Gesendet',
    cookies: 'Cookies',
    status: 'Status',
    location: 'Location',
    error: 'Fehler',
    answer: 'Antwort',
    took: 'Dauer',
    allows: 'Erlaubt',
    problem: 'Problem',
  },
  cookiesSent: 'gesendet',
  noAllow: 'gar kein Access-Control-Header',
  noAnswer: 'keine gesehen',
  fromCache: 'aus dem Cache des Browsers',
  states: {
    passed: 'bestanden',
    stopped: 'hier gestoppt',
    'also-broken': 'würde hier als Nächstes scheitern',
    never: 'nie geschehen',
    waiting: 'wartet',
    unseen: 'nicht gesehen',
  },
};
