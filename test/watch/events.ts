/** A short way to write observations down in tests. */
import type { Header, Observation, ObservedRequest } from '../../src/model.ts';

export const lines = (fields: Readonly<Record<string, string>>): readonly Header[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

type Details = Partial<ObservedRequest> & {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly to?: string;
  readonly error?: string;
};

let clock = 1_000;

/** One observation of request `requestId`; time goes on by a millisecond with each. */
export const event = (kind: Observation['kind'], requestId: string, details: Details = {}): Observation => {
  const { status = 200, headers = {}, to = '', error = 'net::ERR_FAILED', ...request } = details;
  const common: ObservedRequest = {
    requestId,
    tabId: 1,
    frameId: 0,
    documentId: 'D',
    topOrigin: null,
    url: 'http://api.test/data',
    method: 'GET',
    type: 'xmlhttprequest',
    initiator: 'http://page.test',
    time: ++clock,
    ...request,
  };
  switch (kind) {
    case 'started':
      return { ...common, kind };
    case 'sent':
      return { ...common, kind, headers: lines(headers) };
    case 'answered':
      return { ...common, kind, status, headers: lines(headers) };
    case 'redirected':
      return { ...common, kind, status, headers: lines(headers), to, fromCache: false, ip: null };
    case 'delivered':
      return { ...common, kind, status, headers: lines(headers), fromCache: false, ip: null };
    case 'completed':
      return { ...common, kind, status, fromCache: false };
    case 'failed':
      return { ...common, kind, error, fromCache: false };
  }
};
