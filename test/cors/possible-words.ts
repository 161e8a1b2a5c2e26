/** All that an engine may have said: one word where nothing is open. */
export const possibleWords = <V extends { readonly readings: readonly unknown[] }>(verdict: V): readonly (V | V['readings'][number])[] =>
  verdict.readings.length > 0 ? verdict.readings : [verdict];
