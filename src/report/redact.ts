import type { Report } from '../model.ts';
import { CUT, createHideKnown, hideNothing } from './known-secrets.ts';
import { type FoundSecret, MARKER, type Redaction, redactHeaderValue, redactText, redactUrl, SECRET_KINDS, type SecretKind } from './redact-text.ts';
import { isDistinctive } from './secrets.ts';
import { mapReport, type ReportVisitor } from './walk.ts';

/**
 * The report as it may be handed on: cookies, credentials, userinfo, secret parameters and what looks like a token are
 * hidden wherever they stand or are quoted; names and structure stay. Everything that is rendered is rendered from the
 * report, so that all forms of it agree. Redacting twice changes nothing.
 */
export function redactReport(report: Report): Report {
  const isPublic = createIsPublic(report);
  const secrets = new Set(findSecrets(report, isPublic).flatMap(({ forms }) => forms));
  const known = [...secrets].flatMap(quotedForms).filter(secret => isDistinctive(secret) && !isPublic(secret));
  return { ...mapReport(report, redactor({ hideKnown: createHideKnown(known), isPublic, onSecret: () => undefined })), redacted: true };
}

/** How many different secrets of each kind `redactReport` would leave out of an unredacted report. One that stands in several places counts once. */
export function countSecrets(report: Report): Readonly<Record<SecretKind, number>> {
  const kinds = new Map<string, SecretKind>();
  const rank = (kind: SecretKind): number => SECRET_KINDS.indexOf(kind);
  for (const { kind, forms } of findSecrets(report, createIsPublic(report))) {
    const secret = forms[0].replace(END_OF_QUOTE, '');
    const known = kinds.get(secret);
    if (!secret.includes(CUT) && (known === undefined || rank(kind) < rank(known))) kinds.set(secret, kind);
  }
  const counts = { cookie: 0, authorization: 0, password: 0, header: 0, 'url-token': 0, token: 0 } satisfies Record<SecretKind, number>;
  for (const kind of kinds.values()) counts[kind] += 1;
  return counts;
}

/** What a sentence that quotes a URL puts behind it. */
const END_OF_QUOTE = /[.,;:!?)”“’‘]+$/;

function findSecrets(report: Report, isPublic: Redaction['isPublic']): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  mapReport(report, redactor({ hideKnown: hideNothing, isPublic, onSecret: secret => found.push(secret) }));
  return found;
}

function createIsPublic(report: Report): Redaction['isPublic'] {
  const names = publicNames(report);
  return text => names.includes(text);
}

function redactor(redaction: Redaction): ReportVisitor {
  const withoutKnown = { ...redaction, hideKnown: hideNothing };
  const text = once(value => redactText(value, redaction));
  const url = once(value => redactUrl(value, redaction));
  const byField = new Map<string, (value: string) => string>();
  return {
    url,
    headerValue: (name, value) => {
      const redact = byField.get(name) ?? once(line => redactHeaderValue(name, line, redaction));
      byField.set(name, redact);
      return redact(value);
    },
    // A name is no secret; only a random-looking one is hidden.
    headerName: once(name => redactText(name, withoutKnown)),
    text,
    headline: text,
    origin: url,
    token: text,
    // Most of it is ours, and has names in it that look like what is no one's to see.
    configuration: (whole, quotes) => (quotes.every(quote => text(quote) === quote) ? redaction.hideKnown(whole, MARKER) : ''),
  };
}

/** The same strings stand in a report again and again: each is worked on once. */
function once(redact: (text: string) => string): (text: string) => string {
  const results = new Map<string, string>();
  return text => {
    const result = results.get(text) ?? redact(text);
    results.set(text, result);
    return result;
  };
}

/** The hosts and field names of the report. What is part of them is shown, even if it is also someone's password. */
function publicNames(report: Report): string {
  const names: string[] = [];
  const note = (url: string): string => {
    names.push(/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#\\]*@)?([^/?#\\@]*)/i.exec(url)?.[1] ?? '');
    return url;
  };
  mapReport(report, {
    url: note,
    origin: note,
    headerName: name => {
      names.push(name);
      return name;
    },
    headerValue: (_, value) => value,
    text: text => text,
    headline: text => text,
    token: text => text,
    configuration: text => text,
  });
  return [...new Set(names)].join('\n');
}

/** The forms in which a secret may be quoted. */
function quotedForms(secret: string): readonly string[] {
  try {
    return [secret, encodeURIComponent(secret)];
  } catch {
    return [secret];
  }
}
