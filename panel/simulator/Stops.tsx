import { ENGINE_NAMES } from '../../src/engine-names.ts';
import type { Browser, Stop, Trial } from '../../src/explain/try-answers.ts';
import { usePanel } from '../context.ts';
import { detailWords, simulatorWords } from '../later-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { Prose } from '../parts/Prose.tsx';
import { problemLabels } from '../words.ts';

const browsers: readonly Browser[] = ['chromium', 'firefox', 'safari'];

interface Shared {
  readonly stop: Stop;
  readonly by: readonly Browser[];
}

/** What stops it, each rule once, with the browsers that it stops it in. */
function sharedStops(stops: Trial['stops']): readonly Shared[] {
  const shared = new Map<string, Shared>();
  for (const browser of browsers) {
    const stop = stops[browser];
    if (stop === null) continue;
    const key = `${stop.stage} ${stop.explanation}`;
    shared.set(key, { stop, by: [...(shared.get(key)?.by ?? []), browser] });
  }
  return [...shared.values()];
}

/** What each browser would do, the own one first, and the first broken rule in words. */
export function Stops({ stops }: { readonly stops: Trial['stops'] }) {
  const { engine: own } = usePanel().host;
  const shared = sharedStops(stops);
  return (
    <div class="stops" aria-live="polite">
      <ul class="browsers">
        {[own, ...browsers.filter(browser => browser !== own)].map(browser => (
          <li key={browser} class="chip" data-browser={browser} data-standing={stops[browser] === null ? 'allowed' : 'blocked'}>
            <Icon name={stops[browser] === null ? 'allowed' : 'blocked'} />
            {ENGINE_NAMES[browser]} {stops[browser] === null ? detailWords.wouldAllow : detailWords.wouldBlock}
          </li>
        ))}
      </ul>
      {shared.length === 0 ? <p>{simulatorWords.passes}</p> : null}
      {shared.map(({ stop, by }) => (
        <p key={`${stop.stage} ${stop.explanation}`} class="first-stop">
          <span class="stage">{detailWords.stages[stop.stage]}</span> <b>{problemLabels[stop.code]}</b>
          {by.length === browsers.length ? '. ' : ` (${by.map(browser => ENGINE_NAMES[browser]).join(', ')}). `}
          <Prose text={stop.explanation} /> {stop.more === 0 ? null : simulatorWords.more(stop.more)}
        </p>
      ))}
    </div>
  );
}
