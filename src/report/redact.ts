import type { Report } from '../model.ts';
import { createHideKnown, hideNothing } from './known-secrets.ts';
import { type Redaction, redactHeaderValue, redactText, redactUrl } from './redact-text.ts';
import { isDistinctive } from './secrets.ts';
import { mapReport, type ReportVisitor } from './walk.ts';

/**
 * The report as it may be handed on: cookies, credentials, userinfo, secret parameters and what looks like a token are
 * hidden wherever they stand or are quoted; names and structure stay. Everything that is rendered is rendered from the
 * report, so that all forms of it agree. Redacting twice changes nothing.
 */
export function redactReport(report: Report): Report {
  const secrets = new Set<string>();
  const names = publicNames(report);
  const isPublic = (text: string) => names.includes(text);
  mapReport(report, redactor({ hideKnown: hideNothing, isPublic, onSecret: secret => secrets.add(secret) }));
  const known = [...secrets].flatMap(forms).filter(secret => isDistinctive(secret) && !isPublic(secret));
  return { ...mapReport(report, redactor({ hideKnown: createHideKnown(known), isPublic, onSecret: () => undefined })), redacted: true };
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
  });
  return [...new Set(names)].join('\n');
}

/** The forms in which a secret may be quoted. */
function forms(secret: string): readonly string[] {
  try {
    return [secret, encodeURIComponent(secret)];
  } catch {
    return [secret];
  }
}
