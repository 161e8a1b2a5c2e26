/** German: handing a failure on, and opening what was handed on. */
import type { SecretKind } from '../../../src/report/redact-text.ts';
import type { exportWords as enExport, fileFaults as enFaults } from '../en/files.ts';
import { number, plural } from './numbers.ts';

const SECRETS: readonly (readonly [SecretKind, one: string, many: string])[] = [
  ['cookie', 'Cookie', 'Cookies'],
  ['authorization', 'Authorization-Header', 'Authorization-Header'],
  ['password', 'Passwort in einer URL', 'Passwörter in URLs'],
  ['url-token', 'Token in einer URL', 'Tokens in URLs'],
  ['header', 'Geheimnis in einem anderen Header', 'Geheimnisse in anderen Headern'],
  ['token', 'anderes Token', 'andere Tokens'],
];

export const exportWords: typeof enExport = {
  scope: 'Was exportiert wird',
  all: count => (count === 1 ? 'Die eine blockierte Anfrage' : `Alle ${number(count)} blockierten Anfragen`),
  one: 'Nur die ausgewählte Anfrage',
  redact: 'Geheimnisse weglassen',
  redactHint: 'Cookies, Authorization, Passwörter und Tokens in URLs.',
  redactOff: 'Der Export wird Cookies, Passwörter und Tokens so enthalten, wie sie gesendet wurden. Geben Sie ihn mit Bedacht weiter.',
  leftOut: counts => {
    const found = SECRETS.flatMap(([kind, one, many]) => (counts[kind] > 0 ? [plural(counts[kind], one, many)] : []));
    return found.length === 0 ? 'Kein Geheimnis zum Weglassen gefunden. Lesen Sie den Export trotzdem durch.' : `Weggelassen: ${found.join(', ')}.`;
  },
  copyMarkdown: 'Markdown kopieren',
  copyJson: 'JSON kopieren',
  downloadMarkdown: '.md herunterladen',
  downloadJson: '.json herunterladen',
  downloadHtml: '.html herunterladen',
  downloadHar: '.har herunterladen',
  nothing: 'Nichts wurde blockiert, also gibt es noch nichts zu exportieren.',
  done: action => `${action}: erledigt`,
  failed: 'Das Exportieren hat nicht geklappt. Versuchen Sie den anderen Weg, Kopieren oder Herunterladen.',
};

export const fileFaults: typeof enFaults = {
  tooLarge: megabytes =>
    `hat ${number(megabytes)} MB, und öffnen lassen sich bis zu 100 MB. Leeren Sie das Netzwerk-Panel, wiederholen Sie nur die Anfrage, die scheitert, und speichern Sie noch einmal. Speichern Sie ohne Inhalte, wenn Ihr Werkzeug das kann.`,
  empty: 'ist leer. Speichern Sie sie noch einmal, oder bitten Sie noch einmal um sie.',
  truncated: 'endet mittendrin, ein Teil ist also verloren. Speichern Sie sie noch einmal, oder lassen Sie sie noch einmal schicken.',
  'not-json':
    'ist kein JSON. Öffnen Sie ein HAR (im Netzwerk-Panel: „Save all as HAR“) oder einen Bericht, den dieser Tab als .json gespeichert hat.',
  neither: 'ist JSON, aber weder ein HAR noch ein Bericht dieses Tabs. Wählen Sie im Netzwerk-Panel „Save all as HAR“.',
  'no-requests': 'ist ein HAR ohne eine einzige Anfrage. Öffnen Sie erst das Netzwerk-Panel, laden Sie die Seite neu und speichern Sie noch einmal.',
  'old-report':
    'wurde von einer älteren Version dieser Erweiterung geschrieben, ohne das, was zum Öffnen nötig ist. Exportieren Sie mit dieser Version noch einmal.',
  unreadable:
    'ließ sich nicht lesen. Vielleicht wurde sie verschoben, oder sie ist zu groß für diesen Rechner. Wählen Sie sie noch einmal, oder speichern Sie eine kleinere.',
  damagedReport: at =>
    `ist ein Bericht, der geändert oder beschädigt wurde${at === '' ? '' : ` (bei ${at.slice(0, 100)})`}. Exportieren Sie ihn noch einmal.`,
};
