import { CUT, type HideKnown, hideNothing } from './known-secrets.ts';
import { isIdentifierField, isSecretField, isSecretName, JSON_WEB_TOKEN, replaceRandom } from './secrets.ts';

/** What stands in a secret's place; in a URL without brackets, which would have to be escaped there. */
export const MARKER = '[redacted]';
export const URL_MARKER = 'redacted';

/** Where a secret was recognised: what it is, as people call it. `token` is one by its look alone, or by its name outside of a URL. */
export const SECRET_KINDS = ['cookie', 'authorization', 'password', 'header', 'url-token', 'token'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

export interface FoundSecret {
  readonly kind: SecretKind;
  /** As it stands first, then in other forms in which it may be quoted. */
  readonly forms: readonly [string, ...string[]];
}

export interface Redaction {
  /** Hides the secrets that were seen elsewhere in the report. */
  readonly hideKnown: HideKnown;
  /** Whether a random-looking text is public all the same, being part of a host's name. */
  readonly isPublic: (text: string) => boolean;
  /** Told of each secret that was recognised by its place. */
  readonly onSecret: (found: FoundSecret) => void;
}

const NOTHING_KNOWN: Redaction = { hideKnown: hideNothing, isPublic: () => false, onSecret: () => undefined };

/** How deep URLs are followed inside the parameters of URLs; what is nested deeper is hidden whole. */
const MAX_DEPTH = 4;

/** What a URL's authority follows. As browsers read it: `\` is `/`, and http takes any number of them. */
const BEFORE_AUTHORITY = /^(?:(?:https?|wss?|ftp):[\\/]*|[a-z][a-z0-9+.-]{0,30}:[\\/]{2}|[\\/]{2})/i;
const URL_IN_TEXT = /(?:(?:https?|wss?|ftp):[\\/]+|[a-z][a-z0-9+.-]{1,30}:[\\/]{2}|(?<![\w:/\\.])[\\/]{2})[^\s"'<>`“”‘’«»]+/gi;
const DATA_URL = /^data:[^,]{0,100},/i;

/** A URL, absolute or not, with its structure kept: userinfo, secret parameters and random-looking parts are hidden, the host never is. */
export function redactUrl(url: string, redaction: Redaction = NOTHING_KNOWN, depth = 0): string {
  const data = DATA_URL.exec(url)?.[0];
  if (data !== undefined) return data + URL_MARKER;
  const before = BEFORE_AUTHORITY.exec(url)?.[0] ?? '';
  const authority = before === '' ? '' : (/^[^/\\?#]*/.exec(url.slice(before.length))?.[0] ?? '');
  const rest = redaction.hideKnown(url.slice(before.length + authority.length), URL_MARKER);
  return before + redactAuthority(authority, redaction) + redactAfterAuthority(rest, redaction, depth);
}

function redactAuthority(authority: string, { hideKnown, onSecret }: Redaction): string {
  const at = authority.lastIndexOf('@');
  // Of userinfo that a sentence cut short, the @ is gone.
  if (at < 0) return authority.includes(CUT) ? hideKnown(authority, URL_MARKER) : authority;
  const userinfo = authority.slice(0, at);
  tell(userinfo, 'password', onSecret, userinfo.split(':'));
  return `${URL_MARKER}${authority.slice(at)}`;
}

function redactAfterAuthority(rest: string, redaction: Redaction, depth: number): string {
  const [, path = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(rest) ?? [];
  return redactPath(path, redaction, depth) + redactQuery(query, redaction, depth) + redactFragment(fragment, redaction, depth);
}

function redactPath(path: string, redaction: Redaction, depth: number): string {
  // A path parameter (`;jsessionid=…`) is a parameter like those of the query.
  return path
    .split(/([/\\;])/)
    .map((part, index) => (index % 2 === 1 ? part : redactParameter(part, redaction, depth)))
    .join('');
}

function redactQuery(query: string | undefined, redaction: Redaction, depth: number): string {
  if (query === undefined) return '';
  const parameters = query.slice(1).split('&');
  return `?${parameters.map(parameter => redactParameter(parameter, redaction, depth)).join('&')}`;
}

/** A fragment is what the page makes of it: parameters, a path, or a path with parameters. */
function redactFragment(fragment: string | undefined, redaction: Redaction, depth: number): string {
  if (fragment === undefined) return '';
  const [, path = '', query] = /^#([^?]*)(\?[\s\S]*)?$/.exec(fragment) ?? [];
  const shown = path.includes('=') ? redactQuery(`?${path}`, redaction, depth).slice(1) : redactPath(path, redaction, depth);
  return `#${shown}${redactQuery(query, redaction, depth)}`;
}

function redactParameter(parameter: string, redaction: Redaction, depth: number): string {
  const [, name = '', value] = /^([^=]*)(?:=([\s\S]*))?$/.exec(parameter) ?? [];
  const shownName = redactComponent(name, redaction, depth);
  if (value === undefined) return shownName;
  if (value === '' || !isSecretName(decode(name))) return `${shownName}=${redactComponent(value, redaction, depth)}`;
  tell(value, 'url-token', redaction.onSecret);
  return `${shownName}=${URL_MARKER}`;
}

/** One percent-encoded piece of a URL; it may hold a URL of its own. */
function redactComponent(component: string, redaction: Redaction, depth: number): string {
  const plain = decode(component);
  const shown = depth < MAX_DEPTH ? redactIn(plain, redaction, URL_MARKER, depth + 1) : redactDeep(plain, redaction);
  if (shown === plain) return component;
  try {
    return encodeURIComponent(shown);
  } catch {
    // A lone surrogate cannot be encoded.
    return URL_MARKER;
  }
}

function redactDeep(text: string, redaction: Redaction): string {
  return /[:/\\=]/.test(text) ? URL_MARKER : redactPlain(text, redaction, URL_MARKER);
}

/** Percent-decoded as far as it can be. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** A sentence or a field's value, with the secrets in it, and in the URLs in it, hidden. */
export function redactText(text: string, redaction: Redaction = NOTHING_KNOWN): string {
  return redactIn(text, redaction, MARKER, 0);
}

function redactIn(text: string, redaction: Redaction, marker: string, depth: number): string {
  let shown = '';
  let end = 0;
  for (const { 0: url, index } of text.matchAll(URL_IN_TEXT)) {
    shown += redactPlain(text.slice(end, index), redaction, marker) + redactUrl(url, redaction, depth);
    end = index + url.length;
  }
  return shown + redactPlain(text.slice(end), redaction, marker);
}

const PARAMETER = /(^|[?&;#,\s"'“„‘«(])([\w.\-[\]%$]{1,100})=("[^"]*"|[^&;#\s"'<>`“”‘’«»]+)/g;
const JSON_MEMBER = /("([^"\\]{1,100})"\s?:\s?)("(?:[^"\\]|\\.)*"|\d+)/g;
const AUTHENTICATION = /\b(Basic|Bearer|Digest|Negotiate|Token|DPoP)( +)([\w.~+/=-]{8,})/gi;

function redactPlain(text: string, redaction: Redaction, marker: string): string {
  const { hideKnown, isPublic, onSecret } = redaction;
  const kind = marker === URL_MARKER ? 'url-token' : 'token';
  const hide = (secret: string): string => {
    tell(secret, kind, onSecret);
    return marker;
  };
  const found = hideKnown(text, marker)
    .replace(JSON_WEB_TOKEN, hide)
    .replace(PARAMETER, (all, before, name, value) => (isSecretName(decode(name)) && value !== marker ? `${before}${name}=${hide(value)}` : all))
    .replace(JSON_MEMBER, (all, before, name, value) => (isSecretName(name) && value !== `"${marker}"` ? `${before}"${hide(unquote(value))}"` : all))
    // "Basic authentication" is no secret; a scheme's credentials have a digit, a capital inside or padding.
    .replace(AUTHENTICATION, (all, scheme, space, value) => (/\d|[a-z][A-Z]|=$/.test(value) ? `${scheme}${space}${hide(value)}` : all));
  return replaceRandom(found, random => (isPublic(random) ? random : hide(random)));
}

/** The field's value with its names, attributes and structure kept. */
export function redactHeaderValue(name: string, value: string, redaction: Redaction = NOTHING_KNOWN): string {
  const field = name.toLowerCase();
  const hideAs =
    (kind: SecretKind) =>
    (secret: string): string => {
      if (secret === '' || secret === MARKER) return secret;
      tell(secret, kind, redaction.onSecret);
      return MARKER;
    };
  if (field === 'cookie')
    return value
      .split(';')
      .map(pair => hideAfterName(pair, hideAs('cookie')))
      .join(';');
  // Firefox joins the lines of this field with a newline.
  if (field === 'set-cookie')
    return value
      .split('\n')
      .map(line => redactSetCookie(line, redaction, hideAs('cookie')))
      .join('\n');
  if (field === 'authorization' || field === 'proxy-authorization') return redactCredentials(value, hideAs('authorization'));
  if (isSecretField(field)) return hideAs('header')(value);
  if (field === 'location' || field === 'content-location' || field === 'referer') return redactUrl(value, redaction);
  return redactText(value, isIdentifierField(field) ? { ...redaction, isPublic: () => true } : redaction);
}

/** `name=value`; without a name, all of it is the value. */
function hideAfterName(pair: string, hide: (secret: string) => string): string {
  const [, name = '', value = ''] = /^(\s*(?:[^=]*=)?)([\s\S]*)$/.exec(pair) ?? [];
  return name + hide(value);
}

const COOKIE_ATTRIBUTE = /^\s*(?:expires|max-age|domain|path|samesite|priority)=|^\s*(?:secure|httponly|partitioned)\s*$/i;

function redactSetCookie(line: string, redaction: Redaction, hide: (secret: string) => string): string {
  const [pair = '', ...attributes] = line.split(';');
  const shown = attributes.map(attribute => (COOKIE_ATTRIBUTE.test(attribute) ? redactText(attribute, redaction) : hideAfterName(attribute, hide)));
  return [hideAfterName(pair, hide), ...shown].join(';');
}

const KNOWN_SCHEME =
  /^((?:Basic|Bearer|Digest|Negotiate|NTLM|HOBA|Mutual|VAPID|SCRAM-[\w-]{1,20}|AWS4-HMAC-SHA256|Token|ApiKey|DPoP|Hawk|GNAP)\s+)([\s\S]+)$/i;

function redactCredentials(value: string, hide: (secret: string) => string): string {
  const [, scheme, credentials] = KNOWN_SCHEME.exec(value) ?? [];
  return scheme === undefined || credentials === undefined ? hide(value) : scheme + hide(credentials);
}

function unquote(value: string): string {
  return /^"[\s\S]*"$/.test(value) ? value.slice(1, -1) : value;
}

/** A secret is told as it stands, unquoted, and decoded, since any of these, and any of its parts, may be quoted elsewhere. */
function tell(secret: string, kind: SecretKind, onSecret: Redaction['onSecret'], parts: readonly string[] = []): void {
  if (secret === MARKER || secret === URL_MARKER) return;
  const others = [secret, ...parts].flatMap(part => [part, unquote(part), decode(part)]).filter(form => form !== secret);
  onSecret({ kind, forms: [secret, ...new Set(others)] });
}
