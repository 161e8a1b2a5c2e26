/**
 * Whether anybody was watching when the background was last stopped. Firefox keeps a listener that was removed and wakes
 * the background for it, unless the background's next start does not add it (bug 1899767); and at the start only
 * localStorage can tell in time. Chromium's worker has none, and does not need it: there removed is removed.
 */
const WATCHING_KEY = 'watching';
export const watchingMemory = {
  get: (): boolean => {
    try {
      return localStorage.getItem(WATCHING_KEY) !== 'no';
    } catch {
      return true;
    }
  },
  set: (watching: boolean): void => {
    try {
      localStorage.setItem(WATCHING_KEY, watching ? 'yes' : 'no');
    } catch {
      // Where nothing is remembered, a background that was not needed is started once in a while.
    }
  },
};
