import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ReportAdvice } from '../../src/model.ts';
import { usePanel } from '../context.ts';
import { detailWords } from '../later-words.ts';
import { Prose } from '../parts/Prose.tsx';
import type { Entry } from '../state/entry.ts';

/** What may be said of an exchange besides, by what was seen of its server before it was chosen or got its sign in the list. */
export function useAdvice(entry: Entry): readonly ReportAdvice[] {
  const { advisor, filter } = usePanel().store;
  const advice = advisor.value;
  const hasSign = useComputed(() => filter.advised.value.has(entry.id)).value;
  return useMemo(() => advice?.adviceOn(entry) ?? [], [entry, advice, hasSign]);
}

export function AdviceSection({ advice }: { readonly advice: readonly ReportAdvice[] }) {
  if (advice.length === 0) return null;
  return (
    <section class="block advice">
      <h3>{detailWords.adviceTitle}</h3>
      <ul class="sentences">
        {advice.map(({ code, explanation }) => (
          <li key={code} data-advice={code}>
            <Prose text={explanation} />
          </li>
        ))}
      </ul>
    </section>
  );
}
