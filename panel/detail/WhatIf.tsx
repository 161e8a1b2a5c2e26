import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { canTryAnswers } from '../../src/explain/try-answers.ts';
import type { Entry } from '../state/entry.ts';
import { words } from '../words.ts';

/** Loaded when it is first opened. */
const simulator = signal<ComponentType<{ readonly entry: Entry }> | null>(null);

async function load(): Promise<void> {
  simulator.value ??= (await import('../simulator/Simulator.tsx')).Simulator;
}

/** What the browsers would make of other answers; closed until it is asked for. */
export function WhatIf({ entry }: { readonly entry: Entry }) {
  const [wasOpened, setWasOpened] = useState(false);
  const Simulator = simulator.value;
  if (!canTryAnswers(entry.exchange, entry.verdict)) return null;
  const onToggle = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => {
    if (!currentTarget.open) return;
    setWasOpened(true);
    void load();
  };
  return (
    <details class="block what-if" onToggle={onToggle}>
      <summary>
        <h3>{words.simulator.title}</h3> <span class="aside">{words.simulator.hint}</span>
      </summary>
      {wasOpened && Simulator !== null ? <Simulator entry={entry} /> : null}
    </details>
  );
}
