import type { Report } from '../model.ts';
import { MARKER, type Redaction, redactHeaderValue, redactText, redactUrl, URL_MARKER } from './redact-text.ts';
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
  mapReport(report, redactor({ known: [], isPublic, onSecret: secret => secrets.add(secret) }));
  const known = [...secrets].flatMap(forms).filter(secret => isDistinctive(secret) && !isMarker(secret) && !isPublic(secret));
  const byLength = [...new Set(known)].sort((a, b) => b.length - a.length);
  return { ...mapReport(report, redactor({ known: byLength, isPublic, onSecret: () => undefined })), redacted: true };
}

function redactor(redaction: Redaction): ReportVisitor {
  const text = (value: string) => redactText(value, redaction);
  return {
    url: url => redactUrl(url, redaction),
    headerValue: (name, value) => redactHeaderValue(name, value, redaction),
    // A name is no secret; only a random-looking one is hidden.
    headerName: name => redactText(name, { ...redaction, known: [] }),
    text,
    headline: text,
    origin: origin => redactUrl(origin, redaction),
    token: text,
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

function isMarker(text: string): boolean {
  return text === MARKER || text === URL_MARKER || text === encodeURIComponent(MARKER);
}
