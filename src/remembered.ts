/** A yes or no that outlives the browser. */
export interface Remembered {
  get(): boolean;
  set(isSo: boolean): void;
}

/**
 * In localStorage, the one store that answers at once. `byDefault` counts where nothing is remembered yet, where the browser
 * forbids storage, and where there is none, as in a worker of Chromium's.
 */
export const remembered = (key: string, byDefault: boolean): Remembered => ({
  get: () => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? byDefault : text === 'yes';
    } catch {
      return byDefault;
    }
  },
  set: isSo => {
    try {
      localStorage.setItem(key, isSo ? 'yes' : 'no');
    } catch {
      // The default counts again the next time.
    }
  },
});
