/** What the browsers call themselves, in every language. */
export const ENGINE_NAMES = { chromium: 'Chromium', firefox: 'Firefox', safari: 'Safari' } as const;
