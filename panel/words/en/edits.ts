/** English: what differs between what came and what would pass. */
import { type Edit, isOne, type Place } from '../../difference.ts';
import { codePoint, makeVisible } from '../../text.ts';

const characterNames: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\t': 'a tab',
  '\u00a0': 'a no-break space, U+00A0',
  '/': '/ (slash)',
  ':': ': (colon)',
  '.': '. (dot)',
  ',': ', (comma)',
  ';': '; (semicolon)',
  '-': '- (hyphen)',
  _: '_ (underscore)',
  '"': '" (quotation mark)',
  "'": "' (apostrophe)",
  '*': '* (asterisk)',
};

/** One character so that it cannot be overlooked or taken for another, however it looks or is read aloud. */
function nameOfCharacter(character: string): string {
  const name = characterNames[character];
  if (name !== undefined) return name;
  if (makeVisible(character) !== character) return `one that cannot be seen, ${codePoint(character)}`;
  if (character > '~') return `${character} (${codePoint(character)})`;
  if (/[A-Z]/.test(character)) return `upper-case ${character}`;
  return character;
}

const named = (text: string): string => (isOne(text) ? nameOfCharacter(text) : `“${text}”`);
const count = (text: string): string => (isOne(text) ? 'One character' : `${[...text].length} characters`);
const placed = (place: Place): string => (place === 'start' ? 'at the beginning' : place === 'end' ? 'at the end' : `after “${place.after}”`);
const cased = (text: string): string => (/^[A-Z]$/.test(text) ? `upper-case ${text}` : /^[a-z]$/.test(text) ? `lower-case ${text}` : `“${text}”`);

function unlisted(items: Extract<Edit, { readonly kind: 'unlisted' }>['items']): string {
  const slips = items.filter(({ almost }) => almost !== null);
  const missing = `Missing from the list: ${items.map(({ item }) => item).join(', ')}.`;
  return [missing, ...slips.map(({ item, almost }) => `“${almost}” is there, but it is not the same as “${item}”.`)].join(' ');
}

/** What differs between what came and what would pass, in a sentence. It may quote hostile text. */
function sentence(edit: Edit): string {
  switch (edit.kind) {
    case 'extra':
      return `${count(edit.text)} too many: ${named(edit.text)}, ${placed(edit.place)}.`;
    case 'missing':
      return `${count(edit.text)} missing: ${named(edit.text)}, ${placed(edit.place)}.`;
    case 'other':
      return isOne(edit.received) && isOne(edit.expected)
        ? `One character differs: ${named(edit.received)} came where ${named(edit.expected)} would pass, ${placed(edit.place)}.`
        : `${named(edit.received)} came where ${named(edit.expected)} would pass, ${placed(edit.place)}.`;
    case 'case':
      return `Only the case of letters differs: ${cased(edit.received)} came where ${cased(edit.expected)} would pass.`;
    case 'unlisted':
      return unlisted(edit.items);
  }
}

export const editWords = {
  /** Stands before the sentence. */
  title: 'Difference',
  sentence,
};
