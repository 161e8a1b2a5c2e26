/** Composition root of the tab: what the browser offers is handed to the store and the view here, and nowhere else. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import {
  browserInfo,
  connectLine,
  devtoolsTheme,
  extensionVersion,
  inspectedTabId,
  onDevtoolsThemeChanged,
  reloadInspectedPage,
} from '../src/browser.ts';
import { evaluate } from '../src/cors/evaluate.ts';
import { explain } from '../src/explain/explain.ts';
import { App } from './App.tsx';
import { type Panel, PanelContext } from './context.ts';
import { createHost } from './host.ts';
import { createOpening } from './opening.ts';
import { createStore } from './state.ts';

const showTheme = (theme: string): void => {
  document.documentElement.dataset.theme = theme;
};
showTheme(devtoolsTheme());
onDevtoolsThemeChanged(showTheme);

const root = document.getElementById('tab');
const browser = await browserInfo();
const tabId = inspectedTabId();
const store = createStore(connectLine(), {
  tabId,
  evaluate: exchange => evaluate(exchange, browser.engine),
  explain: (exchange, verdict) => explain(exchange, verdict, browser.engine),
});
const host = createHost({
  browser,
  version: extensionVersion(),
  store,
  reload: reloadInspectedPage,
  loadExports: async () => (await import('./exports.ts')).exports,
});
const story = signal<Panel['story']['value']>(null);

const shown = createOpening(opening => ({ store, host, story, opening, file: null }), {
  version: extensionVersion(),
  load: () => import('./opened/open.ts'),
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
// Nobody reads of one exchange in the first moment.
story.value = (await import('./detail/Story.tsx')).Story;
