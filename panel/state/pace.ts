/** When the tab works off what takes long. */
export interface Pace {
  /** Milliseconds. */
  now(): number;
  /** Runs it after what else is due by now: what the reader does, the next frame. */
  soon(run: () => void): void;
}

/** Not a timer: the browsers make those wait that start one another. */
function soon(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}

export const browserPace: Pace = { now: () => performance.now(), soon };
