import type { BrowserInfo, Report } from '../src/model.ts';
import { buildReport } from '../src/report/build.ts';
import { preflightCurl, requestCurl } from '../src/report/curl.ts';
import { toJson } from '../src/report/json.ts';
import { toMarkdown } from '../src/report/markdown.ts';
import type { Format, Host } from './context.ts';
import type { Store } from './state.ts';

/**
 * Through the copy event, not `navigator.clipboard`: Chromium's DevTools show this page in a frame which may not use that.
 * Must be called within a click.
 */
function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
  return isCopied;
}

function downloadText(fileName: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

const writers = { markdown: toMarkdown, json: toJson } satisfies Record<Format, unknown>;

export interface HostOptions {
  readonly browser: BrowserInfo;
  readonly version: string;
  readonly store: Store;
  readonly reload: () => void;
}

export function createHost({ browser, version, store, reload }: HostOptions): Host {
  const build = (ids: readonly string[] | null, redact: boolean): Report => {
    const recording = store.log.recording.value;
    if (recording === null) throw new Error('a report before the recording began');
    const listed = store.log.listed.value;
    const exchanges = ids === null ? listed : listed.filter(({ id }) => ids.includes(id));
    return buildReport({ recording, browser, version, createdAt: new Date(), exchanges }, { redact });
  };
  return {
    engine: browser.engine,
    reload,
    copy: copyText,
    download: downloadText,
    report: (format, ids, redact) => writers[format](build(ids, redact)),
    curl(id, which) {
      const [failure] = build([id], true).failures;
      if (failure === undefined) return '';
      return which === 'request' ? requestCurl(failure) : (preflightCurl(failure) ?? '');
    },
  };
}
