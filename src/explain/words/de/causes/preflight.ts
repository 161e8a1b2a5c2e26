/** German: causes in what answers OPTIONS. */
import { isAmazonGateway } from '../../../causes/signs.ts';
import { enumerate, short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { moreHeaders } from '../more-headers.ts';

export const preflightCauses: KindWords<'preflight'> = {
  'auth-before-cors': {
    title: 'Die Anmeldung wird vor CORS geprüft',
    is: () =>
      'Der Server verlangt eine Anmeldung, bevor er sich den Preflight ansieht, und ein Preflight enthält nie eine. Behandeln Sie CORS vor der Prüfung der Anmeldung, oder nehmen Sie OPTIONS davon aus.',
    shows: 'Dieselbe OPTIONS-Anfrage, von Hand mit einer Anmeldung gesendet, wird nicht abgelehnt.',
  },
  'client-certificate': {
    title: 'Ein Zertifikat des Browsers wird verlangt',
    is: () =>
      'Der Server lässt nur Browser mit einem eigenen Zertifikat herein, und ein Preflight enthält nie eines, eine Anfrage ohne Anmeldedaten auch nicht. Machen Sie das Zertifikat für OPTIONS freiwillig, verlangen Sie es von den anderen Anfragen, und lassen Sie die Seite mit credentials: "include" fragen.',
    shows: 'Im Log des Servers steht, dass kein Zertifikat gesendet wurde.',
  },
  'bot-challenge': {
    title: 'Eine Firewall oder Bot-Abwehr antwortet',
    is: () =>
      'Eine Firewall vor dem Server hält die Anfrage für die eines Roboters und antwortet an seiner Stelle. Lassen Sie OPTIONS und Anfragen an diese Adresse ohne Prüfung durch.',
    shows: 'Die Anfrage steht im Log der Firewall und nicht in dem des Servers.',
  },
  'cdn-forbids-options': {
    title: 'Das CDN hält OPTIONS auf',
    is: () =>
      'Das CDN (Content Delivery Network) reicht nur GET und HEAD weiter. Erlauben Sie in seinen Einstellungen OPTIONS für diesen Pfad, und lassen Sie es Origin und die Header Access-Control-Request weitergeben.',
    shows: 'Dieselbe OPTIONS-Anfrage, an den Server dahinter gesendet, wird gut beantwortet.',
  },
  'iis-answers-options': {
    title: 'IIS beantwortet OPTIONS selbst',
    is: () =>
      'Ein Handler von IIS (OPTIONSVerbHandler oder WebDAV) antwortet, bevor die Anwendung gefragt wird. Entfernen Sie ihn in web.config, oder verwenden Sie das CORS-Modul von IIS.',
    shows: 'Im Log der Anwendung steht keine OPTIONS-Anfrage.',
  },
  'options-answered-by-framework': {
    title: 'Das Framework beantwortet OPTIONS selbst',
    is: () =>
      'Die Antwort nennt die Methoden der Adresse (Allow), wie es viele Frameworks von selbst tun. Was CORS kennt, wurde nicht gefragt: Schalten Sie CORS ein, und zwar vor den Routen.',
    shows: 'Die Antwort ist leer oder nennt dieselben Methoden, und im Code gibt es keine Behandlung von CORS, oder erst nach den Routen.',
  },
  'options-not-public': {
    title: 'Die Funktion gibt es nicht, oder sie ist nicht öffentlich',
    is: () =>
      'Statt der Funktion oder des Dienstes antwortet Google selbst. Prüfen Sie, ob sie in dieser Region unter diesem Namen veröffentlicht ist und ob alle sie aufrufen dürfen („allow unauthenticated“): Ein Preflight enthält nie eine Anmeldung.',
    shows: 'Dieselbe OPTIONS-Anfrage aus einem Terminal bekommt dieselbe Seite von Google.',
  },
  'gateway-checks-key': {
    title: 'Das Gateway verlangt zuerst einen Schlüssel',
    is: () =>
      'Ein API-Gateway verlangt einen Schlüssel oder ein Token, bevor der Dienst dahinter gefragt wird, und ein Preflight enthält keines davon. Schalten Sie CORS im Gateway selbst ein, oder nehmen Sie OPTIONS von der Prüfung aus.',
    shows: 'Im Log des Dienstes hinter dem Gateway steht keine OPTIONS-Anfrage.',
  },
  'gateway-has-no-options': {
    title: 'Das Gateway kennt OPTIONS unter dieser Adresse nicht',
    is: facts =>
      !isAmazonGateway(facts)
        ? 'Ein API-Gateway beantwortet nur die Pfade und Methoden, die ihm genannt wurden. Prüfen Sie den Pfad. Schalten Sie dann im Gateway CORS dafür ein, oder lassen Sie es OPTIONS ohne Anmeldung annehmen.'
        : 'Ein API-Gateway beantwortet nur die Pfade und Methoden, die ihm genannt wurden. Prüfen Sie den Pfad mit seiner Stage. Schalten Sie dann für diese Ressource CORS ein: Das fügt OPTIONS ohne Anmeldung hinzu. Veröffentlichen Sie danach die Stage neu, vorher ändert sich nichts.',
    shows:
      'In der Konsole des Gateways hat diese Ressource keine Methode OPTIONS oder eine mit Anmeldung über IAM, oder eine Änderung ist nicht veröffentlicht.',
  },
  'preflight-forbidden': {
    title: 'Etwas verbietet den Preflight',
    is: ({ failure }) =>
      failure.code === 'preflight-status'
        ? 'Die Header lassen die Seite zu, aber der Preflight ist verboten (403), und dann zählt kein Header. Was sie setzt, ist nicht das, was verbietet: Suchen Sie nach einer Regel, die nur manche Methoden annimmt (LimitExcept, limit_except), nach einer Firewall oder einer Anmeldeprüfung, und lassen Sie OPTIONS dort mit 204 beantworten.'
        : 'Etwas verbietet den Preflight (403). Manche Frameworks antworten so, wenn ein Origin, eine Methode oder ein Header nicht auf ihrer Liste steht. Firewalls und Anmeldeprüfungen antworten so auf OPTIONS. Prüfen Sie zuerst die Liste.',
    shows: 'Dieselbe OPTIONS-Anfrage mit einem Origin, den der Server kennt, wird gut beantwortet: Dann ist es die Liste.',
  },
  'preflight-rejected': {
    title: 'Der Preflight gilt als fehlerhafte Anfrage',
    is: ({ answer }) =>
      `Der Server beantwortet den Preflight mit ${answer?.status ?? 400}. Starlette und FastAPI tun das, wenn der Origin, die Methode oder ein Header nicht auf ihrer Liste steht. Anderer Code hält OPTIONS für die Anfrage selbst und vermisst ihren Inhalt. Lesen Sie zuerst, was in der Antwort steht.`,
    shows: 'Die Antwort beginnt mit „Disallowed CORS“ und sagt, was nicht auf der Liste steht.',
  },
  'no-options-route': {
    title: 'Nichts beantwortet hier OPTIONS',
    is: () =>
      'Unter dieser Adresse beantwortet nichts auf dem Server OPTIONS. Schalten Sie CORS in seinem Framework ein, oder fügen Sie eine Route hinzu, die OPTIONS beantwortet.',
    shows: 'Ein GET derselben Adresse wird beantwortet.',
  },
  'silent-refusal': {
    title: 'Eine Ablehnung ohne Begründung',
    is: ({ page, method, askedHeaders }) => {
      const asked = [`den Origin ${short(page)}`, `die Methode ${short(method)}`, ...askedHeaders.map(name => `den Header ${name}`)];
      return `Der Preflight gelang, aber ohne jede Erlaubnis. Manche Server antworten so, wenn sie ablehnen: Sorgen Sie dafür, dass der Server unter dieser Adresse ${enumerate(asked, 'und', count => `${moreHeaders(count)} Header`, { max: 5, room: 60 })} erlaubt. Andere kennen CORS gar nicht.`;
    },
    shows: 'In den Einstellungen des Servers oder in seinem Log zu CORS steht, was er ablehnt.',
  },
};
