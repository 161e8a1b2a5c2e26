/** Things to undo when a command ends, however it ends. */

/** The shell's convention: 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface Cleanup {
  /** Undone in the opposite order. */
  add(undo: () => Promise<void>): void;
  run(): Promise<void>;
}

/** From now on Ctrl-C and the like undo everything that was added, and end the process then. A second one ends it at once. */
export const createCleanup = (): Cleanup => {
  const undos: (() => Promise<void>)[] = [];
  let running: Promise<void> | null = null;
  const undoAll = async (): Promise<void> => {
    for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await undo().catch(error => console.error(error));
  };
  const run = (): Promise<void> => {
    running ??= undoAll();
    return running;
  };
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (running !== null) process.exit(code);
      void run().then(() => process.exit(code));
    });
  }
  return { add: undo => void undos.push(undo), run };
};
