import type { WholeWords } from '../words.ts';
import { count, number } from './numbers.ts';

const where = (page: string | null): string => (page === null ? 'Eine Seite' : `Die Seite ${page}`);

export const whole: WholeWords = {
  titleOfNone: 'CORS-Bericht: Keine Anfrage wurde blockiert',
  title: (blocked, different) =>
    `CORS-Bericht: ${count(blocked, 'blockierte Anfrage', 'blockierte Anfragen')}${
      different === null ? '' : `, ${count(different, 'Fehler', 'verschiedene Fehler')}`
    }`,
  nothingBlocked: page => `${where(page)} wurde beobachtet, und der Browser hat alle ihre Anfragen zu fremden Origins durchgelassen.`,
  introduction: (page, { code }) =>
    [
      `${where(page)} hat bei einem anderen Server etwas angefragt, und der Browser hat ihr die Antwort nicht gegeben.`,
      `Ein Origin besteht aus Schema, Host und Port einer Adresse. Ein Browser lässt eine Seite die Antworten eines fremden Origins nur lesen, wenn dessen Server es erlaubt: mit Antwort-Headern, deren Namen mit ${code('Access-Control-')} beginnen.`,
      'Nur Browser setzen das durch: In curl oder Postman funktioniert dieselbe Anfrage, und das beweist nichts.',
      'Bei jedem Fehler steht unten, wer ihn beheben kann und was zu ändern ist, damit eine einzige Änderung genügt.',
    ].join(' '),
  contents: 'Inhalt',
  columns: { request: 'Anfrage', headline: 'Was geschah', responsible: 'Wer es beheben kann', times: 'Anzahl' },
  times: times => `${number(times)}-mal`,
  moreFailures: more => `${count(more, 'weiterer Fehler steht', 'weitere Fehler stehen')} im JSON-Export.`,
  notWrittenOut: (left, all) =>
    `Damit dieser Text kurz genug für ein Issue bleibt, ${left === 1 ? 'ist' : 'sind'} ${number(left)} von ${count(all, 'Fehler', 'Fehlern')} nicht oder nicht ganz ausgeschrieben. Der JSON-Export enthält alle.`,
  advice: 'Außerdem einen Blick wert',
  moreAdvice: more => `${count(more, 'weiterer Hinweis steht', 'weitere Hinweise stehen')} im JSON-Export.`,
  restsOn: 'Worauf das beruht',
  browser: (name, version) => `Browser: ${name} ${version}`,
  written: (version, at, since) => `Erstellt von CORS DevTools ${version} am ${at}; aufgezeichnet seit ${since}`,
  seen: (requests, crossOrigin, preflights) =>
    `${count(requests, 'Anfrage', 'Anfragen')} gesehen, davon ${number(crossOrigin)} zu einem fremden Origin, mit ${count(preflights, 'Preflight', 'Preflights')}`,
  missedLoad: 'Die Seite war schon geladen, als die Aufzeichnung begann: Anfragen, die sie bis dahin gestellt hat, fehlen.',
  dropped: requests =>
    `${count(requests, 'ältere Anfrage wurde', 'ältere Anfragen wurden')} verworfen, weil die Aufzeichnung begrenzt ist: In diesem Bericht fehlen darum vielleicht Fehler.`,
  incomplete: requests =>
    `${count(requests, 'Anfrage wurde', 'Anfragen wurden')} nur zum Teil gesehen, weil die Aufzeichnung begann oder unterbrochen wurde, während sie unterwegs ${requests === 1 ? 'war' : 'waren'}.`,
  redacted: ({ code, strong }) =>
    `${strong('Datenschutz:')} Cookies, Anmeldedaten, Passwörter in URLs und alles, was wie ein Token aussieht, sind durch ${code('[redacted]')} ersetzt (in URLs durch ${code('redacted')}); setzen Sie dort eigene Werte ein, um eine Anfrage zu wiederholen. Lesen Sie diesen Text trotzdem, bevor Sie ihn veröffentlichen: Adressen und andere Werte stehen da, wie sie waren.`,
  notRedacted: ({ strong }) =>
    `${strong('Datenschutz:')} In diesem Text ist nichts unkenntlich gemacht. Er kann Cookies, Anmeldedaten und Tokens enthalten, die noch gültig sind: Veröffentlichen Sie ihn nicht dort, wo andere ihn lesen können.`,
  failedOnly: failures => `${number(failures)} Fehler. Hier stehen nur fehlgeschlagene Anfragen; Bodys werden nicht aufgezeichnet.`,
};
