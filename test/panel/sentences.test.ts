/** That nothing is said to people but from a catalogue, so that every language says it. */
import { describe, expect, it } from 'vitest';
import { sources } from './catalogues.ts';
import { sentencesIn } from './sentences.ts';

/** No sentences, although they look so: a font, the name of the extension, a length. */
const NO_SENTENCES = [
  'panel/detail/SequencePicture.tsx: 600 12px system-ui, sans-serif',
  'panel/opened/read-text.ts: CORS DevTools ',
  'panel/parts/Popover.tsx: max(px, min(px, 100vw - px))',
];

describe('a sentence', () => {
  it('stands in no code of the panel outside of the catalogues', () => {
    const found = [...sources(/\.tsx?$/)].flatMap(([file, source]) =>
      sentencesIn(source, file.endsWith('x') ? 'tsx' : 'ts').map(text => `${file}: ${text}`),
    );
    expect(found).toEqual(NO_SENTENCES);
  });

  it('stands in no page, but for the name of the extension and of its tab', () => {
    const texts = [...sources(/\.html$/)].flatMap(([file, page]) => {
      const shown = page.replace(/<!--.*?-->|<[^>]*>/gs, ' ').replace(/\s+/g, ' ');
      return [`${file}:${shown.trimEnd()}`];
    });
    expect(texts).toEqual(['panel/access.html: CORS DevTools', 'panel/devtools.html: CORS DevTools', 'panel/panel.html: CORS']);
  });

  it('stands in no style', () => {
    const said = [...sources(/\.css$/).values()].flatMap(style => style.match(/(?<![\w-])content:\s*["'][^"']*\p{L}{2,}/gu) ?? []);
    expect(said).toEqual([]);
  });

  it.each([
    ['between tags', 'const A = () => <p>Two words</p>;', ['Two words']],
    ['between tags, although a single word', 'const A = () => <p>One</p>;', ['One']],
    ['in an attribute that is shown', 'const A = () => <a title="Close" />;', ['Close']],
    ['in an attribute that is read out', 'const A = () => <a aria-label="Close" />;', ['Close']],
    ['in a string', "const said = 'two words';", ['two words']],
    ['in a template', `const said = \`\${count} more words\`;`, [' more words']],
    ['beside a quotation mark in a pattern', "const quote = /[\"']/; const said = 'two words';", ['two words']],
  ])('is found %s', (_, source, found) => {
    expect(sentencesIn(source, 'tsx')).toEqual(found);
  });

  it.each([
    ['classes', 'const A = () => <p class="notice warning" />;'],
    ['one of several classes', "const A = () => <p class={isBad ? 'notice bad' : 'notice'} />;"],
    ['a method', "draw({ title: 'OPTIONS' });"],
    ['an error that nobody sees', "throw new Error('out of place');"],
    ['a comment', '// two words\nconst a = 1;'],
    ['a key', "const a = kind === 'no-cors';"],
  ])('is not taken for one: %s', (_, source) => {
    expect(sentencesIn(source, 'tsx')).toEqual([]);
  });
});

describe('a number', () => {
  it('is put in words by the catalogues alone', () => {
    expect([...sources(/\.tsx?$/)].filter(([, source]) => /toLocale\w*\(|\bIntl\./.test(source)).map(([file]) => file)).toEqual([]);
  });
});
