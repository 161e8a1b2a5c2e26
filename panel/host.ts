import { signal } from '@preact/signals';
import type { BrowserInfo, Report } from '../src/model.ts';
import type { Host } from './context.ts';
import type { Exports } from './exports.ts';
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

export interface HostOptions {
  readonly browser: BrowserInfo;
  readonly version: string;
  readonly store: Store;
  readonly reload: () => void;
  readonly loadExports: () => Promise<Exports>;
  readonly openSource: Host['openSource'];
  /** The report that was opened, whose failures these are; absent or null where they are the recorder's or a HAR's. */
  readonly handedOn?: Report | null;
}

export function createHost({ browser, version, store, reload, loadExports, openSource, handedOn = null }: HostOptions): Host {
  const canExport = signal(false);
  let exports: Exports | null = null;
  void loadExports().then(loaded => {
    exports = loaded;
    canExport.value = true;
  });
  const build = ({ buildReport, handOn }: Exports, ids: readonly string[] | null, redact: boolean): Report => {
    if (handedOn !== null) return handOn(handedOn, ids, new Date(), { redact });
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
    canExport,
    report(format, to, ids, redact) {
      if (exports === null) return '';
      const report = build(exports, ids, redact);
      switch (format) {
        case 'json':
          return exports.toJson(report);
        case 'html':
          return exports.toHtml(report);
        case 'har':
          return exports.toHarJson(report);
        case 'markdown':
          return to === 'file' ? exports.toMarkdown(report, Number.POSITIVE_INFINITY) : exports.toMarkdown(report);
      }
    },
    curl(id, which) {
      if (exports === null) return '';
      const [failure] = build(exports, [id], true).failures;
      if (failure === undefined) return '';
      return which === 'request' ? exports.requestCurl(failure) : (exports.preflightCurl(failure) ?? '');
    },
    openSource,
    fetchLine(id) {
      const [failure] = exports === null ? [] : build(exports, [id], true).failures;
      return exports === null || failure === undefined ? '' : exports.requestFetch(failure);
    },
    secrets(ids) {
      if (exports === null) throw new Error('secrets counted before there was what counts them');
      return exports.countSecrets(build(exports, ids, false));
    },
  };
}
