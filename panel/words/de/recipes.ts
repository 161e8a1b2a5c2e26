/** German: what is said of a server's own configuration. */
import type { recipeWords as english } from '../en/recipes.ts';

export const recipeWords: typeof english = {
  title: host => `In der Konfiguration von ${host}`,
  none: 'Wählen Sie, was auf diese Anfragen antwortet …',
  families: {
    node: 'Node.js',
    proxy: 'Server und Proxys',
    python: 'Python',
    php: 'PHP',
    ruby: 'Ruby',
    go: 'Go',
    java: 'Java',
    dotnet: '.NET',
    platform: 'Plattformen',
  },
  recognised: name => `Die Antwort sagt, dass sie von ${name} kommt.`,
  proven: version => `Erprobt mit ${version}, in Chromium und Firefox.`,
  notProven: 'Nach der Dokumentation geschrieben und hier nicht erprobt: Probieren Sie es aus, bevor Sie sich darauf verlassen.',
  copy: 'Diese Konfiguration kopieren',
  whole:
    'Diese Konfiguration erlaubt nur diesen Origin, auch bei Fehlerantworten. Ergänzen Sie die Methoden und Header, die andere Anfragen der Seite brauchen. Eine Anwendung dahinter sollte diese Header nicht selbst setzen.',
  comments: {
    beforeOthers: 'Vor allem anderen, was Anfragen behandelt, auch vor der Prüfung der Anmeldung.',
    untilNow: 'was bisher hier stand',
    isPreflight: 'Ob die Anfrage ein Preflight ist, der hier beantwortet wird.',
    beforeSignIn: 'Beantwortet den Preflight, den Browser immer ohne Anmeldedaten senden, vor jeder Prüfung der Anmeldung.',
    varyKept: 'Ein Handler, der Vary selbst setzt, ersetzt es: Origin muss stehen bleiben.',
    varyReplaced: add => `Ein Handler, der Vary selbst setzt, muss es mit ${add}(…) ergänzen, damit Origin stehen bleibt.`,
    applicationToo: 'Entfernt, was die Anwendung dahinter selbst setzt.',
    nginxHttp: 'In http { … }',
    nginxServer: 'In server { … }. Einen Header mit leerem Wert lässt nginx weg.',
    nginxInheritance:
      'Wiederholen Sie hier, was http { … } hinzufügt. Eine location mit eigenem add_header oder proxy_hide_header braucht diese Zeilen noch einmal.',
    apache: 'In <VirtualHost …>. Module: headers, rewrite, setenvif.',
    haproxy: 'In frontend …, vor jeder Prüfung der Anmeldung.',
    caddy: 'Im Block der Site. Was keine Anfragen behandelt (tls, log, bind, handle_errors), bleibt außerhalb von route.',
    caddyOrder: 'In route geht Caddy nach der Reihenfolge der Zeilen: Diese kommen vor jeder Prüfung der Anmeldung.',
    lighttpd: 'Ans Ende der Konfiguration: Was später kommt, gilt.',
    lighttpdModules: '"mod_setenv" und "mod_redirect" müssen in server.modules die ersten sein.',
    php: 'Gleich nach das erste <?php, vor jede Ausgabe und vor jede Prüfung der Anmeldung.',
    apacheRules: 'Gehört vor andere RewriteRules.',
    djangoToo: 'Diese zwei Zeilen entfallen, wenn corsheaders schon da ist.',
  },
};
