/** What every language is held to: it has words for everything, and they are whole, short and safe, whatever came. */
import { describe, expect, it } from 'vitest';
import { explain, HEADLINE_MAX } from '../../src/explain/explain.ts';
import { redirectOf } from '../../src/explain/redirect.ts';
import { short } from '../../src/explain/words/text.ts';
import type { Words } from '../../src/explain/words/words.ts';
import type { Exchange, Explanation, FailureCode, Headers, ResponseSeen } from '../../src/model.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { type Explained, explained, inWords, nameless, SAMPLES, textsOf } from './samples.ts';

type Entries = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Those of which every entry is said of some failure. */
const sectionsOf = ({ headlines, details, problems, notes, advice }: Words): Readonly<Record<string, Entries>> => ({
  headlines,
  details,
  problems,
  notes,
  advice,
});

/** The same words; `used` is told of every entry that is spoken. */
const listened = (words: Words, used: Set<string>): Words => {
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
  return { ...words, ...Object.fromEntries(Object.entries(sectionsOf(words)).map(([name, entries]) => [name, listen(name, entries)])) };
};

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
const stretched = (sample: Explained, words: Words): Explained | null => {
  const text = JSON.stringify(sample.exchange).replaceAll(/(https?:\/\/)(localhost|127\.0\.0\.1|api\.|app\.)/g, `$1$2.${LONG}.example`);
  return explained({ ...sample, exchange: JSON.parse(text) }, words);
};

const HOSTILE = `\u202e\u0000\u200b\ud800“„${'x'.repeat(5_000)}`;
/** What HOSTILE begins with where it is shown. */
const SHOWN = '\\u{202e}';
/**
 * With text that hides and reorders other text at the end of what the network and the page's code may choose: of every value
 * but those of `spared` fields.
 */
const poisoned = (exchange: Exchange, spared: readonly string[]): Exchange => {
  const spoil = (text: string): string => `${text}${HOSTILE}`;
  const spoilt = (headers: Headers): Headers =>
    headers.map(({ name, value }) => ({ name, value: spared.includes(name.toLowerCase()) ? value : spoil(value) }));
  const spoiltAnswer = (response: ResponseSeen | null) => response && { ...response, headers: spoilt(response.headers) };
  return {
    ...exchange,
    hops: exchange.hops.map(hop => ({
      ...hop,
      method: spoil(hop.method),
      response: spoiltAnswer(hop.response),
      preflights: hop.preflights.map(preflight => ({
        ...preflight,
        requestHeaders: preflight.requestHeaders && spoilt(preflight.requestHeaders),
        response: spoiltAnswer(preflight.response),
      })),
    })),
  };
};
const SPARED = [
  ['every field', ['origin']],
  ['every field but who is allowed', ['origin', 'access-control-allow-origin', 'access-control-allow-credentials']],
] as const;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
/** The longest text, however long what came from the network. */
const TEXT_MAX = 1_500;

/** What a sentence would have where a value is missing, or where words were put together badly. What is quoted may be anything. */
const GAP = /undefined|NaN|\[object|\$\{|\bnull\b|\{\w+\}|\s{2}|\.\.|,\.|\s[.,:;]|\bof \.|\ba a\b|\b(?:von|zu|an|auf) [.:,]/;
const unquoted = (text: string, { quotation }: Language): string => text.replace(quotation, '“”');

describe.each(LANGUAGES)('$language', language => {
  const { words } = language;
  const samples = SAMPLES.map(sample => ({ title: sample.title, sample: inWords(sample, words) }));

  it('has every entry spoken of some failure', () => {
    const used = new Set<string>();
    const told = listened(words, used);
    for (const { exchange, verdict, engine } of SAMPLES) explain(exchange, verdict, engine, told);
    const all = Object.entries(sectionsOf(words)).flatMap(([section, entries]) => Object.keys(entries).map(code => `${section} ${code}`));
    expect(all.filter(entry => !used.has(entry))).toEqual([]);
  });

  describe('the headline', () => {
    it.each(samples)('of $title: one short sentence with the real origins in it', ({ sample }) => {
      const { headline } = sample.explanation;
      const { page, servers } = originsIn(sample);
      expect(headline.length).toBeLessThanOrEqual(HEADLINE_MAX);
      expect(headline).toMatch(/^[^\s].*[.]$/s);
      expect(unquoted(headline, language)).not.toMatch(/[.!?]\s/);
      expect(headline).not.toMatch(/access-control-allow/i);
      if (page !== null) expect([headline, names(headline, page)]).toEqual([headline, true]);
      expect([headline, servers.length === 0 || servers.some(server => names(headline, server))]).toEqual([headline, true]);
    });

    it.each(samples)('of $title between origins of over 100 characters: it fits, and has its end', ({ sample }) => {
      const long = stretched(sample, words);
      if (long === null) return;
      const { headline } = long.explanation;
      expect([headline.length <= HEADLINE_MAX, headline.endsWith('.')]).toEqual([true, true]);
    });
  });

  describe('an explanation', () => {
    const isSound = (text: string): void => {
      expect(text).not.toBe('');
      expect(text).not.toMatch(INVISIBLE);
      expect(text.length).toBeLessThanOrEqual(TEXT_MAX);
    };

    it.each(samples)('of $title is whole', ({ sample: { explanation, verdict } }) => {
      expect(explanation.problems.map(({ code }) => code)).toEqual(verdict.failures.map(({ code }) => code));
      expect(explanation.code).toBe(explanation.problems[0]?.code);
      expect(explanation.checklist.length).toBe(4);
      for (const text of textsOf(explanation)) {
        isSound(text);
        expect(unquoted(text, language)).not.toMatch(GAP);
      }
      expect(new Set(textsOf(explanation)).size).toBe(textsOf(explanation).length);
    });

    it.each(SPARED)('shows hostile text in %s, and is bounded', (_, spared) => {
      const hostile = SAMPLES.flatMap(sample => explained({ ...sample, exchange: poisoned(sample.exchange, spared) }, words) ?? []);
      const texts = hostile.map(({ explanation }) => textsOf(explanation));
      for (const text of texts.flat()) isSound(text);
      const tells = texts.map(each => each.some(text => text.includes(SHOWN)));
      expect([tells.length > SAMPLES.length / 2, tells.every(Boolean)]).toEqual([true, true]);
    });

    it.each(samples)('of $title to a page without an origin is sound', ({ sample }) => {
      for (const text of textsOf(inWords(nameless(sample), words).explanation)) isSound(text);
    });

    const isNetwork = ({ isCors, code }: Explanation): boolean => !isCors && code !== 'redirect-insecure';
    const suggestion = /access-control|must allow|switch(?:ed)? on CORS|muss .* erlauben|CORS .*(?:ein(?:schalten|geschaltet)|schalten .* ein)/i;
    it.each(samples.filter(({ sample }) => isNetwork(sample.explanation)))('of $title suggests no header of CORS', ({ sample: { explanation } }) => {
      expect([explanation.fix, explanation.pageAdvice]).toEqual([null, []]);
      for (const text of textsOf(explanation)) expect(text).not.toMatch(suggestion);
    });
  });
});
