/** German: the page that asks for access to web sites. */
import type { access as en } from '../en/access.ts';

export const access: typeof en = {
  title: 'CORS DevTools: Zugriff auf Websites',
  ask: 'Lassen Sie CORS DevTools Anfragen sehen',
  why: 'Um zu sagen, warum eine Anfrage blockiert wurde, muss die Erweiterung die Anfragen einer Seite und deren Header sehen.',
  where: 'Sie sieht nur Tabs an, deren Entwicklerwerkzeuge geöffnet sind. Nichts verlässt diesen Computer.',
  grant: 'Zugriff auf Websites erlauben …',
  refused: 'Der Zugriff wurde nicht erlaubt. Sie können jederzeit noch einmal auf den Knopf drücken.',
  done: 'CORS DevTools kann jetzt Anfragen sehen',
  next: 'Was als Nächstes zu tun ist:',
  close: 'Schließen Sie diese Seite.',
  back: 'Gehen Sie zurück zu der Seite, die Sie untersuchen, und laden Sie sie neu.',
  choose: 'Wählen Sie im Tab CORS der Entwicklerwerkzeuge eine blockierte Anfrage.',
};
