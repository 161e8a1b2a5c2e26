/** What every relay has to keep to, whatever it is for; and when there is one. */
import { describe, expect, it } from 'vitest';
import { recipeWords as german } from '../../panel/words/de/recipes.ts';
import { recipeWords as english } from '../../panel/words/en/recipes.ts';
import { evaluate } from '../../src/cors/evaluate.ts';
import type { Exchange } from '../../src/model.ts';
import { RELAYS } from '../../src/recipes/relay/index.ts';
import { type RelayTarget, relayedUrl, relayTargetOf } from '../../src/recipes/relay/target.ts';
import { answer, exchange, headers, hop } from '../cors/build.ts';

const SERVICE = 'https://api.example';
const TARGETS: readonly RelayTarget[] = [
  { origin: SERVICE, headers: [] },
  { origin: 'http://[2001:db8::1]:8080', headers: ['authorization', 'x-trace'] },
];
const COMMENTS = { english: english.relay.comments, german: german.relay.comments };
const CASES = RELAYS.flatMap(relay =>
  TARGETS.flatMap((target, number) =>
    Object.entries(COMMENTS).map(([language, comments]) => ({ id: relay.id, number, language, target, text: relay.render(target, comments) })),
  ),
);

describe('a relay', () => {
  it.each(CASES)('for $id, of target $number in $language, asks that one service and no other', ({ target, text }) => {
    const origins = text.match(/\bhttps?:\/\/[^/'"`;\s$]+/g);
    expect(new Set(origins)).toEqual(new Set([target.origin]));
    expect(/'undefined'|\[object/.test(text)).toBe(false);
  });

  it.each(CASES)('for $id, of target $number in $language, leaves out the cookies of either side, and lets no other page in', ({ id, text }) => {
    const plain = text.toLowerCase();
    expect(plain.includes('set-cookie') && plain.includes('access-control-allow-origin')).toBe(true);
    // That of Next.js names what it passes on.
    if (id === 'nextjs') expect(plain).not.toContain("'cookie'");
    else expect(plain).toMatch(/'cookie', 'origin', 'referer'|proxy_set_header cookie "";/);
  });

  it.each(CASES)('for $id, of target $number in $language, passes a sign-in on only where the page itself sends one', ({ id, target, text }) => {
    const named = text.split('\n').filter(line => /authorization/i.test(line) && !/API_KEY|\/\/ |# /.test(line)).length > 0;
    const sends = target.headers.includes('authorization');
    expect(named).toBe(id === 'nextjs' ? sends : !sends);
  });

  it('checks the certificate of a service that has one, in nginx too', () => {
    const texts = TARGETS.map(target => RELAYS[0].render(target, english.relay.comments));
    expect(texts.map(text => text.includes('proxy_ssl_server_name on;') && text.includes('proxy_ssl_verify on;'))).toEqual([true, false]);
  });
});

/** Asked for by a page, with these headers, and answered without a word of CORS. */
const refused = (url: string, page: string, ...sent: readonly (readonly [string, string])[]): Exchange =>
  exchange({
    initiator: page,
    hops: [hop({ url, requestHeaders: headers(['Origin', page], ...sent), response: answer(200) })],
    state: 'failed',
    error: 'net::ERR_FAILED',
  });
const targetOf = (seen: Exchange) => relayTargetOf(seen, evaluate(seen, 'chromium'));

describe('what a page may ask for by way of its own server', () => {
  it('is a service of another site, with the headers that the page adds', () => {
    const url = `${SERVICE}/v1/data?q=1`;
    expect(targetOf(refused(url, 'https://app.test', ['X-Trace', '1'], ['Cookie', 'a=b']))).toEqual({
      target: { origin: SERVICE, headers: ['x-trace'] },
      url,
    });
  });

  it.each([
    ['https://api.app.example/', 'https://www.app.example'],
    ['http://localhost:8080/', 'http://localhost:3000'],
    ['http://127.0.0.1:8080/', 'https://app.example'],
  ])('is nothing of the reader’s own: %s, asked by %s', (url, page) => {
    expect(targetOf(refused(url, page))).toBe(null);
  });

  it.each([
    ['https://api.example/v1/data?q=a%20b', '/third-party/v1/data?q=a%20b'],
    ['https://api.example', '/third-party/'],
  ])('is asked for at an address of its own: %s at %s', (url, own) => {
    expect(relayedUrl(url)).toBe(own);
  });
});
