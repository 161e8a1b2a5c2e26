import { useState } from 'preact/hooks';
import { canTryAnswers } from '../../src/explain/try-answers.ts';
import { simulatorWords } from '../later-words.ts';
import { Simulator } from '../simulator/Simulator.tsx';
import type { Entry } from '../state/entry.ts';

/** What the browsers would make of other answers; closed, and nothing tried, until it is asked for. */
export function WhatIf({ entry }: { readonly entry: Entry }) {
  const [wasOpened, setWasOpened] = useState(false);
  if (!canTryAnswers(entry.exchange, entry.verdict)) return null;
  return (
    <details
      class="block what-if"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpened(true);
      }}
    >
      <summary>
        <h3>{simulatorWords.title}</h3> <span class="aside">{simulatorWords.hint}</span>
      </summary>
      {wasOpened ? <Simulator entry={entry} /> : null}
    </details>
  );
}
