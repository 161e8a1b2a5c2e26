/** Composition root of the tab: what the browser offers is handed to the store and the view here, and nowhere else. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import {
  browserInfo,
  canOpenSource,
  connectLine,
  devtoolsTheme,
  extensionVersion,
  inspectedTabId,
  onDevtoolsThemeChanged,
  openSource,
  preferredLanguages,
  reloadInspectedPage,
  repeatFromDevtools,
} from '../src/browser.ts';
import { evaluate } from '../src/cors/evaluate.ts';
import { languageOf } from '../src/language.ts';
import { App } from './App.tsx';
import { PanelContext } from './context.ts';
import { createHost } from './host.ts';
import { loadLater, speak } from './languages.ts';
import { createOpening } from './opening.ts';
import { preserveMemory } from './preserve-memory.ts';
import type { Judges } from './state/entry.ts';
import { createStore } from './state.ts';

const showTheme = (theme: string): void => {
  document.documentElement.dataset.theme = theme;
};
showTheme(devtoolsTheme());
onDevtoolsThemeChanged(showTheme);

const root = document.getElementById('tab');
const [browser, languages] = await Promise.all([browserInfo(), preferredLanguages()]);
await speak(languageOf(languages));
const tabId = inspectedTabId();
const explain = signal<Judges['explain']['value']>(null);
const line = connectLine();
const store = createStore(line, {
  tabId,
  repeat: (how, { plan }) => {
    if (how === 'reload' || plan.repeat === null) reloadInspectedPage();
    else if (browser.engine === 'chromium') repeatFromDevtools(plan.repeat);
    else line.send({ type: 'repeat' });
  },
  evaluate: exchange => evaluate(exchange, browser.engine),
  explain,
  preserveMemory,
});
const host = createHost({
  browser,
  version: extensionVersion(),
  store,
  reload: reloadInspectedPage,
  openSource: canOpenSource() ? ({ url, line, column }) => openSource(url, line - 1, column - 1) : null,
  loadExports: async () => (await import('./exports.ts')).exports,
});

const shown = createOpening(opening => ({ store, host, opening, file: null }), {
  version: extensionVersion(),
  load: async () => {
    await loadLater();
    return import('./opened/open.ts');
  },
});

function Shown() {
  const panel = shown.value;
  return (
    <PanelContext.Provider value={panel}>
      <App key={panel.file?.name ?? ''} />
    </PanelContext.Provider>
  );
}

if (root !== null) render(<Shown />, root);
const later = await loadLater();
explain.value = (exchange, verdict, answersOf) => later.explain(exchange, verdict, browser.engine, later.explainWords, { answersOf });
later.workAhead(store);
