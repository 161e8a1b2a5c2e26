import { describe, expect, test } from 'vitest';
import { createHideKnown } from '../../src/report/known-secrets.ts';
import { redactHeaderValue, redactText, redactUrl } from '../../src/report/redact-text.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const RANDOM = 'aB3dE5fG7hJ9kL2mN4pQ6rS8';

describe('a URL', () => {
  test.each([
    ['userinfo', 'https://user:pass@api.example/a', 'https://redacted@api.example/a'],
    ['a user alone', 'https://ghp_x@api.example/', 'https://redacted@api.example/'],
    ['userinfo with an @', 'https://a@b:c@api.example/', 'https://redacted@api.example/'],
    ['backslashes, as browsers read them', 'https:\\\\user:pass@api.example/', 'https:\\\\redacted@api.example/'],
    ['no slashes, as browsers read them', 'https:user:pass@api.example/', 'https:redacted@api.example/'],
    ['no scheme', '//user:pass@api.example/', '//redacted@api.example/'],
    ['a secret parameter', '/a?x=1&access_token=abc&y=2', '/a?x=1&access_token=redacted&y=2'],
    [
      'a secret parameter by another name',
      '/a?X-Amz-Signature=abc&apiKey=1&PASSWORD=2',
      '/a?X-Amz-Signature=redacted&apiKey=redacted&PASSWORD=redacted',
    ],
    ['an encoded name', '/a?%74oken=abc', '/a?%74oken=redacted'],
    ['a list', '/a?token[]=abc', '/a?token[]=redacted'],
    ['a parameter with an = in it', '/a?key=a=b', '/a?key=redacted'],
    ['a path parameter', '/a;jsessionid=abc/b', '/a;jsessionid=redacted/b'],
    ['a fragment', '/#access_token=abc&state=x', '/#access_token=redacted&state=x'],
    ['a fragment with a path', '/#/callback?code=abc', '/#/callback?code=redacted'],
    ['a token in the path', `/reset/${JWT}/x`, '/reset/redacted/x'],
    ['a random part of the path', `/reset/${RANDOM}/x`, '/reset/redacted/x'],
    ['a random value', `/a?x=${RANDOM}`, '/a?x=redacted'],
    ['a token in the fragment', `/a#${JWT}`, '/a#redacted'],
    ['a URL in a parameter', '/a?next=https%3A%2F%2Fb.example%2F%3Ftoken%3Dabc', '/a?next=https%3A%2F%2Fb.example%2F%3Ftoken%3Dredacted'],
    ['a path in a parameter', '/a?next=%2Fb%3Ftoken%3Dabc', '/a?next=%2Fb%3Ftoken%3Dredacted'],
    ['JSON in a parameter', '/a?q=%7B%22password%22%3A%22abc%22%7D', '/a?q=%7B%22password%22%3A%22redacted%22%7D'],
    ['a data URL', 'data:text/html,<p>abc', 'data:text/html,redacted'],
    ['broken percent-encoding', '/a?token=%E0%A4&x=%zz', '/a?token=redacted&x=%zz'],
  ])('%s', (_, url, expected) => {
    expect(redactUrl(url)).toBe(expected);
    expect(redactUrl(expected)).toBe(expected);
  });

  test.each([
    'https://api.example',
    'https://API.example:8443/',
    'http://[::1]:8080/a',
    'null',
    '*',
    '/items/42/0b9a6f9e-32f1-4d0c-8f6e-0123456789ab?page=2&sort=name',
    'https://my-app-git-x7f3kq9z2m1pab8d-team.example/how-to-fix-cors-errors-in-2024-part-2',
    'https://api.example/getUserSubscriptionDetailsV2/64f1c2a9b7e4d3f2a1b0c9d8.json',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/page.html',
    'blob:https://app.example/0b9a6f9e-32f1-4d0c-8f6e-0123456789ab',
    '',
  ])('%j has nothing to hide', url => {
    expect(redactUrl(url)).toBe(url);
  });

  test('that is nested deeper than anyone nests them is hidden', () => {
    const nested = Array.from({ length: 8 }).reduce(
      (inner: string) => `https://a.example/?u=${encodeURIComponent(inner)}`,
      'https://u:hunter2@b.example/',
    );
    expect(redactUrl(nested)).not.toContain('hunter2');
  });
});

describe('a text', () => {
  test.each([
    ['a URL', 'It went to “https://u:p@a.example/?token=abc”.', 'It went to “https://redacted@a.example/?token=redacted”.'],
    [
      'a URL in German quotation marks',
      'Sie ging an „https://u:p@a.example/?token=abc“.',
      'Sie ging an „https://redacted@a.example/?token=redacted“.',
    ],
    ['a cookie in German quotation marks', 'Cookie „session=abc“', 'Cookie „session=[redacted]“'],
    ['a parameter', 'It says “token=abc”.', 'It says “token=[redacted]”.'],
    ['a parameter between German marks', 'Es lautet „token=abc“.', 'Es lautet „token=[redacted]“.'],
    ['a relative URL', 'It went to /a?token=abc, then on.', 'It went to /a?token=[redacted] then on.'],
    ['a token', `got ${JWT}.`, 'got [redacted]'],
    ['credentials', 'sent Bearer abc123def4 again', 'sent Bearer [redacted] again'],
    ['a cookie', 'sent session=abc', 'sent session=[redacted]'],
    ['JSON', '{"user":"a","api_key": "abc", "token":123456}', '{"user":"a","api_key": "[redacted]", "token":"[redacted]"}'],
    ['a random text', `id ${RANDOM} seen`, 'id [redacted] seen'],
    ['base64', 'x q83vEjRWeJCrze/SNFZ4kKvN7xI0VniQ+83v= y', 'x [redacted]+83v= y'],
  ])('%s', (_, text, expected) => {
    expect(redactText(text)).toBe(expected);
    expect(redactText(expected)).toBe(expected);
  });

  test.each([
    'The server at https://api.example:8443 answered with status 404.',
    'Access-Control-Allow-Credentials: true',
    'Basic authentication is needed; a Bearer credential is not.',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,application/signed-exchange;v=b3;q=0.7',
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
    'authorization, x-api-key, x-datadog-sampling-priority, x-amz-content-sha256',
    'Fri, 02 Jan 2026 03:04:05 GMT',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'PreflightMissingAllowOriginHeader',
    'NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED',
  ])('%j has nothing to hide', text => {
    expect(redactText(text)).toBe(text);
  });

  const known = { hideKnown: createHideKnown(['correct horse 7', 'hunter2hunter2']), isPublic: () => false, onSecret: () => undefined };
  test.each([
    ['a secret known from elsewhere', 'it says correct horse 7.', 'it says [redacted].'],
    ['one in a URL', 'at https://a.example/hunter2hunter2/x', 'at https://a.example/redacted/x'],
    ['the beginning of one, cut', 'it says correct ho…', 'it says [redacted]…'],
    ['the end of one, cut', '“…er2hunter2, then”', '“…[redacted], then”'],
    ['too little to tell', 'it says co…', 'it says co…'],
  ])('%s', (_, text, expected) => {
    expect(redactText(text, known)).toBe(expected);
  });

  test('what is public is shown', () => {
    expect(redactText(`${RANDOM}.example refused`, { ...known, isPublic: text => text === RANDOM })).toBe(`${RANDOM}.example refused`);
  });
});

describe('a field', () => {
  test.each([
    ['Cookie', 'a=1; b="2;c"; d', 'a=[redacted]; b=[redacted];[redacted]; [redacted]'],
    ['cookie', '=abc', '=[redacted]'],
    [
      'Set-Cookie',
      'sid=abc; Path=/; Max-Age=5; SameSite=None; Secure; Odd=1',
      'sid=[redacted]; Path=/; Max-Age=5; SameSite=None; Secure; Odd=[redacted]',
    ],
    ['Set-Cookie', 'a=1\nb=2; HttpOnly', 'a=[redacted]\nb=[redacted]; HttpOnly'],
    ['Authorization', 'Bearer abc', 'Bearer [redacted]'],
    ['Authorization', 'abc def', '[redacted]'],
    ['Proxy-Authorization', 'Basic dTpw', 'Basic [redacted]'],
    ['X-Api-Key', 'abc', '[redacted]'],
    ['apikey', 'abc', '[redacted]'],
    ['X-Auth-Token', 'abc', '[redacted]'],
    ['X-CSRF-Token', 'abc', '[redacted]'],
    ['X-Amz-Security-Token', 'abc', '[redacted]'],
    ['X-Session', '', ''],
    ['Location', '/a?code=abc', '/a?code=redacted'],
    ['Referer', 'https://a.example/?token=abc', 'https://a.example/?token=redacted'],
    ['Link', '<https://a.example/?token=abc>; rel=next', '<https://a.example/?token=redacted>; rel=next'],
    ['X-Debug', 'token=abc', 'token=[redacted]'],
    ['Access-Control-Allow-Origin', 'https://u:p@a.example', 'https://redacted@a.example'],
  ])('%s: %s', (name, value, expected) => {
    expect(redactHeaderValue(name, value)).toBe(expected);
    expect(redactHeaderValue(name, expected)).toBe(expected);
  });

  test.each([
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Request-Headers', 'authorization,x-api-key'],
    ['Access-Control-Allow-Headers', 'Authorization, X-CSRF-Token'],
    ['WWW-Authenticate', 'Bearer realm="api"'],
    ['Origin', 'https://app.example'],
    ['Vary', 'Origin, Cookie'],
    ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
    ['X-Request-Id', RANDOM],
    ['X-Amz-Bucket-Region', 'eu-central-1'],
  ])('%s: %s has nothing to hide', (name, value) => {
    expect(redactHeaderValue(name, value)).toBe(value);
  });
});
