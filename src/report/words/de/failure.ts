import type { FailureWords, FixWords } from '../words.ts';
import { count, number } from './numbers.ts';

const STAGES = {
  preflight: 'in der Antwort auf den Preflight',
  redirect: 'in der Weiterleitung',
  response: 'in der Antwort auf die Anfrage',
  network: 'bei der Verbindung',
} as const;

const CONFIDENCE = { certain: '', likely: ' (wahrscheinlich)', possible: ' (möglicherweise)' } as const;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const failure: FailureWords = {
  outcomes: { blocked: 'Blockiert', unknown: 'Unklar' },
  whoMends: 'Wer es beheben kann:',
  responsible: {
    server: 'Wer den angefragten Server betreibt',
    page: 'Wer die anfragende Seite entwickelt',
    gateway: 'Wer den Proxy, das Gateway oder das CDN vor dem Server betreibt',
    network: 'Wer das Netz oder die Verbindung zum Server betreibt',
    browser: 'Wer am Browser sitzt – es liegt an einer Einstellung des Browsers',
    extension: 'Wer am Browser sitzt – es war eine Erweiterung des Browsers',
    nobody: 'Niemand muss das – es funktioniert wie vorgesehen',
  },
  reason: confidence => `Ursache${CONFIDENCE[confidence]}:`,
  behind: confidence => `Was dahintersteckt${CONFIDENCE[confidence]}:`,
  shows: 'Woran Sie es erkennen:',
  orElse: confidence => `Oder aber${CONFIDENCE[confidence]}:`,
  notCors: 'Keine CORS-Regel:',
  notCorsMeans: 'Die Seite sieht denselben Fehler, aber kein CORS-Header kann diesen beheben.',
  seen: 'Gesehen:',
  seenOnce: at => `einmal, am ${at}`,
  seenOften: (times, first, last) => `${number(times)}-mal, zuerst am ${first}, zuletzt am ${last}`,
  whatHappened: 'Was geschah',
  stepByStep: 'Was geschah, Schritt für Schritt',
  questions: 'Die vier Fragen',
  problems: broken => (broken === 1 ? 'Die verletzte Regel' : `Die ${number(broken)} verletzten Regeln`),
  where: (stage, header) => (header === null ? capitalized(STAGES[stage]) : `${header} ${STAGES[stage]}`),
  came: 'Gekommen ist',
  nothing: 'nichts',
  wouldPass: 'Genügt hätte',
  noValue: 'kein Wert',
  rule: 'Die Regel',
  moreProblems: more => `${count(more, 'weitere steht', 'weitere stehen')} im JSON-Export.`,
};

export const fix: FixWords = {
  title: 'Was zu ändern ist',
  titleOfNone: 'Was zu tun ist',
  none: 'Keine Änderung an den Antworten des Servers würde hier helfen.',
  whole:
    'Das ist die ganze Änderung: Mit ihr geht die Anfrage durch. Jede Zeile ersetzt in der Antwort alle Zeilen mit diesem Namen; alle anderen Zeilen bleiben.',
  preflight: 'Die Antwort auf den Preflight',
  redirect: (index, all) => (all === 1 ? 'Die Weiterleitung' : `Weiterleitung ${number(index)} von ${number(all)}`),
  response: 'Die Antwort auf die Anfrage selbst',
  needs: (answer, status, hasHeaders) => {
    if (status === null) return `${answer} braucht diese Header:`;
    return `${answer} braucht den Status ${status}${hasHeaders ? ' und diese Header:' : '.'}`;
  },
  answerWith: status => `Antworten Sie mit Status ${status}.`,
  mind: 'Zu beachten:',
  pageAdvice: 'Was der Code der Seite selbst tun kann',
  otherPreflight: (url, status, lines) =>
    `Auch die Antwort auf den Preflight von ${url} ist zu ändern. Sie braucht: ${[...(status === null ? [] : [`den Status ${status}`]), ...lines].join('; ')}`,
};
