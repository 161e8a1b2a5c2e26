import { ENGINE_NAMES } from '../../src/engine-names.ts';
import type { BrowserInfo, Verdict } from '../../src/model.ts';
import { usePanel } from '../context.ts';
import { detailWords } from '../later-words.ts';
import { Value } from '../parts/Value.tsx';
import { type PossibleWord, possibleWords } from '../possible-words.ts';

const engines: readonly BrowserInfo['engine'][] = ['chromium', 'firefox'];

/** Things that one term may have been said about, shown. */
const ABOUT_SHOWN = 10;

function sayingsOf({ engines: verdicts, outcome }: Verdict, engine: BrowserInfo['engine'], isOwn: boolean): readonly PossibleWord[] {
  const sayings = possibleWords(verdicts[engine]);
  // Where no CORS rule was broken, the console shows the error itself.
  return sayings.map(saying => (sayings.length === 1 && saying.term === null && isOwn ? { ...saying, term: outcome.error } : saying));
}

function Said({ saying: { term, about, blocked, credentials, because } }: { readonly saying: PossibleWord }) {
  return (
    <>
      {term === null ? (
        blocked ? (
          detailWords.wouldBlock
        ) : (
          detailWords.wouldAllow
        )
      ) : (
        <code>
          <Value text={term} />
        </code>
      )}
      {about.slice(0, ABOUT_SHOWN).map((text, index) => (
        <span key={text}>
          {index === 0 ? ' (' : detailWords.or}
          <Value text={text} />
        </span>
      ))}
      {about.length > ABOUT_SHOWN ? detailWords.orMore(about.length - ABOUT_SHOWN) : null}
      {about.length > 0 ? ')' : null}
      {credentials === null ? null : detailWords.ifCredentials[credentials]}
      {because === null ? null : detailWords.ifBecause[because]}
    </>
  );
}

function Sayings({ sayings }: { readonly sayings: readonly PossibleWord[] }) {
  const [first] = sayings;
  if (first !== undefined && sayings.length === 1) return <Said saying={first} />;
  return (
    <>
      {detailWords.oneOf}
      <ul class="sentences">
        {sayings.map((saying, index) => (
          <li key={index}>
            <Said saying={saying} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What each engine makes of the same headers; the one that shows this tab comes first. */
export function Console({ verdict, isCors }: { readonly verdict: Verdict; readonly isCors: boolean }) {
  const { host, file } = usePanel();
  const { engine: own } = host;
  const ordered = [own, ...engines.filter(engine => engine !== own)];
  // What another engine would do about a connection that failed here cannot be told.
  const spoken = ordered
    .map(engine => ({ engine, sayings: sayingsOf(verdict, engine, engine === own) }))
    .filter(({ sayings }) => isCors || sayings.some(({ term }) => term !== null));
  return (
    <section class="block">
      <h3>{detailWords.consoleTitle}</h3>
      <dl class="engines">
        {spoken.map(({ engine, sayings }) => (
          <div key={engine}>
            <dt>{engine === own && file === null ? detailWords.yourConsole(ENGINE_NAMES[engine]) : ENGINE_NAMES[engine]}</dt>
            <dd>
              <Sayings sayings={sayings} />
            </dd>
          </div>
        ))}
        {isCors && verdict.failures.length > 0 ? (
          <div>
            <dt>{ENGINE_NAMES.safari}</dt>
            <dd>{verdict.engines.safari.blocked ? detailWords.wouldBlock : detailWords.wouldAllow}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
