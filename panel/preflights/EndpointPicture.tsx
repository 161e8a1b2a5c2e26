import type { EndpointCost } from '../../src/explain/preflight-costs.ts';
import type { BrowserInfo } from '../../src/model.ts';

/** The time that the marks stand in, in milliseconds since the epoch. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

interface EndpointPictureProps {
  readonly endpoint: EndpointCost;
  readonly engine: BrowserInfo['engine'];
  /** The longest waiting of any endpoint, in milliseconds: a bar of full length. */
  readonly longest: number;
  readonly time: TimeRange;
}

/** Of so many marks, more would only stand on one another. */
const MARKS_MAX = 200;

const percent = (part: number, whole: number): string => `${whole <= 0 ? 0 : Math.min(100, (100 * part) / whole)}%`;

/** How long requests waited for one endpoint's preflights, the part apart that could be saved; below it, when each was made. Its row says the same. */
export function EndpointPicture({ endpoint, engine, longest, time }: EndpointPictureProps) {
  const { waiting, savable, spans } = endpoint;
  const whole = time.end - time.start;
  return (
    <div class="endpoint-picture" aria-hidden="true">
      <div class="cost-bar" style={{ inlineSize: percent(waiting, longest) }}>
        <span class="cost-saved" style={{ inlineSize: percent(savable[engine].waiting, waiting) }} />
      </div>
      <div class="cost-times">
        {spans.slice(0, MARKS_MAX).map((span, index) => (
          <span
            key={index}
            style={{ insetInlineStart: `min(${percent(span.startedAt - time.start, whole)}, 100% - 2px)`, inlineSize: percent(span.waiting, whole) }}
          />
        ))}
      </div>
    </div>
  );
}
