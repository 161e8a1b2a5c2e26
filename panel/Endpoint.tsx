import { partsOf } from './format.ts';
import { bound, makeVisible } from './text.ts';

const TOOLTIP_LENGTH = 500;

/** Host, path and query in as much room as there is; `url`, as it was asked for, in the tooltip. */
export function Endpoint({ endpoint, url }: { readonly endpoint: string; readonly url: string }) {
  const { start, end, query } = partsOf(endpoint);
  const path = (
    <>
      <span class="endpoint-start">{makeVisible(start)}</span>
      {makeVisible(end)}
    </>
  );
  return (
    <bdi class="endpoint" title={makeVisible(bound(url, TOOLTIP_LENGTH).shown)}>
      {query === '' ? path : <span class="endpoint-path">{path}</span>}
      {query === '' ? null : <span class="endpoint-query">{makeVisible(query)}</span>}
    </bdi>
  );
}
