import { useMemo } from 'preact/hooks';
import type { ReportAdvice } from '../../src/model.ts';
import { adviceFor, surroundingsOf } from '../../src/report/advice.ts';
import { usePanel } from '../context.ts';
import { detailWords, reportWords } from '../later-words.ts';
import { Prose } from '../parts/Prose.tsx';
import type { Entry } from '../state/entry.ts';

/** How many of the latest requests are looked through for what they tell of the same server. */
const LOOKED_THROUGH = 1_000;

/** What may be said of an exchange besides. What is asked for later changes nothing until the exchange is chosen again. */
export function useAdvice(entry: Entry): readonly ReportAdvice[] {
  const { log } = usePanel().store;
  return useMemo(() => adviceFor(entry, surroundingsOf(log.listed.peek().slice(-LOOKED_THROUGH)), reportWords.advice), [entry, log]);
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
