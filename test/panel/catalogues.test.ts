/** That each language says all that there is to say, in its own words, and nothing that nobody asks for. */
import { describe, expect, it } from 'vitest';
import { de, en, entriesOf, keptIn, sources, unusedIn } from './catalogues.ts';

const pathsOf = (catalogue: object): readonly string[] => entriesOf(catalogue).map(([keys]) => keys.join('.'));

/** What functions are called with that make nothing of two texts. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  'words.number': [1_234.5],
  'words.time': [0],
  'words.duration': [1_500],
  'editWords.sentence': [{ kind: 'extra', text: '/', place: 'end' }],
  'originWords.difference': [['host', 'port']],
  'sequenceWords.name': [{ from: 'A', method: 'GET', to: 'B', end: 'C' }],
  'costWords.savable': [{ engine: 'Firefox', count: 2, waited: '1 s', hours: 2 }],
  'exportWords.leftOut': [{ cookie: 1, authorization: 0, password: 0, 'url-token': 0, header: 0, token: 0 }],
};

const textOf = (keys: string, value: unknown): string =>
  typeof value === 'function' ? value(...(ARGUMENTS[keys] ?? ['A', 'B'])) : Array.isArray(value) ? value.join(', ') : String(value);

const textsOf = (catalogue: object): ReadonlyMap<string, string> =>
  new Map(entriesOf(catalogue).map(([keys, value]) => [keys.join('.'), textOf(keys.join('.'), value)]));

/** What is the same word, or the same sign, in both languages. */
const SAME: readonly string[] = [
  'words.title',
  'words.time',
  'words.responsible.server',
  'words.responsible.gateway',
  'words.responsible.browser',
  'listWords.grouping.count',
  'detailWords.stages.preflight',
  'detailWords.headerName',
  'detailWords.origin',
  'stepWords.facts.cookies',
  'stepWords.facts.status',
  'stepWords.facts.location',
  'stepWords.facts.problem',
  'glossary.null-origin.title',
  'glossary.gateway.title',
  'originWords.parts.host',
  'originWords.parts.port',
  'sequenceWords.browser',
  'sequenceWords.server',
  'costWords.count',
  'recipeWords.families.node',
  'recipeWords.families.python',
  'recipeWords.families.php',
  'recipeWords.families.ruby',
  'recipeWords.families.go',
  'recipeWords.families.java',
  'recipeWords.families.dotnet',
  'recipeWords.comments.nginxHttp',
  'simulatorWords.status',
];

describe('the catalogues of English and German', () => {
  it('have the same entries', () => {
    expect(pathsOf(de).toSorted()).toEqual(pathsOf(en).toSorted());
  });

  it('say nothing in the same words, but for what is the same word in both', () => {
    const german = textsOf(de);
    const same = [...textsOf(en)].filter(([keys, text]) => german.get(keys) === text).map(([keys]) => keys);
    expect(same.toSorted()).toEqual(SAME.toSorted());
  });

  it.each(Object.entries({ en, de }))('have no empty text in %s', (_, catalogue) => {
    expect([...textsOf(catalogue)].filter(([, text]) => text.trim() === '' || /undefined|NaN|\[object/.test(text))).toEqual([]);
  });

  it.each([
    ['en', en, /[„‚]|(?<=\p{L})“/u],
    ['de', de, /[”‘]|“(?=\p{L})/u],
  ] as const)('use quotation marks as %s does', (_, catalogue, foreign) => {
    expect([...textsOf(catalogue)].filter(([, text]) => foreign.test(text))).toEqual([]);
  });
});

describe('an entry that nobody uses', () => {
  const code = [...sources(/\.tsx?$/).values(), ...sources(/\.ts$/, 'src/recipes').values()].join('\n');
  const { access, ...own } = en;

  it('is in no catalogue', () => {
    expect(unusedIn(own, code)).toEqual([]);
  });

  it('is found wherever it is', () => {
    const more = { ...own, words: { ...own.words, spare: 'A', pair: { left: 'B' } }, spareWords: { title: 'C' }, spareSaying: () => 'D' };
    expect(unusedIn(more, code)).toEqual(['words.spare', 'words.pair.left', 'spareWords.title', 'spareSaying']);
  });

  it.each([
    ['named', 'words.clear'],
    ['taken out', 'const { open, clear } = words;'],
    ['looked up', 'words[key]'],
    ['gone through', 'Object.entries(words)'],
  ])('is not one that is %s', (_, use) => {
    expect(unusedIn({ words: { clear: 'Clear' } }, use)).toEqual([]);
  });

  it('is not in the page that asks for access, which has all that its catalogue has', () => {
    const page = sources(/access\.html$/).get('panel/access.html') ?? '';
    const named = [...page.matchAll(/data-word="(\w+)"/g)].map(([, word]) => word);
    expect([...named, 'title', 'refused'].toSorted()).toEqual(Object.keys(access).toSorted());
  });
});

describe('a word that a module keeps', () => {
  it('is in none, for it would be English in every language', () => {
    expect([...sources(/\.tsx?$/)].flatMap(([file, source]) => keptIn(source).map(name => `${file}: ${name}`))).toEqual([]);
  });

  it.each([
    ['const clear = words.clear;', ['clear']],
    ['const { file } = words;', ['{ file }']],
    ['export const labels: readonly string[] = [\n  words.clear,\n];\n', ['labels']],
    ['const clear = () => words.clear;', []],
    ['function clear() {\n  const { clear } = words;\n  return clear;\n}', []],
  ])('is found: %j', (source, found) => {
    expect(keptIn(source)).toEqual(found);
  });
});
