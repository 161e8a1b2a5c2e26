import { useMemo } from 'preact/hooks';
import { PREFLIGHT_CACHES } from '../../src/cors/preflight-cache.ts';
import { ENGINE_NAMES } from '../../src/engine-names.ts';
import { type EndpointCost, type PreflightCosts, preflightCosts } from '../../src/explain/preflight-costs.ts';
import type { BrowserInfo } from '../../src/model.ts';
import { endpointOf } from '../../src/report/endpoint.ts';
import { usePanel } from '../context.ts';
import { shortOrigin } from '../format.ts';
import { costWords } from '../later-words.ts';
import { Value } from '../parts/Value.tsx';
import { words } from '../words.ts';
import { EndpointPicture, type TimeRange } from './EndpointPicture.tsx';

type Engine = BrowserInfo['engine'];

/** The endpoints that cost most; the rest is counted. */
const ENDPOINTS_MAX = 50;
const SECONDS_PER_HOUR = 3_600;
const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

function rangeOf({ endpoints }: PreflightCosts): TimeRange {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { spans } of endpoints) {
    for (const { startedAt, waiting } of spans) {
      start = Math.min(start, startedAt);
      end = Math.max(end, startedAt + waiting);
    }
  }
  return { start, end };
}

function EngineSavings({ costs, engine }: { readonly costs: PreflightCosts; readonly engine: Engine }) {
  const { maxAgeCap, source } = PREFLIGHT_CACHES[engine];
  const { count, waiting } = costs.savable[engine];
  const name = ENGINE_NAMES[engine];
  return (
    <li>
      {costWords.savable({ engine: name, count, waited: words.duration(waiting), hours: maxAgeCap / SECONDS_PER_HOUR })}{' '}
      <a href={source} target="_blank" rel="noreferrer">
        {costWords.capSource(name)}
      </a>
    </li>
  );
}

function MaxAge({ endpoint }: { readonly endpoint: EndpointCost }) {
  const { isAllowed, maxAge } = endpoint;
  if (!isAllowed) return costWords.neverAllowed;
  return maxAge === null ? costWords.noMaxAge : <Value text={`Access-Control-Max-Age: ${maxAge}`} />;
}

function Endpoints({ costs, engine }: { readonly costs: PreflightCosts; readonly engine: Engine }) {
  const time = rangeOf(costs);
  const longest = Math.max(...costs.endpoints.map(({ waiting }) => waiting));
  const rest = costs.endpoints.length - ENDPOINTS_MAX;
  return (
    <>
      <table class="cost-table">
        <caption>{costWords.legend}</caption>
        <thead>
          <tr>
            <th scope="col">{costWords.endpoint}</th>
            <th scope="col">{costWords.count}</th>
            <th scope="col">{costWords.waiting}</th>
            <th scope="col">{costWords.saved}</th>
          </tr>
        </thead>
        <tbody>
          {costs.endpoints.slice(0, ENDPOINTS_MAX).map(endpoint => (
            <tr key={endpoint.endpoint}>
              <th scope="row">
                <Value text={shortOrigin(endpoint.endpoint)} />
                <EndpointPicture endpoint={endpoint} engine={engine} longest={longest} time={time} />
                <p class="aside">
                  <MaxAge endpoint={endpoint} />
                </p>
              </th>
              <td>{words.number(endpoint.count)}</td>
              <td>{words.duration(endpoint.waiting)}</td>
              <td>{words.number(endpoint.savable[engine].count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p class="aside">{costWords.more(rest)}</p> : null}
    </>
  );
}

/** What the preflights of the page cost, endpoint by endpoint, and what could be saved. */
export function PreflightView({ onClose }: { readonly onClose: () => void }) {
  const { store, host } = usePanel();
  const { engine } = host;
  const listed = store.log.listed.value;
  const costs = useMemo(() => preflightCosts(listed, engine, endpointOf), [listed, engine]);
  const canSave = ENGINES.some(each => costs.savable[each].count > 0);
  return (
    <>
      <div class="preflights-head">
        <h2>{costWords.summary(costs.count, words.duration(costs.waiting))}</h2>
        <button type="button" class="button" onClick={onClose}>
          {costWords.close}
        </button>
      </div>
      <p class="aside">{costWords.sideBySide}</p>
      <ul class="sentences">
        {[engine, ...ENGINES.filter(each => each !== engine)].map(each => (
          <EngineSavings key={each} costs={costs} engine={each} />
        ))}
        {canSave ? <li>{costWords.howTo(PREFLIGHT_CACHES.firefox.maxAgeCap)}</li> : null}
        {costs.repeated.count > 0 ? <li>{costWords.repeated(costs.repeated.count)}</li> : null}
        <li>{costWords.perAddress}</li>
      </ul>
      <Endpoints costs={costs} engine={engine} />
      {(store.log.recording.value?.dropped ?? 0) > 0 ? <p class="aside">{costWords.dropped}</p> : null}
    </>
  );
}
