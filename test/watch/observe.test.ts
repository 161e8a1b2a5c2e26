import { describe, expect, it } from 'vitest';
import { type EventName, LINES_MAX, OTHER_VALUE_MAX, observe, type RequestDetails, URL_MAX, VALUE_MAX } from '../../src/watch/observe.ts';

const details: RequestDetails = { requestId: '7', url: 'http://api.test/', method: 'GET', tabId: 1, frameId: 0, type: 'font', timeStamp: 5 };
const headersOf = (extra: Partial<RequestDetails>) => {
  const observation = observe('onHeadersReceived', { ...details, ...extra });
  return observation.kind === 'answered' ? observation.headers : [];
};

describe('observe', () => {
  it.each([
    ['onBeforeRequest', 'started'],
    ['onSendHeaders', 'sent'],
    ['onHeadersReceived', 'answered'],
    ['onBeforeRedirect', 'redirected'],
    ['onResponseStarted', 'delivered'],
    ['onCompleted', 'completed'],
    ['onErrorOccurred', 'failed'],
  ] satisfies readonly [EventName, string][])('%s is %s, whatever is missing from it', (name, kind) => {
    expect(observe(name, details)).toMatchObject({ kind, requestId: '7', time: 5, documentId: null, initiator: null });
  });

  it.each([
    ['an origin, as Chromium gives it', { initiator: 'https://page.test' }, 'https://page.test'],
    ['an opaque origin in Chromium', { initiator: 'null' }, 'null'],
    ['a URL, as Firefox gives it', { originUrl: 'https://page.test:8443/a?b' }, 'https://page.test:8443'],
    ['a file', { originUrl: 'file:///a.html' }, 'null'],
    ['not a URL', { originUrl: '::' }, 'null'],
    ['nothing', {}, null],
  ])('the initiator from %s', (_, extra, initiator) => {
    expect(observe('onBeforeRequest', { ...details, ...extra }).initiator).toBe(initiator);
  });

  it.each([
    ['text', { name: 'X', value: 'a' }, 'a'],
    ['bytes that are not UTF-8', { name: 'X', binaryValue: [0x68, 0xe9] }, 'h\ufffd'],
    ['neither', { name: 'X' }, ''],
  ])('a header value of %s', (_, header, value) => {
    expect(headersOf({ responseHeaders: [header] })).toEqual([{ name: 'X', value }]);
  });

  it('bounds whatever the network sends', () => {
    const long = 'x'.repeat(100_000);
    const [cors, other] = headersOf({
      responseHeaders: [
        { name: 'Access-Control-Allow-Origin', value: long },
        { name: 'Server', value: long },
      ],
    });
    expect([cors?.value.length, other?.value.length]).toEqual([VALUE_MAX, OTHER_VALUE_MAX]);
    expect(headersOf({ responseHeaders: Array.from({ length: 1_000 }, () => ({ name: 'a', value: 'b' })) })).toHaveLength(LINES_MAX);
    expect(observe('onBeforeRequest', { ...details, url: `http://api.test/${long}` }).url).toHaveLength(URL_MAX);
  });
});
