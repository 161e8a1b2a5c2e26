/**
 * What the tests ask of the extension's own pages. Each function is sent there as text: it sees its arguments and the
 * globals of where it runs, nothing of this module.
 */

/** The extension API, as far as the tests use it. */
export interface Api {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    getURL(path: string): string;
    connect: (info: unknown) => unknown;
    getContexts(filter: object): Promise<readonly { readonly documentUrl?: string }[]>;
  };
  readonly storage: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
  readonly permissions: { remove(permissions: object): Promise<boolean> };
  readonly webRequest: Readonly<Record<string, { hasListeners?(): boolean }>>;
  readonly devtools: { readonly inspectedWindow: { readonly tabId: number } };
}

/** In the background: the address of a page of the extension's own, the one that asks for the access to web sites. */
export const accessPage = (): string => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  return (browser ?? chrome).runtime.getURL('panel/access.html');
};

/** In a page of the extension: starts the background if it has stopped. */
export const wake = async (): Promise<void> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  await (browser ?? chrome).runtime.sendMessage({ type: 'wake' }).catch(() => undefined);
};

/** In the panel or the devtools page: the id of the tab that is inspected. */
export const inspectedTab = (): number => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  return (browser ?? chrome).devtools.inspectedWindow.tabId;
};

/** In the background, the panel or the devtools page: the keys that session storage holds. */
export const storedKeys = async (): Promise<readonly string[]> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  return Object.keys(await (browser ?? chrome).storage.session.get(null));
};

/** In the background, the panel or the devtools page: the state of each exchange that session storage holds. */
export const storedStates = async (): Promise<readonly string[]> => {
  const { browser, chrome } = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  const items = Object.entries(await (browser ?? chrome).storage.session.get(null));
  return items.flatMap(([key, value]) => (key.startsWith('exchange:') ? [(JSON.parse(String(value)) as { readonly state: string }).state] : []));
};

/** In the panel: the whole of its text, as it is shown. */
export const panelText = (): string => document.body.innerText;

/** In the panel: each row's text, without the time of day and the query. */
export const rowTexts = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[role=treeitem]')].map(row =>
    [...row.querySelectorAll('.method, .endpoint, .row-verdict')].map(part => part.textContent).join(' '),
  );
