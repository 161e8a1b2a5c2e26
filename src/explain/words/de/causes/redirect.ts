/** German: causes on the way to where the page asks. */
import type { KindWords } from '../../words.ts';

export const redirectCauses: KindWords<'redirect'> = {
  'redirect-to-http': {
    title: 'Ein Server, der nicht weiß, dass er über https gefragt wird',
    is: () =>
      'Hinter einem Proxy, der die Verschlüsselung abnimmt, glaubt ein Server, die Anfragen kämen über http, und leitet entsprechend weiter. Stellen Sie ihn so ein, dass er dem Header X-Forwarded-Proto oder Forwarded des Proxys vertraut.',
    shows: 'Dieselbe Adresse, auf dem Server selbst über http aufgerufen, leitet nirgendwohin weiter.',
  },
  'redirect-to-https': {
    title: 'Die Seite fragt über http, der Server will https',
    is: () => 'Im Code der Seite steht die Adresse mit http, und der Server leitet alle auf https weiter.',
    shows: 'Über https angefragt, lässt die Adresse die Seite zu.',
  },
  'redirect-to-region': {
    title: 'Der Bucket liegt in einer anderen Region',
    is: () =>
      'Die allgemeine Adresse von Amazon S3 leitet in die Region weiter, in der der Bucket liegt. Nennen Sie diese Region im Code der Seite oder in den Einstellungen der Bibliothek.',
    shows: null,
  },
  'redirect-www': {
    title: 'Mit www. oder ohne',
    is: () => 'Der Server kennt seine Adresse nur mit oder nur ohne www. davor und leitet alle von der einen zur anderen weiter.',
    shows: 'Unter dem anderen Namen angefragt, lässt die Adresse die Seite zu.',
  },
  'redirect-trailing-slash': {
    title: 'Ein Schrägstrich zu viel oder zu wenig',
    is: ({ redirect }) =>
      redirect?.from.origin === redirect?.to.origin
        ? 'Die Adresse, die die Seite aufruft, und die Adresse, die der Server kennt, unterscheiden sich im Schrägstrich am Ende. Viele Frameworks leiten von der einen zur anderen weiter.'
        : 'Die Adresse, die die Seite aufruft, und die Adresse, die der Server kennt, unterscheiden sich im Schrägstrich am Ende. Hinter einem Proxy oder in einem Container nennt der Server außerdem ein falsches Schema oder einen falschen Port: Abhilfe schafft absolute_redirect off in nginx, oder dass er X-Forwarded-Proto und X-Forwarded-Port vertraut.',
    shows: 'Mit dem anderen Ende aufgerufen, antwortet die Adresse sofort.',
  },
  'redirect-to-login': {
    title: 'Weiter zur Anmeldeseite',
    is: ({ failure }) =>
      failure.stage === 'preflight'
        ? 'Der Server schickt alle, die nicht angemeldet sind, zu einer Anmeldeseite, und ein Preflight enthält nie eine Anmeldung. Lassen Sie OPTIONS durch, und beantworten Sie Anfragen von Code mit 401 statt mit einer Weiterleitung.'
        : 'Der Server schickt alle, die nicht angemeldet sind, zu einer Anmeldeseite, mit der Code nichts anfangen kann. Lassen Sie ihn Anfragen von Code stattdessen mit 401 beantworten. Dann kann die Seite ihre Nutzer dorthin schicken.',
    shows: 'In einem eigenen Tab führt die Adresse zu einer Anmeldeseite, und sobald Sie angemeldet sind, nicht mehr.',
  },
  'redirect-tainted': {
    title: 'Eine Weiterleitung verbirgt, wer fragt',
    is: () =>
      'Die Seite fragt einen Server an, und der leitet zu einem anderen weiter. Dabei geht der Origin der Seite verloren, und kein Server kann ihn mehr nennen.',
    shows: 'Direkt gefragt, erlaubt die letzte Adresse den Origin der Seite.',
  },
  'redirect-elsewhere': {
    title: 'Die Adresse ist umgezogen',
    is: () => 'Was die Seite aufruft, ist an eine andere Adresse umgezogen.',
    shows: 'In einem eigenen Tab endet die Adresse bei einer anderen.',
  },
  'redirect-refused': {
    title: 'Weiterleitung dorthin, wohin keine Seite darf',
    is: () => 'Der Server leitet dorthin weiter, wohin eine Anfrage an einen fremden Origin nicht gehen darf.',
    shows: null,
  },
};
