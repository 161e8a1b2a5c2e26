/** German: settings of one vendor. */
import { isResumedUpload } from '../../../causes/google-storage-bucket.ts';
import { isBehindNetwork } from '../../../causes/s3-bucket.ts';
import { short } from '../../text.ts';
import type { KindWords } from '../../words.ts';

export const platformCauses: KindWords<'platform'> = {
  's3-bucket': {
    title: 'Die CORS-Konfiguration des Buckets',
    is: facts =>
      `Amazon S3 antwortet so, wenn der Bucket keine CORS-Konfiguration hat oder keine, die ${short(facts.page)} mit dieser Methode und diesen Headern nennt. Ohne sie hilft keine Richtlinie des Buckets.${isBehindNetwork(facts) ? ' Das Netz davor muss außerdem Origin weitergeben (in CloudFront mit der Ursprungsanforderungsrichtlinie CORS-S3Origin).' : ''} Auch eine abgelaufene Signatur führt zu 403.`,
    shows: 'In den Berechtigungen des Buckets fehlt eine CORS-Regel für diese Seite. Der Text einer Ablehnung beginnt mit CORSResponse.',
  },
  'r2-bucket': {
    title: 'Die CORS-Richtlinie des Buckets',
    is: ({ page }) =>
      `Cloudflare R2 sendet diese Header nur, wenn der Bucket eine CORS-Richtlinie hat, die ${short(page)} ohne Schrägstrich dahinter nennt, dazu diese Methode und jeden Header, den die Seite sendet, mit seinem Namen. Auch eine abgelaufene Signatur führt zu 403.`,
    shows: 'Die Einstellungen des Buckets haben keine CORS-Richtlinie, oder in ihr fehlt eines davon.',
  },
  'google-storage-bucket': {
    title: 'Die CORS-Konfiguration des Buckets',
    is: facts =>
      isResumedUpload(facts)
        ? `Bei einem fortsetzbaren Upload lässt Google Cloud Storage den Origin zu, der die Sitzung eröffnet hat. Wer sie eröffnet, etwa Ihr eigener Server, muss in dieser Anfrage Origin: ${short(facts.page)} senden (die Option origin in Googles Bibliotheken).`
        : `Google Cloud Storage sendet diese Header nur, wenn der Bucket eine CORS-Konfiguration hat, die ${short(facts.page)} mit dieser Methode nennt. Ihr Eintrag responseHeader ist auch die Liste der Header, die gesendet werden dürfen.`,
    shows: 'gcloud storage buckets describe gibt für den Bucket kein cors_config aus.',
  },
  'azure-storage': {
    title: 'Die CORS-Regeln des Speicherkontos',
    is: ({ page }) =>
      `Azure Storage lehnt ab, wenn keine CORS-Regel dieses Dienstes (Blob, File, Queue und Table haben je eine Liste) ${short(page)} mit dieser Methode und diesen Headern nennt.`,
    shows: 'In den Regeln unter Resource sharing (CORS) fehlt eines davon.',
  },
  'azure-app-service': {
    title: 'Die Liste der Plattform geht vor',
    is: ({ page }) =>
      `Azure App Service und Functions beantworten Preflights nach der Liste unter API › CORS. Sobald sie einen Eintrag hat, zählt nicht mehr, was im Code steht. Setzen Sie ${short(page)} auf diese Liste, oder leeren Sie sie und überlassen Sie es dem Code.`,
    shows: 'Die Liste unter API › CORS hat Einträge, und dieser fehlt.',
  },
  'keycloak-web-origins': {
    title: 'Die Web Origins des Clients',
    is: ({ page }) =>
      `Keycloak sendet diese Header nur, wenn ${short(page)} unter den Web Origins des Clients steht, der fragt („+“ übernimmt die seiner Weiterleitungsadressen). Fehler und Clients, die es nicht kennt, bekommen keine.`,
    shows: 'In den Einstellungen des Clients fehlt dieser Origin, oder die Antwort ist ein Fehler zum Client.',
  },
  'tunnel-warning': {
    title: 'Die Warnseite des Tunnels',
    is: () =>
      'ngrok zeigt eine Seite, die vor kostenlosen Tunneln warnt, und die kam anstelle der Antwort des Servers. Lassen Sie die Seite den Header ngrok-skip-browser-warning senden, mit beliebigem Wert, und den Server diesen Header erlauben. Oder nehmen Sie einen Tunnel ohne diese Warnung.',
    shows: null,
  },
  'apps-script': {
    title: 'Apps Script beantwortet keinen Preflight',
    is: () =>
      'Google Apps Script beantwortet nur GET und POST. Fragen Sie so, dass kein Preflight nötig ist: mit einem dieser beiden, mit text/plain als Content-Type und ohne eigene Header. Das Skript kann JSON auch daraus lesen.',
    shows: 'Das Skript hat doGet und doPost, und die Seite sendet JSON oder einen eigenen Header.',
  },
  'supabase-function': {
    title: 'Die Edge Function beantwortet OPTIONS nicht',
    is: ({ answer }) =>
      answer?.status === 404
        ? 'Diese Funktion gibt es nicht: Veröffentlichen Sie sie, und prüfen Sie ihren Namen. Lassen Sie sie dann OPTIONS beantworten.'
        : 'Eine Edge Function von Supabase muss OPTIONS selbst beantworten, bevor sie den Inhalt oder den Nutzer liest, und jeder Antwort die Header mitgeben, auch Fehlern. Prüft die Funktion Tokens, muss der Preflight ohne eines durchkommen.',
    shows: 'Im Log der Funktion stehen die OPTIONS-Anfrage und ein Fehler, oder die Funktion ist nicht veröffentlicht.',
  },
};
