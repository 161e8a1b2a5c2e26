/**
 * `npm run readme`: writes the parts of the README that the code itself knows, each between two comments with its name.
 * readme.test.ts holds the README to them.
 */
import fs from 'node:fs';
import path from 'node:path';
import { countedLabels } from '../panel/labels.ts';
import { detailWords } from '../panel/later-words.ts';
import { problemLabels, words } from '../panel/words.ts';
import { createChain } from '../src/cors/chain.ts';
import { engineVerdicts } from '../src/cors/engine-verdicts.ts';
import { evaluate } from '../src/cors/evaluate.ts';
import type { CauseKind } from '../src/explain/causes/cause.ts';
import { CAUSES } from '../src/explain/causes/index.ts';
import { explain } from '../src/explain/explain.ts';
import { FAILURES } from '../src/explain/failures.ts';
import { en as explainWords } from '../src/explain/words/en.ts';
import { refuseArguments, START_HELP } from '../src/launch/arguments.ts';
import { ROOT } from '../src/launch/project.ts';
import type { Exchange, Explanation, Failure, FailureCode, FailureOf, NetworkCode, Stage } from '../src/model.ts';
import { RECIPES } from '../src/recipes/index.ts';
import { PROVEN_ON, RELAYS_PROVEN_ON } from '../src/recipes/proven.ts';
import { RELAYS } from '../src/recipes/relay/index.ts';
import { API, answer, exchange, headers, hop, PAGE, preflight } from './cors/build.ts';
import { CASES } from './demo/cases/index.ts';
import { fillAll } from './demo/fill.ts';
import type { Answer } from './demo/model.ts';
import { USUAL_PORT } from './demo/start-demo.ts';

type RuleCode = Exclude<FailureCode, NetworkCode | 'unexplained'>;
type Evidence<C extends RuleCode> = Omit<FailureOf<C>, 'code' | 'stage' | 'hop'>;
interface Samples<C extends RuleCode> {
  readonly stages: readonly Stage[];
  readonly evidence: readonly Evidence<C>[];
}

const CHECKED: readonly Stage[] = ['response', 'preflight'];
const PREFLIGHT: readonly Stage[] = ['preflight'];
const REDIRECT: readonly Stage[] = ['redirect'];

/** Of each rule, every kind of evidence that an engine has a word of its own for. */
const SAMPLES: { readonly [C in RuleCode]: Samples<C> } = {
  'allow-origin-missing': { stages: CHECKED, evidence: [{ status: 200 }] },
  'allow-origin-wildcard-with-credentials': { stages: CHECKED, evidence: [{}] },
  'allow-origin-multiple': {
    stages: CHECKED,
    evidence: [
      { value: `${PAGE}, *`, because: 'lines', exactName: true },
      { value: `${PAGE}, *`, because: 'list', exactName: true },
    ],
  },
  'allow-origin-invalid': { stages: CHECKED, evidence: [{ value: 'true', because: 'not-an-origin' }] },
  'allow-origin-mismatch': { stages: CHECKED, evidence: [{ value: API, because: 'several' }] },
  'allow-credentials-missing': { stages: CHECKED, evidence: [{}] },
  'allow-credentials-invalid': { stages: CHECKED, evidence: [{ value: 'True', because: 'case' }] },
  'preflight-status': { stages: PREFLIGHT, evidence: [{ status: 404 }] },
  'preflight-redirect': {
    stages: PREFLIGHT,
    evidence: [
      { status: 301, location: `${API}/y` },
      { status: 301, location: 'ftp://127.0.0.1/y' },
    ],
  },
  'allow-methods-invalid': { stages: PREFLIGHT, evidence: [{ value: '"PUT"' }] },
  'allow-headers-invalid': { stages: PREFLIGHT, evidence: [{ value: '"x-y"' }] },
  'method-not-allowed': { stages: PREFLIGHT, evidence: [{ method: 'PUT', value: null, because: 'absent' }] },
  'header-not-allowed': { stages: PREFLIGHT, evidence: [{ header: 'x-y', value: null, because: 'absent' }] },
  'redirect-with-userinfo': { stages: REDIRECT, evidence: [{ location: 'http://user@127.0.0.1/' }] },
  'redirect-insecure': { stages: REDIRECT, evidence: [{ location: 'http://a.test/' }] },
  'redirect-scheme': {
    stages: REDIRECT,
    evidence: [
      { location: 'ftp://127.0.0.1/y', scheme: 'ftp' },
      { location: 'data:,y', scheme: 'data' },
    ],
  },
};

const CHAIN = createChain(exchange({ hops: [hop({ preflights: [preflight()] })] }));

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
const code = (text: string): string => `\`${text}\``;

/** Each once, in the order of the samples; nothing for an engine that has no word for it. */
const names = (terms: readonly (string | null)[]): string => {
  const found = [...new Set(terms)].flatMap(term => (term === null ? [] : [code(term)]));
  return found.length === 0 ? '–' : found.join(', ');
};

const codes = Object.keys(FAILURES) as FailureCode[];
const isRule = (each: FailureCode): each is RuleCode => Object.hasOwn(SAMPLES, each);
const linked = (each: FailureCode): string => `[${code(each)}](${FAILURES[each].spec})`;
const whoseMove = (each: FailureCode): string => words.responsible[FAILURES[each].responsible];

const ruleRow = (each: RuleCode): string => {
  const { stages, evidence } = SAMPLES[each];
  const verdicts = stages.flatMap(stage =>
    evidence.map(found =>
      engineVerdicts(
        () => [{ credentials: null, isNoCors: false, failures: [{ ...found, code: each, stage, hop: 0 } as Failure] }],
        'chromium',
        CHAIN,
      ),
    ),
  );
  return row(
    linked(each),
    problemLabels[each],
    whoseMove(each),
    names(verdicts.map(({ chromium }) => chromium.corsError)),
    names(verdicts.map(({ firefox }) => firefox.reason)),
  );
};

/** The codes that are rules of CORS, with what the browsers call them. */
const rulesTable = (): string =>
  table(['Code', 'What it means', 'Whose move', 'Chromium calls it', 'Firefox calls it'], codes.filter(isRule).map(ruleRow));

/** The codes that are none. */
const othersTable = (): string =>
  table(
    ['Code', 'What it means', 'Whose move'],
    codes.filter(each => !isRule(each)).map(each => row(linked(each), problemLabels[each], whoseMove(each))),
  );

const EXAMPLE = 'preflight-401-bare';

/** The example as Chromium shows it to the extension: the request itself was never sent. */
const exampleExchange = (): Exchange => {
  const found = CASES.find(({ id }) => id === EXAMPLE);
  if (found === undefined) throw new Error(`The demo has no case ${EXAMPLE}.`);
  const page = `http://localhost:${USUAL_PORT}`;
  const filled = fillAll(
    found,
    new Map([
      ['page', page],
      ['api', `http://127.0.0.1:${USUAL_PORT + 1}`],
      ['id', EXAMPLE],
    ] as const),
  );
  const { request, answers } = filled;
  const url = request.url.replace('?run={run}', '');
  const refusal: Answer | null = answers[0]?.preflight ?? null;
  if (refusal === null || typeof refusal === 'string' || !('status' in refusal)) throw new Error(`${EXAMPLE} has no answer to the preflight.`);
  const asked = headers(
    ['Access-Control-Request-Method', request.method],
    [
      'Access-Control-Request-Headers',
      request.headers
        .map(({ name }) => name.toLowerCase())
        .toSorted()
        .join(','),
    ],
    ['Origin', page],
    ['Sec-Fetch-Mode', 'cors'],
  );
  return exchange({
    initiator: page,
    hops: [
      hop({
        url,
        method: request.method,
        requestHeaders: null,
        preflights: [preflight({ url, requestHeaders: asked, response: answer(refusal.status, [], { headers: refusal.headers }) })],
      }),
    ],
    state: 'failed',
    error: 'net::ERR_FAILED',
  });
};

const fixLines = ({ fix }: Explanation): string => {
  const lines = (['preflight', 'response'] as const).map(target => {
    const status = target === 'preflight' ? (fix?.statuses ?? []).map(change => `status ${code(String(change.status))}`) : [];
    const edits = (fix?.edits ?? []).filter(edit => edit.target === target).map(({ name, value }) => code(`${name}: ${value}`));
    return `${detailWords.fixTargets[target]}: ${[...status, ...edits].join(', ')}`;
  });
  return `${lines.join('. ')}.`;
};

/** What Chromium 156 and Firefox 153 print for the example, without the sentence that every CORS error begins with. */
const CHROMIUM_SAYS =
  "Chromium: “Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.”";
const FIREFOX_SAYS = 'Firefox: “(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 401.”';

const NOTHING = 'nothing';

const exampleTable = (): string => {
  const seen = exampleExchange();
  const verdict = evaluate(seen, 'chromium');
  const explanation = explain(seen, verdict, 'chromium');
  const host = new URL(seen.hops[0]?.url ?? '').host;
  return table(
    ['', 'What the console tells you', 'What this tells you'],
    [
      row('What happened', `${CHROMIUM_SAYS} ${FIREFOX_SAYS}`, explanation.headline),
      row('Whose move it is', NOTHING, detailWords.whoMends[explanation.responsible](host)),
      row('What is behind it', NOTHING, `${explanation.cause.explanation} (${detailWords.confidence[explanation.cause.confidence]})`),
      row('What breaks a rule', 'the first of these', countedLabels(explanation.problems.map(problem => problem.code)).join('; ')),
      row('What to change', NOTHING, fixLines(explanation)),
    ],
  );
};

const help = (): string => `\`\`\`\n${START_HELP}\n\`\`\``;

/** Every recipe, and what it was proven on. */
const recipesTable = (): string =>
  table(
    ['Server or framework', 'Proven on'],
    RECIPES.map(({ id, name }) => row(name, PROVEN_ON[id] ?? 'not proven here')),
  );

const KINDS: Readonly<Record<CauseKind, string>> = {
  preflight: 'What answers OPTIONS',
  error: 'An error that lost its headers',
  value: 'What the headers say',
  cache: 'An answer made for another request',
  redirect: 'The way there',
  page: 'What the page asks with',
  platform: 'Settings of one vendor',
  network: 'No matter of CORS',
};

/** Every cause, by its kind. */
const causesTable = (): string =>
  table(
    ['Where', 'What is behind it', 'Code'],
    (Object.keys(KINDS) as CauseKind[]).flatMap(kind =>
      CAUSES.filter(cause => cause.kind === kind).map((cause, index) =>
        row(index === 0 ? `**${KINDS[kind]}**` : '', explainWords.causes[cause.code].title, code(cause.code)),
      ),
    ),
  );

/** Every relay, and what it was proven on. */
const relaysTable = (): string =>
  table(
    ['What serves the page', 'Proven on'],
    RELAYS.map(({ id, name }) => row(name, RELAYS_PROVEN_ON[id] ?? 'not proven here')),
  );

const PARTS: Readonly<Record<string, () => string>> = {
  causes: causesTable,
  example: exampleTable,
  help,
  recipes: recipesTable,
  relays: relaysTable,
  rules: rulesTable,
  others: othersTable,
};

/** The text with every part of the code's own written anew. Throws where a part has no place in it. */
export const withParts = (readme: string): string =>
  Object.entries(PARTS).reduce((text, [name, write]) => {
    const place = new RegExp(`(<!-- ${name} -->\\n)(?:.*?\\n)?(<!-- /${name} -->)`, 's');
    if (!place.test(text)) throw new Error(`README.md has no place for ${name}.`);
    return text.replace(place, (_, before: string, after: string) => `${before}${write()}\n${after}`);
  }, readme);

const FILE = path.join(ROOT, 'README.md');
export const readReadme = (): string => fs.readFileSync(FILE, 'utf8');

export const main = (args: readonly string[]): number => {
  if (refuseArguments('readme', args)) return 1;
  fs.writeFileSync(FILE, withParts(readReadme()));
  console.log('README.md');
  return 0;
};
