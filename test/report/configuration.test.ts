/** The configuration of a server that a report of a failure hands on. */
import { describe, expect, it } from 'vitest';
import { configurationsIn } from '../../panel/configurations.ts';
import { recipeWords } from '../../panel/words/en/recipes.ts';
import { RECIPES, type RecipeId } from '../../src/recipes/index.ts';
import { additionsOf, type ServerConfiguration } from '../../src/report/additions.ts';
import { buildReport } from '../../src/report/build.ts';
import { toHtml } from '../../src/report/html.ts';
import { toJson } from '../../src/report/json.ts';
import { toMarkdown } from '../../src/report/markdown.ts';
import { readReport } from '../../src/report/read-report.ts';
import { redactText } from '../../src/report/redact-text.ts';
import { contractErrors } from './contract.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import { LANGUAGES } from './languages.ts';
import { API, answer, failed, fields, hop, input, PAGE, preflight } from './sample.ts';

const refusedBy = (server: string) =>
  failed({ exchange: { hops: [hop({ preflights: [preflight({ response: answer(204, fields(`Server: ${server}`)) })] })] } });
const reportOf = (server: string, chosen: RecipeId | null = null) => {
  const configurationsOf = configurationsIn(recipeWords.comments, asked => (asked === API ? chosen : null));
  return buildReport({ ...input([refusedBy(server)]), configurationsOf }, { redact: true });
};
const reportWith = (configuration: Partial<ServerConfiguration>) =>
  buildReport(
    {
      ...input([failed()]),
      configurationsOf: () => [{ server: API, name: 'nginx', provenOn: null, text: 'a;', quotes: [], notes: [], ...configuration }],
    },
    { redact: true },
  );
const configurationsOf = (report: ReturnType<typeof reportOf>) => report.failures.flatMap(failure => additionsOf(failure).configurations);

describe('a report', () => {
  it('has the configuration of a server that says what it is', () => {
    const report = reportOf('nginx/1.22.1');
    expect(configurationsOf(report)).toMatchObject([{ server: API, name: 'nginx', provenOn: 'nginx 1.22', notes: [] }]);
    const markdown = toMarkdown(report);
    expect(markdown).toContain(`### In the configuration of \`${API}\`: nginx`);
    expect(markdown).toContain(`"~^${PAGE.replaceAll('.', '\\.')}$" $http_origin;`);
    expect(markdown).toContain('Proven on nginx `1.22`');
    expect(toHtml(report)).toContain('$http_origin;');
  });

  it('has that of the server that the reader chose instead', () => {
    const report = reportOf('nginx/1.22.1', 'caddy');
    expect(configurationsOf(report).map(({ name }) => name)).toEqual(['Caddy']);
    expect([toMarkdown(report), toHtml(report)].filter(text => text.includes('U+0009'))).toEqual([]);
  });

  it('has none where nothing tells what answered', () => {
    const report = reportOf('something');
    expect(configurationsOf(report)).toEqual([]);
    expect(toMarkdown(report)).not.toContain('In the configuration');
  });

  it('keeps the contract with it, and is read again with it', () => {
    const report = reportOf('AmazonS3');
    expect(contractErrors(toJson(report))).toEqual([]);
    const opened = readReport(JSON.parse(toJson(report)));
    expect('report' in opened && configurationsOf(opened.report)).toEqual(configurationsOf(report));
    expect(configurationsOf(report)[0]?.notes.length).toBeGreaterThan(0);
  });

  it.each(LANGUAGES)('says in $language that one is not proven, or left out because it is too long', words => {
    const long = reportWith({ text: 'a;\n'.repeat(10_000) });
    expect(configurationsOf(long).map(({ text }) => text)).toEqual(['']);
    for (const text of [toMarkdown(long, undefined, words), toHtml(long, words)]) {
      expect(text).toContain(words.configuration.leftOut);
      expect(text).toContain(words.configuration.notProven);
    }
  });

  it.each(RECIPES.map(({ id }) => ({ id })))('leaves nothing out of the one for $id that is no secret', ({ id }) => {
    const built = (redact: boolean) =>
      configurationsOf(buildReport({ ...input([failed()]), configurationsOf: configurationsIn(recipeWords.comments, () => id) }, { redact }));
    expect(built(true)).toEqual(built(false));
    expect(built(true)[0]?.text).not.toBe('');
  });

  it('leaves one out that quotes what is left out elsewhere', () => {
    const name = 'X-Key-4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a';
    expect(redactText(name)).not.toBe(name);
    expect(configurationsOf(reportWith({ text: `allow ${name};`, quotes: [name] })).map(({ text }) => text)).toEqual(['']);
  });

  it('hides in one what it hides elsewhere', () => {
    const cookie = 'session=4f9a8b7c6d5e4f3a2b1c0d9e8f7a';
    const seen = failed({ exchange: { hops: [hop({ requestHeaders: fields(`Cookie: ${cookie}`) })] } });
    const configuration = { server: API, name: 'nginx', provenOn: null, text: `# ${cookie}`, quotes: [], notes: [] };
    const report = buildReport({ ...input([seen]), configurationsOf: () => [configuration] }, { redact: true });
    expect(toJson(report)).not.toContain('4f9a8b7c6d5e4f3a2b1c0d9e8f7a');
  });

  it.each(HOSTILE_TEXTS.filter(text => text.length < 1_000))('shows one of a forged report as text: %j', text => {
    const report = reportWith({ name: text, text, notes: [text], provenOn: text });
    expect(toHtml(report)).not.toMatch(/<script|<img|javascript:alert\(1\)"/);
  });
});
