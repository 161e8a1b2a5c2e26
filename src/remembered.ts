/** A text that outlives the browser. */
export interface RememberedText {
  /** null where nothing is remembered. */
  get(): string | null;
  set(text: string): void;
}

/** In localStorage, the one store that answers at once; nothing where the browser forbids it, or there is none. */
export const rememberedText = (key: string): RememberedText => ({
  get: () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set: text => {
    try {
      localStorage.setItem(key, text);
    } catch {
      // The next time begins without it.
    }
  },
});

/** A yes or no that outlives the browser. */
export interface Remembered {
  get(): boolean;
  set(isSo: boolean): void;
}

/** As `rememberedText`; `byDefault` counts where nothing is remembered, as in a worker of Chromium's, which has no such store. */
export const remembered = (key: string, byDefault: boolean): Remembered => {
  const memory = rememberedText(key);
  return {
    get: () => {
      const text = memory.get();
      return text === null ? byDefault : text === 'yes';
    },
    set: isSo => memory.set(isSo ? 'yes' : 'no'),
  };
};
