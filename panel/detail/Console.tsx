import type { BrowserInfo, EngineVerdicts } from '../../src/model.ts';
import { usePanel } from '../context.ts';
import { Value } from '../parts/Value.tsx';
import { words } from '../words.ts';

const engines: readonly BrowserInfo['engine'][] = ['chromium', 'firefox'];

function Term({ verdicts, engine }: { readonly verdicts: EngineVerdicts; readonly engine: BrowserInfo['engine'] }) {
  const { blocked } = verdicts[engine];
  const term = engine === 'chromium' ? verdicts.chromium.corsError : verdicts.firefox.reason;
  const parameter = engine === 'chromium' ? verdicts.chromium.failedParameter : null;
  if (term === null) return blocked ? words.wouldBlock : words.wouldAllow;
  return (
    <>
      <code>{term}</code>
      {parameter === null || parameter === '' ? null : (
        <>
          {' '}
          {words.about} <Value text={parameter} />
        </>
      )}
    </>
  );
}

/** What each engine makes of the same headers; the one that shows this tab comes first. */
export function Console({ engines: verdicts }: { readonly engines: EngineVerdicts }) {
  const { engine: own } = usePanel().host;
  const ordered = [own, ...engines.filter(engine => engine !== own)];
  return (
    <section class="block">
      <h3>{words.consoleTitle}</h3>
      <dl class="engines">
        {ordered.map(engine => (
          <div key={engine}>
            <dt>{engine === own ? words.yourConsole(words.engines[engine]) : words.engines[engine]}</dt>
            <dd>
              <Term verdicts={verdicts} engine={engine} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.safari}</dt>
          <dd>{verdicts.safari.blocked ? words.wouldBlock : words.wouldAllow}</dd>
        </div>
      </dl>
    </section>
  );
}
