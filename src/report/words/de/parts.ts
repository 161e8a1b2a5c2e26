import type { CommandWords, ConfigurationWords, EngineWords, ValueWords, WireWords } from '../words.ts';
import { count, number } from './numbers.ts';

export const values: ValueWords = {
  empty: '(leer)',
  blank: '(nur Leerraum)',
  leftOut: characters => `${number(characters)} Zeichen weggelassen`,
  notSeen: '[Wert nicht gesehen]',
};

export const engines: EngineWords = {
  title: 'Was jeder Browser daraus macht',
  passes: 'lässt sie durch',
  blocks: (term, parameter) => `blockiert sie als ${term}${parameter === null ? '' : ` (${parameter})`}`,
  blocksUnnamed: 'blockiert sie, ohne eigenen Namen dafür',
  blocksPlainly: 'blockiert sie',
  credentials: { include: ', falls die Seite mit Anmeldedaten angefragt hat', 'same-origin': ', falls die Seite ohne Anmeldedaten angefragt hat' },
  because: {
    lines: ', falls der Header in mehreren Zeilen kam',
    list: ', falls der Header in einer Zeile kam',
    'no-cors': ', falls die Seite im Modus no-cors angefragt hat',
    unseen: ', soweit die gesehenen Antworten es zeigen',
  },
  oneOf: browser => `${browser}, eines davon:`,
  more: more => (more === 1 ? 'oder ein weiteres, das im JSON-Export steht' : `oder eines von ${number(more)} weiteren, die im JSON-Export stehen`),
};

export const wire: WireWords = {
  title: 'Was gesendet und empfangen wurde',
  preflight: asked => `Der Preflight: ${asked}`,
  preflightAnswer: status => `Die Antwort darauf: Status ${status}`,
  request: asked => `Die Anfrage: ${asked}`,
  redirect: (url, status) => `Die Weiterleitung durch ${url}: Status ${status}`,
  later: asked => `Die Anfrage danach: ${asked}`,
  answer: status => `Die Antwort: Status ${status}`,
  noHeaders: message => `${message}; Header waren nicht zu sehen.`,
  leftOut: lines => `${count(lines, 'Header-Zeile ist', 'Header-Zeilen sind')} weggelassen.`,
};

export const commands: CommandWords = {
  title: 'Selbst ausprobieren',
  curlShows:
    'curl setzt CORS nicht durch und zeigt darum jede Antwort: Sehen Sie nach, ob die Antwort die Header von oben hat. Bodys von Anfragen werden nicht aufgezeichnet; darum wird keiner gesendet.',
  preflight: 'Der Preflight',
  request: 'Die Anfrage',
  preflightInTerminal: 'Der Preflight, im Terminal',
  requestInTerminal: 'Die Anfrage, im Terminal',
  requestInConsole: 'Die Anfrage, in der Konsole der Seite',
  tooLong: 'Die Zeile ist zu lang für diesen Text; kopieren Sie sie aus dem CORS-Tab.',
  titledTooLong: title => `${title}: Der Befehl ist zu lang für diesen Text; kopieren Sie ihn aus dem CORS-Tab.`,
  credentialsUnknown: 'nicht bekannt: auch "include" ausprobieren',
};

export const configuration: ConfigurationWords = {
  title: (server, name) => `In der Konfiguration von ${server}: ${name}`,
  proven: version => `Erprobt mit ${version}, in Chromium und Firefox.`,
  notProven: 'Nach der Dokumentation geschrieben und nicht erprobt: Probieren Sie es aus, bevor Sie sich darauf verlassen.',
  leftOut: 'Sie fehlt hier: Sie ist zu lang oder enthält etwas, das Berichte nicht zeigen.',
};
