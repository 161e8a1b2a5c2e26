import type { RecordedPage } from '../src/model.ts';
import { endpointOf } from './format.ts';
import { bound, makeVisible } from './text.ts';
import { listWords, words } from './words.ts';

const SHOWN_LENGTH = 200;

/** Where another page begins in a log that is preserved. Not to be chosen: it has nothing to tell but its name. */
export function PageLine({ page, style }: { readonly page: RecordedPage; readonly style: Readonly<Record<string, string>> }) {
  const address = makeVisible(bound(endpointOf(page.url), SHOWN_LENGTH).shown);
  return (
    <div class="page-line" role="presentation" style={style}>
      <span class="page-name">
        {listWords.preserve.page} <bdi>{address}</bdi>
      </span>
      <time>{words.time(page.since)}</time>
    </div>
  );
}
