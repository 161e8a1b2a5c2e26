/** German: the words of the pictures of one exchange. */
import type { OriginPart } from '../../origin-parts.ts';
import type { originWords as enOrigins, sequenceWords as enSequence } from '../en/pictures.ts';
import { enumerate, plural } from './numbers.ts';

const partNames: Readonly<Record<OriginPart, string>> = { scheme: 'Schema', host: 'Host', port: 'Port' };

/** "im Port", "in Schema, Host und Port". */
const inParts = (parts: readonly OriginPart[]): string => `${parts.length === 1 ? 'im' : 'in'} ${enumerate(parts.map(part => partNames[part]))}`;

export const originWords: typeof enOrigins = {
  parts: partNames,
  page: 'Ihre Seite',
  server: 'Der Server',
  compared: 'Verglichen',
  same: 'gleich',
  differs: 'anders',
  defaultPort: port => `${port} (Standard)`,
  noPort: 'keiner',
  difference: parts => (parts.length === 0 ? 'Sie unterscheiden sich nicht: Das ist ein Origin.' : `Sie unterscheiden sich ${inParts(parts)}.`),
  nullPage:
    'Diese Seite hat keinen eigenen Origin. Der Browser nennt ihn „null“: ein Frame mit sandbox, eine lokale Datei oder eine Adresse mit data:. Er gleicht keinem Origin, auch keinem anderen „null“.',
  tainted: page =>
    `Der Browser nennt ${page} hier nicht. Er sagt „null“, weil die Anfrage von einem fremden Origin zu einem anderen weitergeleitet wurde.`,
};

export const sequenceWords: typeof enSequence = {
  toggle: 'Als Bild',
  page: 'Ihre Seite',
  browser: 'Browser',
  server: 'Server',
  moreServers: count => plural(count, 'weiterer Server', 'weitere Server'),
  name: ({ from, method, to, end }) => `${from} fragt ${to} mit ${method} an; ${end}`,
  stoppedAt: (step, problem) => `es endet bei „${step}“: ${problem}.`,
  ended: step => `es endet so: ${step}.`,
  lacks: header => `kein ${header}`,
};
