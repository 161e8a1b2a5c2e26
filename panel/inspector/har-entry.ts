/** Reads an entry of the DevTools network log (HAR 1.2, with Chromium's own `_` fields) without trusting its shape. */
import type { LogEntry } from '../../src/link/protocol.ts';
import type { BrowserInfo, CodeLocation, Header } from '../../src/model.ts';

const URL_MAX = 8_192;
const TEXT_MAX = 1_024;
const VALUE_MAX = 16_384;
const LINES_MAX = 200;

type Unknown = Readonly<Record<string, unknown>>;
const asObject = (value: unknown): Unknown => (typeof value === 'object' && value !== null ? (value as Unknown) : {});
const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const asText = (value: unknown, max = TEXT_MAX): string | null => (typeof value === 'string' ? value.slice(0, max) : null);
const asCount = (value: unknown): number => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0);

/** The innermost call of the page's own code. DevTools counts lines and columns from 0. */
const callSite = (initiator: Unknown): CodeLocation | null => {
  for (let stack = asObject(initiator.stack), depth = 0; depth < 10; stack = asObject(stack.parent), depth++) {
    const frame = asArray(stack.callFrames)
      .map(asObject)
      .find(({ url }) => typeof url === 'string' && url !== '');
    if (frame) {
      return {
        url: asText(frame.url, URL_MAX) ?? '',
        line: asCount(frame.lineNumber) + 1,
        column: asCount(frame.columnNumber) + 1,
        function: asText(frame.functionName) ?? '',
      };
    }
  }
  const url = asText(initiator.url, URL_MAX);
  return url && typeof initiator.lineNumber === 'number' ? { url, line: asCount(initiator.lineNumber) + 1, column: 1, function: '' } : null;
};

const readHeaders = (headers: unknown): readonly Header[] =>
  asArray(headers)
    .slice(0, LINES_MAX)
    .flatMap(header => {
      const { name, value } = asObject(header);
      return typeof name === 'string' && typeof value === 'string'
        ? [{ name: name.slice(0, TEXT_MAX), value: value.trim().slice(0, VALUE_MAX) }]
        : [];
    });

const isCorsLine = ({ name }: Header): boolean => name.toLowerCase().startsWith('access-control-');

/** null where the entry is not one of a request, or its start cannot be read. */
export const readHarEntry = (entry: unknown, engine: BrowserInfo['engine']): LogEntry | null => {
  const { request, response, startedDateTime, _initiator, _resourceType } = asObject(entry);
  const { status, headers, _error } = asObject(response);
  const isUnsent = engine === 'chromium' && asCount(status) === 0;
  const { url, method, headers: requested } = asObject(request);
  const startedAt = typeof startedDateTime === 'string' ? Date.parse(startedDateTime) : Number.NaN;
  if (typeof url !== 'string' || typeof method !== 'string' || Number.isNaN(startedAt)) return null;
  return {
    url: url.slice(0, URL_MAX),
    method: method.slice(0, TEXT_MAX),
    startedAt,
    status: asCount(status),
    corsLines: engine === 'firefox' ? readHeaders(headers).filter(isCorsLine) : [],
    requestHeaders: isUnsent ? readHeaders(requested) : null,
    error: asText(_error),
    resourceType: asText(_resourceType),
    initiator: callSite(asObject(_initiator)),
  };
};
