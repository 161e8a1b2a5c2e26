import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/explain/causes/index.ts';
import { explain, HEADLINE_MAX } from '../../src/explain/explain.ts';
import { FAILURES } from '../../src/explain/failures.ts';
import { redirectOf } from '../../src/explain/redirect.ts';
import { en } from '../../src/explain/words/en.ts';
import { short } from '../../src/explain/words/text.ts';
import type { Words } from '../../src/explain/words/words.ts';
import type { Explanation, FailureCode } from '../../src/model.ts';
import { type Explained, explained, PAGE, SAMPLES, textsOf } from './samples.ts';

type Entries = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The same words; `used` is told of every entry that is spoken. */
const listened = (used: Set<string>): Words => {
  const listen = (section: string, entries: Entries): Entries =>
    Object.fromEntries(
      Object.entries(entries).map(([code, say]) => [
        code,
        (...args: never[]) => {
          used.add(`${section} ${code}`);
          return say(...args);
        },
      ]),
    );
  const { checklist, credentialsUnknown, minute, ...sections } = en;
  return {
    ...Object.fromEntries(Object.entries(sections).map(([name, entries]) => [name, listen(name, entries as Entries)])),
    checklist,
    credentialsUnknown,
    minute,
  } as Words;
};

describe('the samples', () => {
  const codes = (kind: (sample: Explained) => string): readonly string[] => [...new Set(SAMPLES.map(kind))].sort();

  it('fail in every way that there is', () => {
    expect(codes(({ explanation }) => explanation.code)).toEqual(Object.keys(FAILURES).sort());
  });

  it('have every cause', () => {
    expect(codes(({ explanation }) => explanation.cause.code)).toEqual(CAUSES.map(({ code }) => code).sort());
  });

  it('make every entry of the words be spoken', () => {
    const used = new Set<string>();
    const words = listened(used);
    for (const { exchange, verdict, engine } of SAMPLES) explain(exchange, verdict, engine, words);
    const { checklist: _, credentialsUnknown: __, modeUnknown: ___, minute: ____, ...sections } = en;
    const all = Object.entries(sections).flatMap(([section, entries]) => Object.keys(entries).map(code => `${section} ${code}`));
    expect(all.filter(entry => !used.has(entry))).toEqual([]);
  });
});

/** Headlines that do well without one of the origins. */
const ONE_ORIGIN: Readonly<Partial<Record<FailureCode, string>>> = {
  'tls-failed': 'it is between the browser and the server, whichever page asks',
  'certificate-rejected': 'it is between the browser and the server, whichever page asks',
  'port-blocked': 'no page may ask there',
};

/** The origins that a headline has to have: those of the page and of the server whose move it is. */
const originsIn = ({ exchange, verdict, explanation }: Explained): { readonly page: string | null; readonly servers: readonly string[] } => {
  const { code, stage } = explanation;
  const hop = exchange.hops[verdict.failures[0]?.hop ?? 0];
  const redirect = redirectOf(verdict.failures, exchange.hops);
  const servers = [new URL(hop?.url ?? '').origin, ...(redirect ? [redirect.from.origin] : [])];
  const isUnnamed = verdict.origin.value === 'null' || code in ONE_ORIGIN;
  return { page: isUnnamed ? null : verdict.origin.value, servers: stage === 'network' && code === 'redirect-malformed' ? [] : servers };
};

/** What a clipped origin begins with at least. */
const BEGINNING = 16;
const names = (headline: string, origin: string): boolean => headline.includes(short(origin)) || headline.includes(origin.slice(0, BEGINNING));

const LONG = 'a-very-long-name-of-a-host-that-leaves-little-room-for-anything-else-in-a-sentence';
/** The same failure between origins of more than 100 characters. */
const stretched = (sample: Explained): Explained | null => {
  const text = JSON.stringify(sample.exchange).replaceAll(/(https?:\/\/)(localhost|127\.0\.0\.1|api\.|app\.)/g, `$1$2.${LONG}.example`);
  return explained({ ...sample, exchange: JSON.parse(text) });
};

const samples = SAMPLES.map(sample => ({ title: sample.title, sample }));

describe('the headline', () => {
  it.each(samples)('of $title: one short sentence with the real origins in it', ({ sample }) => {
    const { headline } = sample.explanation;
    const { page, servers } = originsIn(sample);
    expect(headline.length).toBeLessThanOrEqual(HEADLINE_MAX);
    expect(headline).toMatch(/^[^\s].*[.]$/s);
    expect(headline).not.toMatch(/access-control-allow/i);
    if (page !== null) expect([headline, names(headline, page)]).toEqual([headline, true]);
    expect([headline, servers.length === 0 || servers.some(server => names(headline, server))]).toEqual([headline, true]);
  });

  it.each(samples)('of $title between origins of over 100 characters: it fits, and is not cut off', ({ sample }) => {
    const long = stretched(sample);
    if (long === null) return;
    const { headline } = long.explanation;
    expect([headline.length <= HEADLINE_MAX, headline.endsWith('.')]).toEqual([true, true]);
  });
});

/** What is quoted is the network's, and may be anything. */
const unquoted = (text: string): string => text.replace(/“[^”]*”/gs, '“”');
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
/** The longest text, however long what came from the network. */
const TEXT_MAX = 1_500;

describe('an explanation', () => {
  it.each(samples)('of $title is whole', ({ sample: { explanation, verdict } }) => {
    expect(explanation.problems.map(({ code }) => code)).toEqual(verdict.failures.map(({ code }) => code));
    expect(explanation.code).toBe(explanation.problems[0]?.code);
    expect(explanation.checklist.length).toBe(4);
    for (const text of textsOf(explanation)) {
      expect(text).not.toBe('');
      expect(unquoted(text)).not.toMatch(/undefined|NaN|\[object|\$\{|\bnull\b|\{\w+\}|\s{2}|\.\.|,\.|\bof \.|\ba a\b/);
      expect(text).not.toMatch(INVISIBLE);
      expect(text.length).toBeLessThanOrEqual(TEXT_MAX);
    }
    expect(new Set(textsOf(explanation)).size).toBe(textsOf(explanation).length);
  });

  const isNetwork = ({ isCors, code }: Explanation): boolean => !isCors && code !== 'redirect-insecure';
  it.each(samples.filter(({ sample }) => isNetwork(sample.explanation)))('of $title suggests no header of CORS', ({ sample: { explanation } }) => {
    expect([explanation.fix, explanation.pageAdvice]).toEqual([null, []]);
    for (const text of textsOf(explanation)) expect(text).not.toMatch(/access-control|must allow|switch(?:ed)? on CORS/i);
  });
});

/** What the checklist says of a sample: origins, headers, preflight. */
const answersOf = (title: string): readonly string[] => {
  const found = SAMPLES.find(sample => sample.title === title);
  return found?.explanation.checklist.slice(1).map(({ answer }) => answer) ?? [];
};

describe('the checklist', () => {
  it.each([
    ['tls-failed in chromium', 0, /^Yes, the scheme, the host and the port: /],
    ['back at the page’s own server', 0, /^No, .* but the way there led through another\.$/],
    ['sandboxed-frame in firefox', 0, /^Yes: a page without an origin /],
    ['connection-refused in firefox', 1, /^That is not the trouble: no answer came/],
    ['corp-image in chromium', 1, /^That is not the trouble: /],
    ['redirect-loop in firefox', 1, /^That is not the trouble: /],
    ['preflight-401 in firefox', 1, /^Yes, but the status/],
    ['redirect-userinfo in chromium', 1, /^Yes, but it redirects/],
    ['redirect-bare in firefox', 1, /^No, one rule is broken\. Its redirect has none /],
    ['preflight-everything-missing in chromium', 1, /^No, 4 rules are broken\. Its answer to the preflight has none /],
    ['unexplained after an answer', 1, /^As far as can be seen, yes\.$/],
    ['a remembered preflight', 2, /^No\. .* remembers /],
    ['seen only in part', 2, /^None was seen, /],
    ['allow-origin-missing in firefox', 2, /^No, there was none: /],
    [
      'status-404 in chromium',
      2,
      /^No, the preflight passed\. The browser asks first because of the method PUT and the content type application\/json\.$/,
    ],
    ['preflight-cut in firefox', 2, /^Yes, it stops there; /],
    ['mixed-content in chromium', 2, /^No, it never came to that\.$/],
  ] as const)('%s', (title, question, expected) => {
    expect(answersOf(title)[question]).toMatch(expected);
  });
});

describe('whose move it is', () => {
  const byTitle = (title: string): Explained | undefined => SAMPLES.find(sample => sample.title === title);
  it.each([
    ['method-patch in chromium', 'page', /^http:\/\/localhost:8100 must write /],
    ['a method that the server writes in lower case', 'server', /must allow https:\/\/app\.example to use REPORT\./],
    ['header-allow-origin-sent in firefox', 'page', /must not send Access-Control headers/],
    ['tracing headers', 'page', /headers of a monitoring library/],
    ['tracing headers among others', 'server', /must allow .* to send the headers /],
    ['status-502 in chromium', 'gateway', /mend the error first\.$/],
    ['a preflight redirected to https', 'page', /ask over https/],
    ['a redirect of a secure page to http', 'server', /must redirect to https: it sends https:\/\/app\.example/],
    ['a redirect for a slash that allows nobody', 'page', /slash/],
    ['a redirect to a sign-in page that allows nobody', 'server', /must answer 401/],
    ['redirect-tainted in firefox', 'page', /ask for the last address directly\.$/],
    ['sandboxed-frame in chromium', 'page', /out of any sandbox\.$/],
  ] as const)('%s: %s', (title, responsible, headline) => {
    const sample = byTitle(title);
    expect(sample?.explanation.responsible).toBe(responsible);
    expect(sample?.explanation.headline).toMatch(headline);
  });

  it('advises to ask for an address without the password that the server put into it', () => {
    const notes = byTitle('redirect-userinfo in chromium')?.explanation.fix?.notes.join(' ') ?? '';
    expect(notes).toContain('http://127.0.0.1:8101/case/redirect-userinfo/hop/1');
    expect(notes).not.toContain('secret');
  });

  it('sends a secure page on to https, whose answer needs permission as well', () => {
    expect(byTitle('a redirect of a secure page to http')?.explanation.fix?.edits).toEqual([
      { name: 'Location', value: 'https://api.other.example.org/data', target: 'redirect', hop: 0 },
      { name: 'Access-Control-Allow-Origin', value: PAGE, target: 'response', hop: 1 },
      { name: 'Vary', value: 'Origin', target: 'response', hop: 1 },
    ]);
  });

  it('advises a call from one’s own back end only where the server is another’s', () => {
    const isAdvised = ({ explanation }: Explained): boolean => explanation.pageAdvice.some(text => text.includes('call it from your own server'));
    expect(SAMPLES.filter(({ exchange }) => exchange.initiator === PAGE && isAdvised).some(isAdvised)).toBe(true);
    expect(SAMPLES.filter(({ title }) => / in (chromium|firefox)$/.test(title)).filter(isAdvised)).toEqual([]);
  });
});
