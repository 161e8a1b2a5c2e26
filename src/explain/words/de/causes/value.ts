/** German: causes in what the headers say. */
import { misspelt, nearEntry } from '../../../causes/misspelt.ts';
import { clip, short } from '../../text.ts';
import type { KindWords } from '../../words.ts';
import { quoted } from '../quoted.ts';

const NAME_ROOM = 60;
const named = (name: string): string => quoted(clip(name, NAME_ROOM));

export const valueCauses: KindWords<'value'> = {
  'header-misspelt': {
    title: 'Der Name des Headers ist falsch geschrieben',
    is: ({ answer }) =>
      `Die Antwort hat einen Header namens ${named(misspelt(answer) ?? '')}. Browser kennen nur Access-Control-Allow-Origin und lassen keinen anderen Namen dafür gelten.`,
    shows: 'Im Code oder in den Einstellungen des Servers steht dieser Name.',
  },
  'dev-server': {
    title: 'Ein Entwicklungsserver, der nur diesen Computer hereinlässt',
    is: ({ page }) =>
      `Der Entwicklungsserver von Vite antwortet nur Seiten von localhost, solange nichts anderes eingestellt ist. Setzen Sie ${short(page)} in seiner Konfiguration auf die Liste server.cors.origin.`,
    shows: 'Dieselbe Seite, von localhost geöffnet, wird hereingelassen.',
  },
  'lambda-url-twice': {
    title: 'Die Funktion und ihre Adresse setzen ihn beide',
    is: () =>
      'Eine Lambda Function URL mit eingeschaltetem CORS fügt den Header hinzu, und der Code der Funktion auch. Überlassen Sie ihn den Einstellungen der URL, und nehmen Sie ihn aus dem Code.',
    shows: 'Der Header steht nur noch einmal da, sobald der Code der Funktion ihn weglässt.',
  },
  'added-twice': {
    title: 'Zwei Schichten setzen den Header',
    is: () =>
      'Der Header wird an zwei Stellen hinzugefügt, meist von der Anwendung und dann noch einmal vom Proxy oder Gateway davor. Lassen Sie das nur eine der beiden tun.',
    shows: 'Ohne den Proxy gefragt, antwortet die Anwendung mit einem einzigen solchen Header.',
  },
  'list-of-origins': {
    title: 'Die ganze Liste wird gesendet',
    is: () =>
      'Der Server sendet seine ganze Liste der erlaubten Origins. Er muss darin den Origin suchen, der anfragt, und mit diesem einen antworten.',
    shows: 'Die Werte sind die der Liste in den Einstellungen des Servers.',
  },
  'any-origin-with-credentials': {
    title: '„*“ und Anmeldedaten',
    is: () =>
      'Der Server ist so eingestellt, dass er alle Origins erlaubt („*“). Das akzeptieren Browser nur, wenn die Seite ohne Anmeldedaten fragt. Lassen Sie sie so fragen, wenn sie keine braucht. Sonst muss der Server den Origin der Seite nennen, und zwar aus einer Liste.',
    shows: 'Auch gute Antworten dieser Adresse haben „*“.',
  },
  'origin-pattern': {
    title: 'Ein Muster statt eines Origins',
    is: () =>
      'Der Server sendet das Muster, mit dem er konfiguriert ist. Er muss den Origin, der anfragt, mit dem Muster vergleichen und mit diesem Origin antworten.',
    shows: 'In den Einstellungen des Servers steht das Muster als Wert.',
  },
  'origin-misconfigured': {
    title: 'Ein falsch geschriebener Origin',
    is: () =>
      'Der erlaubte Origin in den Einstellungen des Servers ist nicht so geschrieben, wie Browser ihn schreiben. Übliche Versehen: kein http:// davor, ein Schrägstrich dahinter, Anführungszeichen darum oder eine Variable, die nicht gesetzt ist.',
    shows: 'So steht der Wert in den Einstellungen des Servers oder in seiner Umgebung.',
  },
  'own-origin-allowed': {
    title: 'Der Server erlaubt sich selbst',
    is: ({ page, target }) =>
      `Der Server nennt seine eigene Adresse, ${short(target)}, wo die der Seite stehen müsste. Auf die Liste der erlaubten Origins gehört, wer fragt, nicht, wer gefragt wird: Setzen Sie ${short(page)} darauf.`,
    shows: 'In den Einstellungen des Servers steht seine eigene Adresse auf der Liste der erlaubten Origins.',
  },
  'other-loopback-name': {
    title: 'localhost und 127.0.0.1 sind zwei Origins',
    is: ({ page }) =>
      `Der Server erlaubt diesen Computer unter einem anderen Namen, als ihn die Seite hat. Für Browser sind localhost, 127.0.0.1 und [::1] drei Hosts: Setzen Sie ${short(page)} auf die Liste, oder öffnen Sie die Seite unter dem erlaubten Namen.`,
    shows: 'Unter dem erlaubten Namen geöffnet, wird die Seite hereingelassen.',
  },
  'with-or-without-www': {
    title: 'www ergibt einen anderen Origin',
    is: ({ page }) =>
      `Der Server erlaubt die Website mit www. oder ohne, und die Seite ist andersherum geöffnet. Setzen Sie ${short(page)} auf die Liste.`,
    shows: 'Unter dem erlaubten Namen geöffnet, wird die Seite hereingelassen.',
  },
  'other-scheme-allowed': {
    title: 'http und https sind zwei Origins',
    is: ({ page }) =>
      `Der Server erlaubt die Adresse der Seite mit dem anderen von http und https. Setzen Sie ${short(page)} auf die Liste. Ist beides dieselbe Website, leiten Sie Besucher auf https weiter.`,
    shows: 'Mit dem erlaubten Schema geöffnet, wird die Seite hereingelassen.',
  },
  'other-port-allowed': {
    title: 'Ein anderer Port ist ein anderer Origin',
    is: ({ page }) =>
      `Der Server erlaubt den Host der Seite mit einem anderen Port. Entwicklungsserver nehmen den nächsten Port, wenn ihrer belegt ist: Sehen Sie nach, ob noch ein alter läuft, oder setzen Sie ${short(page)} auf die Liste.`,
    shows: 'Mit dem erlaubten Port geöffnet, wird die Seite hereingelassen.',
  },
  'other-origin-allowed': {
    title: 'Ein anderer Origin ist erlaubt',
    is: ({ failures }) =>
      failures.some(failure => failure.code === 'allow-origin-mismatch' && failure.because === 'null')
        ? 'Der Server erlaubt „null“. Manche Einstellungen enthalten das für Tests mit einer lokalen Datei. Lassen Sie ihn stattdessen den Origin der Seite erlauben.'
        : 'Der Server erlaubt einen festen Origin, und diese Seite hat einen anderen. Setzen Sie ihn auf die Liste der Origins, die der Server erlaubt.',
    shows: 'Der Wert ist derselbe, welcher Origin auch fragt.',
  },
  'credentials-not-true': {
    title: 'Nicht als „true“ geschrieben',
    is: () =>
      'Der Server will Anmeldedaten erlauben. Der einzige Wert, der zählt, ist „true“, klein geschrieben und einmal. 1, True und yes zählen nicht.',
    shows: 'In den Einstellungen oder im Code des Servers steht dort ein anderes Wort.',
  },
  'credentials-not-allowed': {
    title: 'Anmeldedaten sind nicht erlaubt',
    is: () => 'Der Server erlaubt den Origin der Seite, aber keine Anmeldedaten. Dafür gibt es in den meisten Frameworks einen eigenen Schalter.',
    shows: 'Auch gute und neue Antworten dieser Adresse erlauben sie nicht.',
  },
  'content-type-not-listed': {
    title: 'Content-Type steht nicht auf der Liste',
    is: () =>
      'Drei Inhaltstypen dürfen Formulare ohne Nachfrage senden, und JSON gehört nicht dazu. Deshalb muss der Server den Header Content-Type erlauben. Bibliotheken setzen ihn, wo sie JSON senden, manche auch bei GET, wo er wegbleiben kann.',
    shows: null,
  },
  'star-is-no-list': {
    title: '„*“ ist mit Anmeldedaten keine Liste',
    is: () =>
      'In einer Liste von Methoden oder Headern steht „*“ nur dann für alles, wenn keine Anmeldedaten gesendet werden. Mit ihnen ist es ein Name wie jeder andere: Schreiben Sie die Liste aus.',
    shows: null,
  },
  'entry-misspelt': {
    title: 'Auf der Liste steht fast der richtige Name',
    is: facts => {
      const near = nearEntry(facts) ?? '';
      return `Auf der Liste des Servers steht ${named(near)}. Das unterscheidet sich in ein oder zwei Buchstaben von dem, was die Seite sendet. Eines von beiden ist ein Tippfehler.`;
    },
    shows: 'Nichts anderes, was die Seite sendet, hat den Namen auf der Liste.',
  },
  'list-in-lower-case': {
    title: 'Auf der Liste steht die Methode in Kleinbuchstaben',
    is: ({ method }) =>
      `Auf der Liste des Servers steht die Methode in anderer Groß- und Kleinschreibung, als der Browser sie sendet. Bei Methoden zählt der Unterschied: Schreiben Sie dort ${short(method)}.`,
    shows: null,
  },
  'list-incomplete': {
    title: 'Auf der Liste fehlt, was die Seite braucht',
    is: () =>
      'Die CORS-Einstellungen des Servers enthalten eine Liste der Methoden und eine der Header. Was die Seite braucht, steht nicht darauf: Fügen Sie es dort hinzu.',
    shows: null,
  },
  'list-malformed': {
    title: 'Die Liste ist nicht als Liste geschrieben',
    is: () => 'Übliche Versehen in einer solchen Liste: Anführungszeichen darum, Klammern, Semikolons oder Leerzeichen statt Kommas.',
    shows: null,
  },
  'cors-not-set-up': {
    title: 'CORS ist hier nicht eingerichtet',
    is: () => 'Der Server erlaubt keine fremden Origins, oder nicht unter dieser Adresse. CORS muss dort eingeschaltet werden.',
    shows: 'Keine andere Antwort dieser Adresse hat einen solchen Header, welcher Origin auch fragt.',
  },
};
