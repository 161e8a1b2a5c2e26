/** What counts as a secret: by the name that it stands under, or by the look of the value. */

/** Anywhere in a name, once its punctuation is gone. */
const SECRET_PARTS = [
  ...['token', 'secret', 'password', 'passwd', 'passphrase', 'passcode', 'session', 'credential'],
  ...['apikey', 'accesskey', 'privatekey', 'authkey', 'signature', 'jwt', 'csrf', 'xsrf', 'hmac'],
];

/** As a whole word of a name. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
  ...['auth', 'oauth', 'authorization', 'bearer', 'cookie', 'cookies', 'sid', 'sess', 'sig', 'pwd', 'pass', 'creds', 'otp', 'assertion', 'ticket'],
  ...['samlresponse', 'samlrequest'],
]);

/** As the whole name. */
const SECRET_NAMES: ReadonlySet<string> = new Set(['code', 'pin', 'pw']);

/** Whether a value under this name (of a field, a query parameter, a cookie, a JSON member) is taken for a secret. */
export function isSecretName(name: string): boolean {
  if (/^x-amz-/i.test(name)) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  const flat = words.join('');
  return (
    SECRET_NAMES.has(flat) || words.at(-1) === 'key' || words.some(word => SECRET_WORDS.has(word)) || SECRET_PARTS.some(part => flat.includes(part))
  );
}

/** Fields whose names say otherwise: the protocol's own, a challenge, and the service's addresses and request ids. */
const PUBLIC_FIELD = /^(?:access-control-.*|(?:www|proxy)-authenticate|sec-fetch-.*|x-amz-(?!security-token|signature|credential).*)$/i;

/** Pages put tokens there: it is the one field of a WebSocket’s handshake that their code can set. */
const SUBPROTOCOL = 'sec-websocket-protocol';

/** Whether the whole value of this field is taken for a secret. */
export function isSecretField(name: string): boolean {
  return name.toLowerCase() === SUBPROTOCOL || (isSecretName(name) && !PUBLIC_FIELD.test(name));
}

/** Fields that identify an answer or a trace: what its server's developer looks it up by. They look random and are no secret. */
const IDENTIFIER_FIELD = /^(?:etag|if-none-match|traceparent|x-b3-.*|cf-ray|x-(?:.*-)?(?:request|trace|correlation)-?id|x-amz-cf-id|x-amz-id-2)$/i;

export function isIdentifierField(name: string): boolean {
  return IDENTIFIER_FIELD.test(name);
}

/** A run of this many characters that is mostly unreadable is taken for a secret. */
export const MIN_RANDOM_RUN = 20;
const MIN_UNREADABLE = 16;

/**
 * A part of a name as people write it: a number, a word (camel case too) with a small number before or after it, an
 * abbreviation; and hexadecimal digits, fewer than a digest has, which name things: a commit, a row, a part of a UUID.
 */
const READABLE_PART = new RegExp(
  [
    String.raw`^(?:\d{1,14}`,
    '[0-9a-f]{1,31}',
    '[0-9A-F]{1,31}',
    String.raw`[A-Z]{1,14}\d{0,4}`,
    String.raw`\d{1,4}[A-Za-z]{1,14}`,
    String.raw`[a-z]{0,24}(?:[A-Z]{1,5}[a-z]{2,24})*[A-Z]{0,5}\d{0,4})$`,
  ].join('|'),
);

/** Calls `replace` with each stretch of the text that looks random, and puts its answer there. */
export function replaceRandom(text: string, replace: (random: string) => string): string {
  return text.replace(/[A-Za-z0-9_+/=~-]{20,}/g, run => {
    let unreadable = 0;
    let start = -1;
    let end = -1;
    for (const { 0: part, index } of run.matchAll(/[A-Za-z0-9]+/g)) {
      if (READABLE_PART.test(part)) continue;
      unreadable += part.length;
      if (start < 0) start = index;
      end = index + part.length;
    }
    return unreadable < MIN_UNREADABLE ? run : run.slice(0, start) + replace(run.slice(start, end)) + run.slice(end);
  });
}

/** A JSON Web Token, or the beginning of one. The first part is base64url of `{"`. */
export const JSON_WEB_TOKEN = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]*(?:\.[\w-]*){0,3}/g;

/** Shorter secrets are hidden where they stand, but not looked for elsewhere: the same characters may well mean something else there. */
const MIN_KNOWN = 6;

/** Whether a secret may be looked for in any text: a plain word or a short number would be found where it is none. */
export function isDistinctive(secret: string): boolean {
  return secret.length >= MIN_KNOWN && !/^(?:[A-Za-z]{1,15}|\d{1,6})$/.test(secret);
}
