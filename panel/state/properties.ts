import type { Exchange, Verdict } from '../../src/model.ts';
import { endpointOf } from '../../src/report/endpoint.ts';
import { originOf } from '../format.ts';

/** What the search can look at alone: `origin:` and so on. */
export const FIELDS = ['origin', 'endpoint', 'kind', 'frame'] as const;
export type Field = (typeof FIELDS)[number];

/** Of each field what an exchange has of it, in lower case, the most telling first. A space stands between two: none of them has one. */
export type Properties = Readonly<Record<Field, string>>;

/** How much of each value is kept, so that a page of 100 kB URLs stays searchable. */
const VALUE_LENGTH = 2_000;
const WORKER_FRAME = -1;

/** The page itself, a service worker, or a frame by its number and the origin that asks in it. */
function frameOf({ frameId, topOrigin }: Exchange, origin: string): readonly string[] {
  if (frameId === WORKER_FRAME) return ['worker', origin];
  return topOrigin === null ? ['page'] : [String(frameId), origin];
}

export function propertiesOf(exchange: Exchange, verdict: Verdict): Properties {
  const urls = exchange.hops.map(({ url }) => url.slice(0, VALUE_LENGTH));
  const origin = verdict.origin.value;
  const text = (values: readonly string[]): string => values.map(value => value.slice(0, VALUE_LENGTH).toLowerCase()).join(' ');
  return {
    origin: text([origin, ...urls.map(originOf)]),
    endpoint: text(urls.flatMap(url => [endpointOf(url), url.replace(/[?#].*$/s, '')])),
    kind: text([exchange.log?.resourceType ?? exchange.type, exchange.type]),
    frame: text(frameOf(exchange, origin)),
  };
}
