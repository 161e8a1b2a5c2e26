import { remembered } from '../src/remembered.ts';

/**
 * Whether the person wants the log preserved across navigations: theirs for all tabs. Shared by the devtools page, which
 * records before the tab is first shown, and the tab.
 */
export const preserveMemory = remembered('preserve-log', false);
