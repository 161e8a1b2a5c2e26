/** Sentences and labels of parts of the detail, which are loaded with it. */
export const detailWords = {
  adviceTitle: 'Worth a look besides',

  askedAt: {
    title: 'Where your page asks:',
    open: 'Show this line in Sources',
    copy: 'Copy this place',
    notFound: 'DevTools has no such script any more.',
  },
} as const;
