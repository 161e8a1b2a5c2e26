import { remembered } from '../remembered.ts';

/**
 * Whether anybody was watching when the background was last stopped. Firefox keeps a listener that was removed and wakes
 * the background for it, unless the background's next start does not add it (bug 1899767); and at the start only
 * localStorage can tell in time. Chromium's worker has none, and does not need it: there removed is removed.
 */
export const watchingMemory = remembered('watching', true);
