/** German: one sentence for each code, of at most 160 characters, with the real origins in it. */
import type { Failure } from '../../../model.ts';
import { type Facts, socketOrigin } from '../../facts.ts';
import { isLowerCaseMethod, isResponseHeader, isTracingHeader } from '../../page-faults.ts';
import { clip, enumerate, short, tight } from '../text.ts';
import type { PerFailure } from '../words.ts';
import { moreHeaders } from './more-headers.ts';

/**
 * What a page without an origin of its own is called. It is the same in every case, but a plural: no sentence may have a
 * verb that agrees with it.
 */
const pageName = ({ page }: Facts): string => (page === 'null' ? 'Seiten ohne Origin' : short(page));
/** The page itself, where it begins a sentence. */
const pageFirst = ({ page }: Facts): string => (page === 'null' ? 'Die Seite' : short(page));
const targetName = ({ target }: Facts): string => short(target);

/** What a page may not do with the answer that allows nobody. */
const WITHHELD = {
  preflight: 'Keine Seite darf die Antwort auf den Preflight lesen',
  redirect: 'Keine Seite darf der Weiterleitung folgen',
  response: 'Keine Seite darf die Antwort lesen',
  network: 'Keine Seite darf die Antwort lesen',
} satisfies { readonly [S in Failure['stage']]: string };

/** All that the preflight refused, so that one change is enough. */
const whatToAllow = ({ failures }: Facts): string => {
  const method = failures.find(failure => failure.code === 'method-not-allowed');
  const names = failures.flatMap(failure => (failure.code === 'header-not-allowed' ? [failure.header] : []));
  const headers = `${names.length > 1 ? 'die' : 'den'} Header ${enumerate(names, 'und', moreHeaders, { max: method ? 1 : 2 })}`;
  if (method?.code !== 'method-not-allowed') return headers;
  const use = `die Methode ${clip(method.method, 14)}`;
  return names.length === 0 ? use : `${use} und ${headers}`;
};

const DIFFERS = {
  null: '„null“ ist gar keine Seite',
  pattern: 'Browser kennen keine Muster',
  'no-scheme': 'Es fehlt http:// oder https://',
  'trailing-slash': 'Der Schrägstrich am Ende ist zu viel',
  path: 'Ein Origin hat keinen Pfad',
  case: 'Origins werden kleingeschrieben',
  userinfo: 'Ein Origin hat keinen Benutzernamen',
  'default-port': 'Den üblichen Port lassen Browser weg',
  scheme: 'Das Schema ist ein anderes',
  port: 'Der Port ist ein anderer',
  host: 'Der Host ist ein anderer',
  several: 'Das sind zwei verschiedene Origins',
} as const;

/** A redirect that is itself the trouble. */
const detoured = (facts: Facts): string | null => {
  const { failure, detour, redirect } = facts;
  const from = short(redirect?.from.origin ?? '');
  switch (detour) {
    case 'https':
      return `${from} leitet auf https weiter: ${pageFirst(facts)} sollte gleich über https anfragen.`;
    case 'slash':
      return `${from} leitet wegen eines Schrägstrichs am Ende weiter: ${pageFirst(facts)} sollte das Ziel aufrufen.`;
    case 'login':
      return failure.stage === 'preflight'
        ? `${from} muss OPTIONS von ${pageName(facts)} selbst beantworten, statt zur Anmeldung weiterzuleiten.`
        : `${from} muss dem Code von ${pageName(facts)} mit 401 antworten, statt zur Anmeldung weiterzuleiten.`;
    default:
      return null;
  }
};

/** Where the browser does not say who asks, no server can name it: the move is the page's. */
const unnamed = (facts: Facts): string | null => {
  const detour = detoured(facts);
  if (detour !== null) return detour;
  if (facts.origin !== 'null') return null;
  if (facts.page === 'null')
    return `Diese Seite hat keinen Origin, den ${targetName(facts)} erlauben könnte: Liefern Sie sie über http oder https aus, ohne Sandbox.`;
  return `Weiterleitungen zu ${targetName(facts)} verbergen ${short(facts.page)}: Die Seite sollte das Ziel direkt aufrufen.`;
};

/** An error without permission: what the browser complains of is not what went wrong. */
const failed = ({ stage }: Failure, facts: Facts): string | null => {
  const status = facts.answer?.status ?? 0;
  if (status < 400) return null;
  if (stage !== 'preflight')
    return `Von ${targetName(facts)} kam ein Fehler (${status}), den ${short(facts.page)} nicht lesen darf: Beheben Sie ihn zuerst.`;
  if (status >= 500 && status !== 501)
    return `${targetName(facts)} scheiterte am Preflight von ${short(facts.page)} (${status}): Beheben Sie zuerst diesen Fehler.`;
  if (status === 407)
    return `Ein Proxy auf dem Weg zu ${targetName(facts)} lehnte den Preflight von ${short(facts.page)} ab (407): Er verlangt eine Anmeldung.`;
  const move = status === 401 ? 'muss OPTIONS ohne Anmeldung beantworten' : 'muss OPTIONS beantworten';
  return `${targetName(facts)} ${move}: Der Preflight von ${short(facts.page)} bekam ${status}.`;
};

export const headlines: PerFailure<string> = {
  'allow-origin-missing': (failure, facts) =>
    unnamed(facts) ?? failed(failure, facts) ?? `${targetName(facts)} muss ${pageName(facts)} erlauben: ${WITHHELD[failure.stage]}.`,
  'allow-origin-wildcard-with-credentials': (_, facts) =>
    unnamed(facts) ?? `${targetName(facts)} muss ${pageName(facts)} nennen: Das erlaubte „*“ gilt nicht, wenn Cookies gesendet werden.`,
  'allow-origin-multiple': (_, facts) =>
    unnamed(facts) ?? `${targetName(facts)} muss allein ${pageName(facts)} nennen, und nur einmal: Browser akzeptieren nur einen Origin.`,
  'allow-origin-invalid': ({ value }, facts) =>
    unnamed(facts) ??
    (value === ''
      ? `${targetName(facts)} muss ${pageName(facts)} nennen: Der Header ist da, aber leer.`
      : `${targetName(facts)} muss ${pageName(facts)} nennen: Der Wert „${clip(value, 24)}“ ist kein Origin.`),
  'allow-origin-mismatch': ({ value, because }, facts) =>
    unnamed(facts) ?? `${tight(facts.target)} erlaubt „${tight(value)}“, muss aber ${tight(facts.origin)} erlauben: ${DIFFERS[because]}.`,
  'allow-credentials-missing': (_, facts) =>
    unnamed(facts) ?? `${targetName(facts)} muss ${pageName(facts)} auch Cookies erlauben: Die Seite fragt mit Cookies an.`,
  'allow-credentials-invalid': ({ value }, facts) =>
    unnamed(facts) ?? `${targetName(facts)} muss Cookies von ${pageName(facts)} mit „true“ erlauben, nicht mit „${clip(value, 20)}“.`,
  'preflight-status': ({ status }, facts) =>
    `${targetName(facts)} muss den Preflight von ${pageName(facts)} mit Erfolgsstatus beantworten, nicht mit ${status}.`,
  'preflight-redirect': ({ status }, facts) =>
    detoured(facts) ?? `${targetName(facts)} leitet den Preflight von ${pageName(facts)} weiter (${status}): Die Seite sollte das Ziel aufrufen.`,
  'allow-methods-invalid': (_, facts) =>
    `${targetName(facts)} muss ${pageName(facts)} eine lesbare Methodenliste senden: Die jetzige versteht kein Browser.`,
  'allow-headers-invalid': (_, facts) =>
    `${targetName(facts)} muss ${pageName(facts)} eine lesbare Headerliste senden: Die jetzige versteht kein Browser.`,
  'method-not-allowed': (failure, facts) =>
    facts.failures.every(isLowerCaseMethod)
      ? `${pageFirst(facts)} muss ${clip(failure.method.toUpperCase(), 20)} in Großbuchstaben schreiben: ${targetName(facts)} erlaubt ${clip(failure.method, 20)} nicht.`
      : `${targetName(facts)} muss ${pageName(facts)} ${whatToAllow(facts)} erlauben.`,
  'header-not-allowed': (_, facts) => {
    if (facts.failures.every(isResponseHeader))
      return `${pageFirst(facts)} muss Access-Control-Header weglassen: Nur Server senden sie, ${targetName(facts)} lehnt sie ab.`;
    if (facts.failures.every(isTracingHeader))
      return `${pageFirst(facts)} sendet Monitoring-Header, die ${targetName(facts)} nicht erlaubt: Schalten Sie sie dafür ab.`;
    return `${targetName(facts)} muss ${pageName(facts)} ${whatToAllow(facts)} erlauben.`;
  },
  'redirect-with-userinfo': (_, facts) =>
    `${targetName(facts)} muss ${pageName(facts)} ohne Benutzernamen in der URL weiterleiten, sonst folgt kein Browser.`,
  'redirect-scheme': ({ scheme }, facts) =>
    `${targetName(facts)} muss ${pageName(facts)} auf http oder https weiterleiten, nicht auf „${clip(scheme, 16)}“.`,
  'redirect-insecure': (_, facts) => `${targetName(facts)} muss ${pageName(facts)} auf https weiterleiten: Die Seite ist sicher, das Ziel nicht.`,
  'connection-refused': (_, facts) =>
    `Auf ${targetName(facts)} lauscht nichts: Server starten oder Adresse im Code von ${pageName(facts)} korrigieren.`,
  'name-not-resolved': (_, facts) =>
    `Der Hostname in ${targetName(facts)} ist unbekannt: Adresse im Code von ${pageName(facts)} oder DNS korrigieren.`,
  'connection-lost': (_, facts) =>
    `${targetName(facts)} trennte die Verbindung vor der Antwort an ${pageName(facts)}: Das Serverlog sagt wohl, warum.`,
  'timed-out': (_, facts) => `${targetName(facts)} antwortete ${pageName(facts)} nicht rechtzeitig: Prüfen Sie den Server oder das Netz dorthin.`,
  offline: (_, facts) => `Es gibt keine Netzverbindung, deshalb ist ${targetName(facts)} für ${pageName(facts)} nicht erreichbar.`,
  'address-unreachable': (_, facts) => `Aus diesem Netz führt kein Weg zu ${targetName(facts)}, also auch nicht für ${pageName(facts)}.`,
  'tls-failed': (_, facts) =>
    `${targetName(facts)} und der Browser konnten sich auf keine sichere Verbindung einigen: Prüfen Sie, ob der Server dort https spricht.`,
  'certificate-rejected': (_, facts) => `Der Browser traut dem Zertifikat von ${targetName(facts)} nicht: Der Server braucht ein gültiges.`,
  'response-malformed': (_, facts) =>
    `Die Antwort von ${targetName(facts)} an ${pageName(facts)} ist kein gültiges HTTP: Das muss der Server beheben.`,
  'too-many-redirects': (_, facts) => `${targetName(facts)} schickt Anfragen von ${pageName(facts)} im Kreis: Der Server muss das beenden.`,
  'redirect-malformed': (_, facts) =>
    `${targetName(facts)} leitet ${pageName(facts)} an eine ungültige Adresse weiter: Das muss der Server korrigieren.`,
  'blocked-by-extension': (_, facts) =>
    `Eine Erweiterung blockierte die Anfrage von ${pageName(facts)} an ${targetName(facts)}: Schalten Sie sie hier ab.`,
  'blocked-by-csp': (_, facts) =>
    `Die eigene Sicherheitsrichtlinie verbietet ${pageName(facts)} Anfragen an ${targetName(facts)}: Erweitern Sie sie.`,
  'blocked-by-corp': (_, facts) =>
    `${targetName(facts)} gibt diese Datei nicht für ${pageName(facts)} frei: Der Server muss den Header dafür ändern.`,
  'blocked-by-orb': (_, facts) => `${targetName(facts)} schickte ${pageName(facts)} Daten statt eines Bilds oder Skripts: Prüfen Sie die Antwort.`,
  'mixed-content': (_, facts) => `${targetName(facts)} ist unsicher, anders als ${pageName(facts)}: Die Seite muss über https anfragen.`,
  'local-network-access': (_, facts) =>
    `Der Browser hält ${pageName(facts)} von ${targetName(facts)} im eigenen Netz fern: Erlauben Sie es im Browser.`,
  'port-blocked': (_, facts) => `Mit dem Port von ${targetName(facts)} verbinden sich Browser nie: Der Server muss auf einem anderen lauschen.`,
  'websocket-refused': (_, facts) =>
    facts.answer === null
      ? `${short(socketOrigin(facts))} hat den WebSocket von ${pageName(facts)} nicht geöffnet: Die curl-Zeile fragt noch einmal und zeigt die Antwort.`
      : `${short(socketOrigin(facts))} muss den WebSocket von ${pageName(facts)} öffnen: Der Server antwortete mit ${facts.answer.status}.`,
  'network-error': ({ error }, facts) =>
    error === ''
      ? `Die Anfrage von ${pageName(facts)} an ${targetName(facts)} blieb ohne Antwort; die Aufzeichnung sagt nicht, warum.`
      : `Die Verbindung von ${pageName(facts)} zu ${targetName(facts)} scheiterte: Unten steht, wie der Browser es nennt.`,
  unexplained: (_, facts) =>
    facts.exchange.opaqueCopyAt === undefined
      ? `Der Browser verweigerte ${pageName(facts)} die Antwort von ${targetName(facts)}, ohne den Grund zu zeigen.`
      : `Der Service Worker von ${pageName(facts)} hat wohl eine verschlossene Kopie von ${targetName(facts)}: Lassen Sie ihn im Modus „cors“ fragen.`,
};
