/** What the extension recorded of the inspected tab, as its own panel gets it. */
import type { InspectedBrowser } from '../../src/launch/inspected-browser.ts';
import { type FromBackground, PORT_NAME, type ToBackground } from '../../src/link/protocol.ts';
import type { Exchange } from '../../src/model.ts';

/** Of the extension API, what a viewer needs. */
interface ExtensionApi {
  readonly runtime: {
    connect(options: { readonly name: string }): {
      readonly onMessage: { addListener(listener: (message: FromBackground) => void): void };
      readonly onDisconnect: { addListener(listener: () => void): void };
      postMessage(message: ToBackground): void;
      disconnect(): void;
    };
  };
  readonly devtools: { readonly inspectedWindow: { readonly tabId: number } };
}

/** In the panel: one more viewer, from `hello` to `ready`. */
const takeSnapshot = (portName: string): Promise<readonly Exchange[]> =>
  new Promise((resolve, reject) => {
    const { browser, chrome } = globalThis as unknown as { readonly browser?: ExtensionApi; readonly chrome: ExtensionApi };
    const { runtime, devtools } = browser ?? chrome;
    const exchanges = new Map<string, Exchange>();
    const port = runtime.connect({ name: portName });
    port.onDisconnect.addListener(() => reject(new Error('The background hung up before the snapshot was complete.')));
    port.onMessage.addListener(message => {
      switch (message.type) {
        case 'reset':
          exchanges.clear();
          return;
        case 'exchanges':
          for (const exchange of message.changed) exchanges.set(exchange.id, exchange);
          for (const id of message.removed) exchanges.delete(id);
          port.postMessage({ type: 'more' });
          return;
        case 'ready':
          port.disconnect();
          resolve([...exchanges.values()]);
          return;
      }
    });
    port.postMessage({ type: 'hello', role: 'viewer', tabId: devtools.inspectedWindow.tabId });
  });

/** The exchanges themselves, of which a report tells only those that failed; showTab() first. In the order in which they were recorded. */
export const recordedExchanges = (browser: InspectedBrowser): Promise<readonly Exchange[]> => browser.inPanel(takeSnapshot, PORT_NAME);
