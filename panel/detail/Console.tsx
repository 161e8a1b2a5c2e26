import type { BrowserInfo, Verdict } from '../../src/model.ts';
import { usePanel } from '../context.ts';
import { Value } from '../parts/Value.tsx';
import { words } from '../words.ts';

const engines: readonly BrowserInfo['engine'][] = ['chromium', 'firefox'];

interface Saying {
  /** null where the engine has no term for it: it then only blocks, or does not. */
  readonly term: string | null;
  readonly about: string | null;
  readonly blocked: boolean;
}

function sayingOf({ engines: verdicts, outcome }: Verdict, engine: BrowserInfo['engine'], isOwn: boolean): Saying {
  const { corsError, failedParameter } = verdicts.chromium;
  const saying = engine === 'chromium' ? { term: corsError, about: failedParameter } : { term: verdicts.firefox.reason, about: null };
  const { blocked } = verdicts[engine];
  // Where no CORS rule was broken, the console shows the error itself.
  return saying.term === null && isOwn ? { term: outcome.error, about: null, blocked } : { ...saying, blocked };
}

function Said({ saying: { term, about, blocked } }: { readonly saying: Saying }) {
  if (term === null) return blocked ? words.wouldBlock : words.wouldAllow;
  return (
    <>
      <code>
        <Value text={term} />
      </code>
      {about === null || about === '' ? null : (
        <>
          {' ('}
          <Value text={about} />
          {')'}
        </>
      )}
    </>
  );
}

/** What each engine makes of the same headers; the one that shows this tab comes first. */
export function Console({ verdict, isCors }: { readonly verdict: Verdict; readonly isCors: boolean }) {
  const { engine: own } = usePanel().host;
  const ordered = [own, ...engines.filter(engine => engine !== own)];
  // What another engine would do about a connection that failed here cannot be told.
  const sayings = ordered
    .map(engine => ({ engine, saying: sayingOf(verdict, engine, engine === own) }))
    .filter(({ saying }) => isCors || saying.term !== null);
  return (
    <section class="block">
      <h3>{words.consoleTitle}</h3>
      <dl class="engines">
        {sayings.map(({ engine, saying }) => (
          <div key={engine}>
            <dt>{engine === own ? words.yourConsole(words.engines[engine]) : words.engines[engine]}</dt>
            <dd>
              <Said saying={saying} />
            </dd>
          </div>
        ))}
        {isCors ? (
          <div>
            <dt>{words.safari}</dt>
            <dd>{verdict.engines.safari.blocked ? words.wouldBlock : words.wouldAllow}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
