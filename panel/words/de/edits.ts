/** German: what differs between what came and what would pass. */
import { type Edit, isOne, type Place } from '../../difference.ts';
import { codePoint, makeVisible } from '../../text.ts';
import type { editWords as en } from '../en/edits.ts';

const characterNames: Readonly<Record<string, string>> = {
  ' ': 'ein Leerzeichen',
  '\t': 'ein Tabulator',
  '\u00a0': 'ein geschütztes Leerzeichen, U+00A0',
  '/': '/ (Schrägstrich)',
  ':': ': (Doppelpunkt)',
  '.': '. (Punkt)',
  ',': ', (Komma)',
  ';': '; (Semikolon)',
  '-': '- (Bindestrich)',
  _: '_ (Unterstrich)',
  '"': '" (Anführungszeichen)',
  "'": "' (Apostroph)",
  '*': '* (Stern)',
};

/** One character so that it cannot be overlooked or taken for another, however it looks or is read aloud. */
function nameOfCharacter(character: string): string {
  const name = characterNames[character];
  if (name !== undefined) return name;
  if (makeVisible(character) !== character) return `eines, das nicht zu sehen ist, ${codePoint(character)}`;
  if (character > '~') return `${character} (${codePoint(character)})`;
  if (/[A-Z]/.test(character)) return `ein großes ${character}`;
  return character;
}

const named = (text: string): string => (isOne(text) ? nameOfCharacter(text) : `„${text}“`);
const count = (text: string): string => (isOne(text) ? 'Ein Zeichen' : `${[...text].length} Zeichen`);
const placed = (place: Place): string => (place === 'start' ? 'am Anfang' : place === 'end' ? 'am Ende' : `nach „${place.after}“`);
const cased = (text: string): string => (/^[A-Z]$/.test(text) ? `ein großes ${text}` : /^[a-z]$/.test(text) ? `ein kleines ${text}` : `„${text}“`);

function unlisted(items: Extract<Edit, { readonly kind: 'unlisted' }>['items']): string {
  const slips = items.filter(({ almost }) => almost !== null);
  const missing = `In der Liste ${items.length === 1 ? 'fehlt' : 'fehlen'}: ${items.map(({ item }) => item).join(', ')}.`;
  return [missing, ...slips.map(({ item, almost }) => `„${almost}“ steht da, ist aber nicht dasselbe wie „${item}“.`)].join(' ');
}

function sentence(edit: Edit): string {
  switch (edit.kind) {
    case 'extra':
      return `${count(edit.text)} zu viel: ${named(edit.text)}, ${placed(edit.place)}.`;
    case 'missing':
      return `${count(edit.text)} zu wenig: Es ${isOne(edit.text) ? 'fehlt' : 'fehlen'} ${named(edit.text)}, ${placed(edit.place)}.`;
    case 'other':
      return isOne(edit.received) && isOne(edit.expected)
        ? `Ein Zeichen ist anders, ${placed(edit.place)}: Es kam ${named(edit.received)}, genügen würde ${named(edit.expected)}.`
        : `Es kam ${named(edit.received)}, genügen würde ${named(edit.expected)}, ${placed(edit.place)}.`;
    case 'case':
      return `Nur die Groß- und Kleinschreibung ist anders: Es kam ${cased(edit.received)}, genügen würde ${cased(edit.expected)}.`;
    case 'unlisted':
      return unlisted(edit.items);
  }
}

export const editWords: typeof en = { title: 'Unterschied', sentence };
