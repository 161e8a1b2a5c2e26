/** Reads an entry of the DevTools network log (HAR 1.2, with Chromium's own `_` fields) without trusting its shape. */
import { socketError } from '../../src/har/entry.ts';
import { asCount, asObject, asText, callSite, readHeaders, TEXT_MAX, URL_MAX } from '../../src/har/shape.ts';
import type { LogEntry } from '../../src/link/protocol.ts';
import type { BrowserInfo, Header } from '../../src/model.ts';

const isCorsLine = ({ name }: Header): boolean => name.toLowerCase().startsWith('access-control-');

/** null where the entry is not one of a request, or its start cannot be read. */
export const readHarEntry = (entry: unknown, engine: BrowserInfo['engine']): LogEntry | null => {
  const fields = asObject(entry);
  const { request, response, startedDateTime, _initiator, _resourceType } = fields;
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
    error: asText(_error) ?? socketError(fields),
    resourceType: asText(_resourceType),
    initiator: callSite(asObject(_initiator)),
  };
};
