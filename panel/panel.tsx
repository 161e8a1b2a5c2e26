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
import { App } from './App.tsx';
import { type Panel, PanelContext } from './context.ts';
import { createHost } from './host.ts';
import { preserveMemory } from './preserve-memory.ts';
import type { Judges } from './state/entry.ts';
import { createStore } from './state.ts';

const showTheme = (theme: string): void => {
  document.documentElement.dataset.theme = theme;
};
showTheme(devtoolsTheme());
onDevtoolsThemeChanged(showTheme);

const root = document.getElementById('tab');
const browser = await browserInfo();
const tabId = inspectedTabId();
// Nobody reads of one exchange in the first moment: the list is on show before what explains is there.
const explain = signal<Judges['explain']['value']>(null);
const explainLoaded = import('../src/explain/explain.ts').then(loaded => {
  explain.value = (exchange, verdict) => loaded.explain(exchange, verdict, browser.engine);
});
const store = createStore(connectLine(), {
  tabId,
  evaluate: exchange => evaluate(exchange, browser.engine),
  explain,
  preserveMemory,
});
const host = createHost({
  browser,
  version: extensionVersion(),
  store,
  reload: reloadInspectedPage,
  loadExports: async () => {
    const [{ exports }] = await Promise.all([import('./exports.ts'), explainLoaded]);
    return exports;
  },
});
const story = signal<Panel['story']['value']>(null);

if (root !== null) {
  render(
    <PanelContext.Provider value={{ store, host, story }}>
      <App />
    </PanelContext.Provider>,
    root,
  );
}
const [{ Story }] = await Promise.all([import('./detail/Story.tsx'), explainLoaded]);
story.value = Story;
