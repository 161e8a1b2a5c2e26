/** German: what is said of a server's own configuration. */
import type { recipeWords as english } from '../en/recipes.ts';

export const recipeWords: typeof english = {
  title: 'In der Konfiguration des Servers',
  none: 'Wählen Sie, was auf diese Anfragen antwortet …',
  families: { node: 'Node.js', proxy: 'Server und Proxys', python: 'Python', php: 'PHP', ruby: 'Ruby' },
  recognised: name => `Die Antwort sagt, dass sie von ${name} kommt.`,
  proven: version => `Erprobt mit ${version}, in Chromium und Firefox.`,
  copy: 'Diese Konfiguration kopieren',
  whole: 'Sie erlaubt diesen einen Origin, auch wo der Server mit einem Fehler antwortet, und keinen anderen.',
  comments: {
    beforeOthers: 'Vor allem anderen, was Anfragen behandelt, auch vor der Prüfung der Anmeldung.',
    untilNow: 'was bisher hier stand',
    isPreflight: 'Ob die Anfrage ein Preflight ist, der hier beantwortet wird.',
    beforeSignIn: 'Beantwortet den Preflight, mit dem kein Browser eine Anmeldung sendet.',
    applicationToo: 'Falls die Anwendung dahinter ihn auch setzt.',
    nginxHttp: 'In http { … }',
    nginxServer: 'In server { … }. Einen Header mit leerem Wert lässt nginx weg.',
    nginxInheritance: 'Eine location mit eigenem add_header braucht diese Zeilen noch einmal.',
    apache: 'In <VirtualHost …>. Module: headers, rewrite, setenvif.',
    haproxy: 'In frontend …, vor jeder Prüfung der Anmeldung.',
    caddy: 'Im Block der Site.',
    caddyOrder: 'In route geht Caddy nach der Reihenfolge der Zeilen: Prüfungen der Anmeldung kommen nach diesen.',
    lighttpd: 'Ans Ende der Konfiguration: Was später kommt, gilt.',
    lighttpdModules: '"mod_setenv" und "mod_redirect" müssen in server.modules die ersten sein.',
    php: 'Ganz an den Anfang, vor jeder Ausgabe und vor jeder Prüfung der Anmeldung.',
  },
};
