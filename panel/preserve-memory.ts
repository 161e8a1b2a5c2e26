/** Whether the person wants the log preserved across navigations: theirs for all tabs, and kept when the browser is closed. */
export interface PreserveMemory {
  get(): boolean;
  set(isOn: boolean): void;
}

const KEY = 'preserve-log';

/** Shared by the devtools page, which records before the tab is first shown, and the tab. */
export const preserveMemory: PreserveMemory = {
  get: () => {
    try {
      return localStorage.getItem(KEY) === 'yes';
    } catch {
      return false;
    }
  },
  set: isOn => {
    try {
      if (isOn) localStorage.setItem(KEY, 'yes');
      else localStorage.removeItem(KEY);
    } catch {
      // Where the browser forbids storage, it holds until the tools are closed.
    }
  },
};
