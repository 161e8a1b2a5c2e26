import { useState } from 'preact/hooks';
import type { Exchange } from '../../src/model.ts';
import { briefLocation, isOpenable, locationText } from '../asked-at.ts';
import { usePanel } from '../context.ts';
import { detailWords } from '../later-words.ts';
import { CopyButton } from '../parts/CopyButton.tsx';

/** Where the page's code asked: a way there in DevTools' Sources, and the place as text where the browser knows no way. */
export function AskedAt({ exchange }: { readonly exchange: Exchange }) {
  const { host, store } = usePanel();
  const { openSource } = host;
  const [isLost, setLost] = useState(false);
  const { askedAt } = detailWords;
  const location = exchange.log?.initiator ?? null;
  // Chromium's network log tells it a moment after the rest: what stands below keeps its place.
  const isAwaited = openSource !== null && exchange.log === null && exchange.state === 'failed';
  if (location === null) return isAwaited ? <div class="asked-at" /> : null;
  const brief = briefLocation(location);
  const open = async () => {
    const isFound = await openSource?.(location);
    setLost(isFound !== true);
    if (isFound !== true) store.news.tell(askedAt.notFound);
  };
  return (
    <p class="asked-at">
      <b>{askedAt.title}</b>{' '}
      {openSource !== null && isOpenable(location) ? (
        <button type="button" class="link" title={askedAt.open} onClick={() => void open()}>
          <bdi>{brief}</bdi>
        </button>
      ) : (
        <code>
          <bdi>{brief}</bdi>
        </code>
      )}
      <CopyButton text={() => locationText(location)} name={askedAt.copy} />
      {isLost ? <span class="aside">{askedAt.notFound}</span> : null}
    </p>
  );
}
